import './broker.css';
import type { Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Money } from '../../ui/figures.tsx';

const words = bilingual(
  {
    threshold: '起计额',
    cap: '封顶',
    total: '现在合计',
    total1: '合计技术交易额',
    amount: '暂计奖补',
    limit: '每年上限',
    picture: '合计技术交易额与起计额、封顶额的关系；数字见下表',
    figure: '数字',
    value: '金额',
    wan: (wan: string) => `${wan} 万元`,
  },
  {
    threshold: 'Threshold',
    cap: 'Cap binds',
    total: 'Now',
    total1: 'Technology value in all',
    amount: 'Provisional reward',
    limit: 'Cap a year',
    picture: 'The technology value against threshold and cap; the figures are in the table below',
    figure: 'Figure',
    value: 'Amount',
    wan: (wan) => `CNY ${wan}0,000`,
  },
);

const [width, barHeight, barTop] = [760, 34, 36];

/** The running total drawn against the threshold and the total at which the cap binds; the same as a table below. */
export function AccrualBar({ accrual }: { readonly accrual: Schemas['RewardAccrualDetailView'] }) {
  const t = useWords(words);
  const { total, policy, provisionalAmount } = accrual;
  const end = Math.max(Number(policy.capBindsAt.yuan) * 1.1, Number(total.yuan) * 1.05);
  const at = ({ yuan }: { readonly yuan: string }): number => (Number(yuan) / end) * width; // pixels, not money
  return (
    <>
      <svg className="accrual-bar" viewBox={`0 0 ${width} 118`} role="img" aria-label={t.picture}>
        <rect className="track" x="0" y={barTop} width={width} height={barHeight} rx="4" />
        <rect className="done" x="0" y={barTop} width={Math.max(at(total), 2)} height={barHeight} rx="4" />
        <Mark x={at(policy.threshold)} text={`${t.threshold} ${wanOf(policy.threshold, t.wan)}`} />
        <Mark x={at(policy.capBindsAt)} text={`${t.cap} ${wanOf(policy.capBindsAt, t.wan)}`} />
        <text x={Math.min(at(total), width - 4)} y={barTop + barHeight + 26} textAnchor={anchorOf(at(total))}>
          {t.total} {wanOf(total, t.wan)}
        </text>
      </svg>
      <table className="list-table">
        <caption className="visually-hidden">{t.picture}</caption>
        <thead>
          <tr>
            <th scope="col">{t.figure}</th>
            <th scope="col" className="numeric">
              {t.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              [t.total1, total],
              [t.threshold, policy.threshold],
              [t.cap, policy.capBindsAt],
              [t.amount, provisionalAmount],
              [t.limit, policy.capPerYear],
            ] as const
          ).map(([name, value]) => (
            <tr key={name}>
              <td data-title={t.figure}>{name}</td>
              <td data-title={t.value} className="numeric">
                <Money value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Mark({ x, text }: { readonly x: number; readonly text: string }) {
  return (
    <>
      <line className="mark" x1={x} x2={x} y1={barTop - 8} y2={barTop + barHeight + 8} />
      <text x={x} y={barTop - 16} textAnchor={anchorOf(x)}>
        {text}
      </text>
    </>
  );
}

const anchorOf = (x: number): 'start' | 'middle' | 'end' => (x < 120 ? 'start' : x > width - 120 ? 'end' : 'middle');

/** 10000000.00 → 1,000 万元, cut to whole 万: a label, the table has the exact figure. */
const wanOf = ({ fen }: Schemas['MoneyView'], say: (wan: string) => string): string =>
  say(String(BigInt(fen) / 1_000_000n).replace(/\B(?=(\d{3})+(?!\d))/g, ','));
