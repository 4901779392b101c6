import { useCallback } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { useWords } from '../../text/words.ts';
import { Day, Money } from '../../ui/figures.tsx';
import { Chart } from './chart.tsx';
import { hallWords } from './hall.words.ts';
import { Panel } from './panel.tsx';

type Quarter = Schemas['HallQuarterView'];

/** 元 → 万元 or 亿元, only to draw: exact amounts are in the table. */
function scaleOf(quarters: readonly Quarter[]): { unit: 'yi' | 'wan'; divisor: number } {
  const most = Math.max(0, ...quarters.map(({ contractValue }) => Number(contractValue?.yuan ?? 0)));
  return most >= 100_000_000 ? { unit: 'yi', divisor: 100_000_000 } : { unit: 'wan', divisor: 10_000 };
}

const ink = '#d9e8e2';
const faint = '#35514a';

export function TradePanel({ quarters, today }: { readonly quarters: readonly Quarter[]; readonly today: string }) {
  const t = useWords(hallWords);
  const { unit, divisor } = scaleOf(quarters);
  const option = useCallback(
    (em: number): EChartsCoreOption => {
      const text = { color: ink, fontSize: em * 0.85 };
      const value = (money: Quarter['contractValue']): number | null =>
        money === null ? null : Math.round((Number(money.yuan) / divisor) * 100) / 100;
      return {
        textStyle: { color: ink },
        legend: { textStyle: text, top: 0, itemWidth: em * 1.4, itemHeight: em * 0.8 },
        grid: { left: em * 4, right: em * 3, top: em * 3.4, bottom: em * 2 },
        xAxis: {
          type: 'category',
          data: quarters.map(({ quarter }) => quarter.replace(/^20/, '')),
          axisLabel: { ...text, interval: 0, fontSize: em * 0.75 },
          axisLine: { lineStyle: { color: faint } },
        },
        yAxis: [
          {
            type: 'value',
            name: t[unit],
            nameTextStyle: text,
            axisLabel: text,
            splitLine: { lineStyle: { color: faint } },
          },
          {
            type: 'value',
            name: t.number,
            nameTextStyle: text,
            axisLabel: text,
            splitLine: { show: false },
            minInterval: 1,
          },
        ],
        series: [
          {
            name: t.value,
            type: 'bar',
            barMaxWidth: em * 2.4,
            itemStyle: { color: '#3ec994' },
            label: { show: true, position: 'top', color: ink, fontSize: em * 0.75, formatter: labelOf },
            data: quarters.map(({ contractValue }) => value(contractValue)),
          },
          {
            name: t.number,
            type: 'line',
            yAxisIndex: 1,
            symbolSize: em * 0.6,
            lineStyle: { width: em * 0.15, type: 'dashed' },
            itemStyle: { color: '#ffc35c' },
            data: quarters.map(({ count }) => count),
          },
        ],
      };
    },
    [quarters, divisor, unit, t],
  );
  return (
    <Panel area="trade" title={t.trade} note={t.tradeNote(today)} table={<QuarterTable quarters={quarters} />}>
      <Chart label={t.trade} option={option} />
    </Panel>
  );
}

const labelOf = ({ value }: { readonly value: number | null }): string => (value ? String(value) : '');

export function QuarterTable({ quarters }: { readonly quarters: readonly Quarter[] }) {
  const t = useWords(hallWords);
  return (
    <table>
      <caption className="visually-hidden">{t.trade}</caption>
      <thead>
        <tr>
          <th scope="col">{t.quarter}</th>
          <th scope="col">{t.number}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.technologyValue}</th>
          <th scope="col">{t.asOfColumn}</th>
          <th scope="col">{t.source}</th>
        </tr>
      </thead>
      <tbody>
        {quarters.map((quarter) => (
          <tr key={quarter.quarter}>
            <th scope="row">{quarter.quarter}</th>
            <td>{quarter.count ?? t.hidden}</td>
            <td>{quarter.contractValue ? <Money value={quarter.contractValue} /> : t.hidden}</td>
            <td>{quarter.technologyValue ? <Money value={quarter.technologyValue} /> : t.hidden}</td>
            <td>
              <Day value={quarter.asOf} />
            </td>
            <td>
              {quarter.editionId === null ? (
                t.live
              ) : (
                <Link to={`/hall/editions/${quarter.editionId}`}>
                  {t.edition}
                  <span className="visually-hidden"> {quarter.quarter}</span>
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
