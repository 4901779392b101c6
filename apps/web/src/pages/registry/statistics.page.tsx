import { Link, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { dimension } from '../../text/codes/statistics.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { FigureTable } from './figure-table.tsx';
import { FlowMatrix } from './flow-matrix.tsx';
import { lastQuarter, periods } from './period.ts';
import './registry.css';

const dimensions = Object.keys(dimension) as (keyof typeof dimension)[];

const words = bilingual(
  {
    title: '技术合同统计',
    lead: '按登记日期归期，以截止日结束时的状态为准，已注销的不计。点合同数可打开清单。',
    workbench: '我的工作台',
    period: '统计期',
    cutOff: '截止日（默认今天）',
    dimension: '维度',
    register: '登记台账',
    editions: '统计期报',
    basis: '口径',
    county: (name: string) => `只计一方在${name}的合同。`,
    previous: '同比期',
    to: '至',
  },
  {
    title: 'Statistics of technology contracts',
    lead: 'By the day of registration, as it stood at the end of the cut-off; cancelled ones do not count.',
    workbench: 'Workbench',
    period: 'Period',
    cutOff: 'Cut-off (today by default)',
    dimension: 'By',
    register: 'Register',
    editions: 'Editions',
    basis: 'Basis',
    county: (name) => `Only contracts with a side in ${name}.`,
    previous: 'Compared with',
    to: 'to',
  },
);

/** An address of the API's register as the portal's: the same filter, shareable. */
const registerAt = (address: string): string => `/workbench/register?${address.split('?')[1] ?? ''}`;

export function Component() {
  const t = useWords(words);
  const countyName = useCountyName();
  const [params, setParams] = useSearchParams();
  const choices = useChoices(dimension);
  const period = params.get('period') ?? lastQuarter();
  const cutOff = params.get('cutOff');
  const by = dimensions.find((one) => one === params.get('dimension')) ?? 'type';
  const query = { period, dimension: by, ...(cutOff !== null && { cutOff }) };
  const report = api.useQuery('get', '/v1/statistics', { params: { query } });
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(params);
    next.delete(name);
    if (value) next.set(name, value);
    setParams(next);
  };
  const known = periods();
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <p>
        <Link to={`/workbench/register?period=${period}`}>{t.register}</Link>{' '}
        <Link to="/workbench/statistics-editions">{t.editions}</Link>
      </p>
      <div className="fields">
        <label htmlFor="report-period">
          {t.period}
          <select id="report-period" value={period} onChange={({ target }) => set('period', target.value)}>
            {(known.includes(period) ? known : [period, ...known]).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label htmlFor="report-dimension">
          {t.dimension}
          <select id="report-dimension" value={by} onChange={({ target }) => set('dimension', target.value)}>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor="report-cut-off">
          {t.cutOff}
          <DayField
            id="report-cut-off"
            {...(cutOff !== null && { value: cutOff })}
            onChange={(day) => set('cutOff', day)}
          />
        </label>
      </div>
      <QueryView query={report}>
        {(shown) => (
          <>
            <p className="fine">
              {t.period} {shown.period}（<Day value={shown.from} /> {t.to} <Day value={shown.to} />
              ）；{t.cutOff} <Day value={shown.cutOff} />；{t.previous} {shown.previousPeriod}。
              {shown.county !== null && t.county(countyName(shown.county))}
            </p>
            {shown.tables.map((table) => (
              <Section key={table.dimension} title={table.title}>
                {table.dimension === 'flow' && <FlowMatrix table={table} listAt={registerAt} />}
                <FigureTable table={table} listAt={registerAt} />
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}
