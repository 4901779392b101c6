import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import './figures.css';

const words = bilingual(
  {
    title: (period: string) => `技术合同统计期报 ${period}`,
    plain: '技术合同统计期报',
    lead: '定稿的数字不再更改；修订另出新版。不足 3 项合同的单元不公开。',
    hall: '展示大厅',
    figures: '数字与出处',
    number: (number: number) => `第 ${number} 版`,
    cutOff: '数据截至',
    frozen: '定稿于',
    reason: '修订原因',
    hash: '清单摘要（SHA-256）',
    total: '合计',
    name: '分项',
    count: '合同项数',
    value: '成交额',
    technology: '技术交易额',
    growth: '成交额同比',
    hidden: '不公开',
  },
  {
    title: (period) => `Contract statistics ${period}`,
    plain: 'Contract statistics',
    lead: 'Frozen figures never change; a restatement is a new edition. Cells of fewer than three contracts are hidden.',
    hall: 'Hall screen',
    figures: 'Figures and sources',
    number: (number) => `Edition ${number}`,
    cutOff: 'Data as of',
    frozen: 'Frozen',
    reason: 'Reason of the restatement',
    hash: 'Digest of the list (SHA-256)',
    total: 'Total',
    name: 'Row',
    count: 'Contracts',
    value: 'Contract value',
    technology: 'Technology value',
    growth: 'Value against a year before',
    hidden: 'hidden',
  },
);

/** One frozen edition as anybody may read it: the rows behind a quarter of the wall. */
export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const query = api.useQuery('get', '/v1/statistics-editions/{id}', { params: { path: { id } } });
  const crumbs = [
    { title: t.hall, to: '/hall' },
    { title: t.figures, to: '/hall/figures' },
  ];
  return (
    <Page title={query.data ? t.title(query.data.period) : t.plain} lead={t.lead} crumbs={crumbs}>
      <QueryView query={query}>
        {(edition) => (
          <>
            <p>
              {t.number(edition.number)} · {t.cutOff} <Day value={edition.cutOff} /> · {t.frozen}{' '}
              <Instant value={edition.frozenAt} />
            </p>
            {edition.reason !== null && (
              <p>
                {t.reason}：{edition.reason}
              </p>
            )}
            <p className="fine hash">
              {t.hash}：{edition.listHash}
            </p>
            {edition.tables.map((table) => (
              <Section key={table.dimension} title={table.title}>
                <Breakdown table={table} />
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Breakdown({ table }: { readonly table: Schemas['FigureTableView'] }) {
  const t = useWords(words);
  const rows = [...table.rows, ...(table.overlapping ? [] : [{ ...table.total, key: 'total', name: t.total }])];
  return (
    <div className="table-frame hall-table" tabIndex={0} role="region" aria-label={table.title}>
      <table>
        <caption className="visually-hidden">{table.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.count}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.technology}</th>
            <th scope="col">{t.growth}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, current, yearOnYear }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{current ? current.count : t.hidden}</td>
              <td>{current ? <Money value={current.contractValue} /> : t.hidden}</td>
              <td>{current ? <Money value={current.technologyValue} /> : t.hidden}</td>
              <td>{yearOnYear.contractValue === null ? '—' : `${yearOnYear.contractValue}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
