import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { accrualState, rewardScheme } from '../../text/codes/broker.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '奖补计提',
    lead: '按登记年度累计核定技术交易额。计提为暂计，评审批准后方可兑付。',
    workbench: '我的工作台',
    name: '奖补项目',
    year: '年度',
    total: '合计技术交易额',
    amount: '暂计金额',
    state: '状态',
    binds: '到哪一步',
    below: '未到起计额',
    counting: '按比例计提',
    capped: '已封顶',
    empty: '还没有计提。由本机构经纪促成的合同通过认定登记后，系统自动计提。',
    policies: '依据的政策',
    rate: '比例',
    threshold: '起计额',
    cap: '每年上限',
  },
  {
    title: 'Reward accruals',
    lead: 'The verified technology value of a year of registration adds up. Provisional until reviewed.',
    workbench: 'Workbench',
    name: 'Reward',
    year: 'Year',
    total: 'Technology value',
    amount: 'Provisional amount',
    state: 'State',
    binds: 'How far',
    below: 'Below the threshold',
    counting: 'Counting at the rate',
    capped: 'Capped',
    empty: 'Nothing yet. Once a contract you brokered is registered, it is counted by itself.',
    policies: 'Policies',
    rate: 'Rate',
    threshold: 'Threshold',
    cap: 'Cap a year',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/reward-accruals', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['RewardAccrualView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, scheme, fiscalYear }) => (
        <Link to={`/workbench/broker/accruals/${id}`}>
          <Code codes={rewardScheme} value={scheme} />
          <span className="visually-hidden"> {fiscalYear}</span>
        </Link>
      ),
    },
    { key: 'year', title: t.year, render: ({ fiscalYear }) => fiscalYear },
    { key: 'total', title: t.total, numeric: true, render: ({ total }) => <Money value={total} /> },
    { key: 'amount', title: t.amount, numeric: true, render: ({ provisionalAmount: at }) => <Money value={at} /> },
    {
      key: 'binds',
      title: t.binds,
      render: ({ thresholdReached, capped }) => (capped ? t.capped : thresholdReached ? t.counting : t.below),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={accrualState} value={state} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
      <Section title={t.policies}>
        <Policies />
      </Section>
    </Page>
  );
}

function Policies() {
  const t = useWords(words);
  const query = api.useQuery('get', '/v1/reward-policies', {}, { staleTime: 300_000 });
  return (
    <QueryView query={query}>
      {({ items }) => (
        <>
          {items.map((policy) => (
            <div key={policy.id}>
              <h3>{policy.title}</h3>
              <p>
                {t.rate} {policy.rate}，{t.threshold} <Money value={policy.threshold} />，{t.cap}{' '}
                <Money value={policy.capPerYear} />
              </p>
              <p className="prose">{policy.reading}</p>
              <p className="fine">{policy.source}</p>
            </div>
          ))}
        </>
      )}
    </QueryView>
  );
}
