import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { accrualState, rewardScheme } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { PartyName } from './party-name.tsx';

const words = bilingual(
  {
    title: '奖补计提',
    lead: '登记生效后自动计提；年度评审批准后才支付。点开可看计算过程和每一笔。',
    workbench: '我的工作台',
    open: '查看计算',
    scheme: '项目',
    beneficiary: '受益人',
    year: '年度',
    total: '计入合计',
    amount: '暂计金额',
    state: '状态',
    reached: '达到起计额',
    yes: '是',
    no: '还没有',
    empty: '还没有计提。促成的技术合同登记后，系统自动计提，结果显示在这里。',
  },
  {
    title: 'Reward accruals',
    lead: 'Accrued as registrations take effect; paid only once the yearly review has approved it.',
    workbench: 'Workbench',
    open: 'See the computation',
    scheme: 'Reward',
    beneficiary: 'Beneficiary',
    year: 'Year',
    total: 'Counted in all',
    amount: 'Provisional amount',
    state: 'State',
    reached: 'Threshold reached',
    yes: 'Yes',
    no: 'Not yet',
    empty: 'Nothing accrued yet. It begins by itself once a contract you brought about is registered.',
  },
);

export function Component() {
  const t = useWords(words);
  const accruals = api.useInfiniteQuery('get', '/v1/reward-accruals', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['RewardAccrualView']>[] = [
    {
      key: 'scheme',
      title: t.scheme,
      render: ({ id, scheme, fiscalYear }) => (
        <Link to={`/workbench/accruals/${id}`}>
          <Code codes={rewardScheme} value={scheme} /> {fiscalYear}
        </Link>
      ),
    },
    {
      key: 'beneficiary',
      title: t.beneficiary,
      render: ({ beneficiaryKind, beneficiaryId }) => <PartyName kind={beneficiaryKind} id={beneficiaryId} />,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={accrualState} value={state} /> },
    { key: 'reached', title: t.reached, render: ({ thresholdReached }) => (thresholdReached ? t.yes : t.no) },
    { key: 'total', title: t.total, numeric: true, render: ({ total }) => <Money value={total} /> },
    {
      key: 'amount',
      title: t.amount,
      numeric: true,
      render: ({ provisionalAmount }) => <Money value={provisionalAmount} />,
    },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={accruals} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
