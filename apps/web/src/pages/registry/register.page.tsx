import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { api, download } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { dimension, entrySource, entryStatus, valuesOf } from '../../text/codes/statistics.codes.ts';
import { contractType } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, useChoices } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useEntryColumns } from './entry-columns.tsx';
import { periods } from './period.ts';
import './registry.css';

const words = bilingual(
  {
    title: '登记台账',
    lead: '已登记合同的清单：统计数字由它算出，也用于检索。地址可以分享，打开的是同一筛选。',
    statistics: '技术合同统计',
    filter: '筛选',
    all: '全部',
    text: '项目名称或双方名称',
    number: '登记编号',
    period: '统计期',
    status: '状态',
    type: '合同类别',
    source: '登记来源',
    min: '技术交易额不低于（元）',
    max: '技术交易额不超过（元）',
    apply: '检索',
    clear: '清除筛选',
    also: '另按',
    drop: '取消',
    totals: '合计',
    count: '合同数',
    value: '成交额',
    technology: '技术交易额',
    income: '技术收入',
    list: '清单',
    empty: '没有符合条件的登记。可放宽筛选。',
    csv: '导出 CSV',
    xlsx: '导出 XLSX',
    cutOff: '截止日',
  },
  {
    title: 'Register',
    lead: 'All registered contracts: the statistics are counted from them. The address keeps the filter.',
    statistics: 'Statistics',
    filter: 'Filter',
    all: 'All',
    text: 'Project or party',
    number: 'Registration number',
    period: 'Period',
    status: 'State',
    type: 'Type',
    source: 'Source',
    min: 'Technology value from (yuan)',
    max: 'Technology value up to (yuan)',
    apply: 'Search',
    clear: 'Clear',
    also: 'Also by',
    drop: 'Drop',
    totals: 'Totals',
    count: 'Contracts',
    value: 'Contract value',
    technology: 'Technology value',
    income: 'Technology income',
    list: 'List',
    empty: 'Nothing answers this. Ask for less.',
    csv: 'Export CSV',
    xlsx: 'Export XLSX',
    cutOff: 'Cut-off',
  },
);

type Query = NonNullable<paths['/v1/registration-entries']['get']['parameters']['query']>;
const inForm = ['text', 'number', 'period', 'status', 'type', 'source'] as const;
const amounts = ['minTechnologyValueYuan', 'maxTechnologyValueYuan'] as const;
/** Filters that the drill-down of a report sets. */
const fromReport = [
  'field',
  'sellerNature',
  'buyerNature',
  'ipKind',
  'plan',
  'sizeBand',
  'direction',
  'sellerPlace',
  'buyerPlace',
  'cutOff',
] as const;
const names = [...inForm, ...amounts, ...fromReport] as const;

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const asked = names.flatMap((name) => (params.get(name) ? [[name, params.get(name)!] as const] : []));
  const query = Object.fromEntries(asked) as Query; // a wrong value is the API's to refuse
  const address = new URLSearchParams(asked.map(([name, value]) => [name, value])).toString();
  const totals = api.useQuery('get', '/v1/registration-entries/totals', { params: { query } });
  const entries = api.useInfiniteQuery(
    'get',
    '/v1/registration-entries',
    { params: { query: { ...query, limit: 50 } } },
    byCursor,
  );
  const columns = useEntryColumns();
  const file = (format: 'csv' | 'xlsx'): void =>
    void download(`/v1/registration-entries/export?${address}&format=${format}`, `registrations.${format}`);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.statistics, to: '/workbench/statistics' }]}
      actions={
        <>
          <Button onClick={() => file('csv')}>{t.csv}</Button>
          <Button onClick={() => file('xlsx')}>{t.xlsx}</Button>
        </>
      }
    >
      <Section title={t.filter}>
        <Filter key={address} params={params} onFilter={setParams} />
        <Drilled params={params} onFilter={setParams} />
      </Section>
      <Section title={t.totals}>
        <QueryView query={totals}>
          {(sums) => (
            <Facts
              items={[
                [t.count, sums.count],
                [t.value, <Money key="value" value={sums.contractValue} />],
                [t.technology, <Money key="technology" value={sums.technologyValue} />],
                [t.income, <Money key="income" value={sums.technologyIncome} />],
              ]}
            />
          )}
        </QueryView>
      </Section>
      <Section title={t.list}>
        <PagedTable caption={t.list} query={entries} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

interface Filtering {
  readonly params: URLSearchParams;
  readonly onFilter: (params: URLSearchParams) => void;
}

function Filter({ params, onFilter }: Filtering) {
  const t = useWords(words);
  const choices = {
    period: periods().map((one) => ({ value: one, label: one })),
    status: useChoices(entryStatus),
    type: useChoices(contractType),
    source: useChoices(entrySource),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const next = new URLSearchParams(params);
        for (const [name, value] of new FormData(event.currentTarget)) {
          next.delete(name);
          if (typeof value === 'string' && value.trim() !== '') next.set(name, value.trim());
        }
        onFilter(next);
      }}
    >
      <div className="fields">
        {(['text', 'number'] as const).map((name) => (
          <label key={name}>
            {t[name]}
            <input name={name} defaultValue={params.get(name) ?? ''} maxLength={100} />
          </label>
        ))}
        {(['period', 'status', 'type', 'source'] as const).map((name) => (
          <label key={name}>
            {t[name]}
            <select name={name} defaultValue={params.get(name) ?? ''}>
              <option value="">{t.all}</option>
              {choices[name].map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        {amounts.map((name, index) => (
          <label key={name}>
            {index === 0 ? t.min : t.max}
            <input
              name={name}
              inputMode="decimal"
              pattern="\d{1,13}(\.\d{1,2})?"
              defaultValue={params.get(name) ?? ''}
            />
          </label>
        ))}
      </div>
      <div className="form-foot">
        <Button type="primary" htmlType="submit">
          {t.apply}
        </Button>
        <Button onClick={() => onFilter(new URLSearchParams())}>{t.clear}</Button>
      </div>
    </form>
  );
}

/** What a report's row narrowed the list to, and how to widen it again. */
function Drilled({ params, onFilter }: Filtering) {
  const t = useWords(words);
  const countyName = useCountyName();
  const set = fromReport.filter((name) => params.get(name));
  if (set.length === 0) return null;
  const without = (name: string): URLSearchParams => {
    const next = new URLSearchParams(params);
    next.delete(name);
    return next;
  };
  return (
    <ul className="tags">
      {set.map((name) => (
        <li key={name}>
          {name === 'cutOff' ? (
            t.cutOff
          ) : (
            <>
              {t.also}
              <Code codes={dimension} value={name} />
            </>
          )}
          ：
          {valuesOf[name] ? (
            <Code codes={valuesOf[name]} value={params.get(name)} />
          ) : name.endsWith('Place') ? (
            countyName(params.get(name))
          ) : (
            params.get(name)
          )}{' '}
          <Button size="small" onClick={() => onFilter(without(name))}>
            {t.drop}
            <span className="visually-hidden">
              ：{name === 'cutOff' ? t.cutOff : <Code codes={dimension} value={name} />}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
