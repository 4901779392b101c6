import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { indicatorStanding } from '../../text/codes/hall.codes.ts';
import { useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import { hallWords } from './hall.words.ts';
import { Panel } from './panel.tsx';

type Indicator = Schemas['HallIndicatorView'];

export const percentOf = (basisPoints: number): string => `${Math.round(basisPoints / 10) / 10}%`;

export function IndicatorsPanel({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const t = useWords(hallWords);
  return (
    <Panel
      area="indicators"
      title={t.indicators}
      note={t.indicatorsNote}
      table={<IndicatorTable indicators={indicators} />}
    >
      <ol className="indicator-list">
        {indicators.map((indicator) => (
          <li key={indicator.code}>
            <h3>
              <Link to={`/hall/figures#${indicator.code}`}>{indicator.name}</Link>
            </h3>
            <IndicatorWay indicator={indicator} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** From base to target; what is no number is said in words. */
function IndicatorWay({ indicator }: { readonly indicator: Indicator }) {
  const t = useWords(hallWords);
  const { base, value, target, progressBasisPoints, standing, asOf } = indicator;
  if (indicator.qualitative) {
    return (
      <p className="standing">
        {target} · <Code codes={indicatorStanding} value={standing} />
      </p>
    );
  }
  return (
    <>
      <p className="way">
        {base ?? t.noValue} → <strong>{value ?? t.noValue}</strong> → {target}
        {progressBasisPoints !== null && <span> {percentOf(progressBasisPoints)}</span>}
      </p>
      {progressBasisPoints !== null && (
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${Math.min(100, Math.max(0, progressBasisPoints / 100))}%` }} />
        </span>
      )}
      <p className="standing">
        <Code codes={indicatorStanding} value={standing} />
        {asOf !== null && <> · {t.asOf(asOf.slice(0, 10))}</>}
      </p>
    </>
  );
}

export function IndicatorTable({ indicators, detailed }: { indicators: readonly Indicator[]; detailed?: boolean }) {
  const t = useWords(hallWords);
  return (
    <table>
      <caption className="visually-hidden">{t.indicators}</caption>
      <thead>
        <tr>
          <th scope="col">{t.indicator}</th>
          <th scope="col">{t.base}</th>
          <th scope="col">{t.now}</th>
          <th scope="col">{t.target}</th>
          <th scope="col">{t.progress}</th>
          <th scope="col">{t.standing}</th>
          <th scope="col">{t.asOfColumn}</th>
          {detailed === true && <th scope="col">{t.source}</th>}
        </tr>
      </thead>
      <tbody>
        {indicators.map(({ code, number, name, base, value, target, progressBasisPoints, standing, asOf, ...rest }) => (
          <tr key={code} id={detailed === true ? code : undefined}>
            <th scope="row">
              {number}. {name}
            </th>
            <td>{base ?? t.noValue}</td>
            <td>{value ?? t.noValue}</td>
            <td>{target}</td>
            <td>{progressBasisPoints === null ? t.noValue : percentOf(progressBasisPoints)}</td>
            <td>
              <Code codes={indicatorStanding} value={standing} />
            </td>
            <td>{asOf === null ? t.noValue : <Day value={asOf.slice(0, 10)} />}</td>
            {detailed === true && (
              <td>
                {rest.editionId !== null && <Link to={`/hall/editions/${rest.editionId}`}>{t.edition}</Link>} {rest.how}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
