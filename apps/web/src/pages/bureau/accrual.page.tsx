import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { accrualState, itemOutcome, policyStanding, rewardScheme } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PartyName } from './party-name.tsx';

const words = bilingual(
  {
    list: '奖补计提',
    facts: '结果',
    scheme: '项目',
    beneficiary: '受益人',
    year: '年度',
    state: '状态',
    total: '计入合计',
    amount: '暂计金额',
    threshold: '是否达到起计额',
    capped: '是否达到上限',
    yes: '是',
    no: '否',
    how: '怎样算出',
    policy: '依据的政策',
    wording: '政策原文',
    reading: '计算口径',
    source: '来源',
    standing: '口径由谁定',
    rate: '比例',
    thresholdAt: '起计额',
    cap: '每年度上限',
    from: '施行日',
    items: '逐笔记录',
    itemsHelp: '每次登记、变更、注销各记一笔，从不修改；“不计入”写明理由。',
    outcome: '结果',
    contract: '登记',
    share: '份额',
    base: '计入基数',
    totalAfter: '计入后合计',
    amountAfter: '计入后金额',
    increment: '本笔增减',
    why: '理由',
    at: '时间',
    noItem: '还没有一笔记录。',
  },
  {
    list: 'Reward accruals',
    facts: 'Result',
    scheme: 'Reward',
    beneficiary: 'Beneficiary',
    year: 'Year',
    state: 'State',
    total: 'Counted in all',
    amount: 'Provisional amount',
    threshold: 'Threshold reached',
    capped: 'Cap reached',
    yes: 'Yes',
    no: 'No',
    how: 'How it was computed',
    policy: 'The policy behind it',
    wording: 'Wording',
    reading: 'Reading',
    source: 'Source',
    standing: 'Who decided the reading',
    rate: 'Rate',
    thresholdAt: 'Threshold',
    cap: 'Cap a year',
    from: 'In force from',
    items: 'Items',
    itemsHelp: 'One for each registration, change and cancellation; never changed. Whatever is not counted says why.',
    outcome: 'Outcome',
    contract: 'Registration',
    share: 'Share',
    base: 'Base',
    totalAfter: 'Total after it',
    amountAfter: 'Amount after it',
    increment: 'Change',
    why: 'Reason',
    at: 'When',
    noItem: 'No item yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const accrual = api.useQuery('get', '/v1/reward-accruals/{id}', { params: { path: { id } } });
  return (
    <Page title={t.list} crumbs={[{ title: t.list, to: '/workbench/accruals' }]}>
      <QueryView query={accrual}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.scheme, <Code key="scheme" codes={rewardScheme} value={shown.scheme} />],
                  [t.year, shown.fiscalYear],
                  [t.beneficiary, <PartyName key="who" kind={shown.beneficiaryKind} id={shown.beneficiaryId} />],
                  [t.state, <StateTag key="state" codes={accrualState} value={shown.state} />],
                  [t.total, <Money key="total" value={shown.total} />],
                  [t.threshold, shown.thresholdReached ? t.yes : t.no],
                  [t.amount, <Money key="amount" value={shown.provisionalAmount} />],
                  [t.capped, shown.capped ? t.yes : t.no],
                ]}
              />
            </Section>
            <Section title={t.how}>
              <p className="prose figure">{shown.arithmetic}</p>
            </Section>
            <Policy policy={shown.policy} />
            <Items id={id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Policy({ policy }: { readonly policy: Schemas['RewardPolicyView'] }) {
  const t = useWords(words);
  return (
    <Section title={t.policy}>
      <h3>{policy.title}</h3>
      <Facts
        items={[
          [t.wording, policy.wording],
          [t.reading, policy.reading],
          [t.source, policy.source],
          [t.standing, <Code key="standing" codes={policyStanding} value={policy.standing} />],
          [t.rate, policy.rate],
          [t.thresholdAt, <Money key="threshold" value={policy.threshold} />],
          [t.cap, <Money key="cap" value={policy.capPerYear} />],
          [t.from, <Day key="from" value={policy.effectiveFrom} />],
        ]}
      />
    </Section>
  );
}

/** 10000 basis points as 100%, exactly. */
const percent = (basisPoints: number): string => `${Math.floor(basisPoints / 100)}${decimals(basisPoints % 100)}%`;
const decimals = (rest: number): string => (rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`);

function Items({ id }: { readonly id: string }) {
  const t = useWords(words);
  const items = api.useInfiniteQuery(
    'get',
    '/v1/reward-accruals/{id}/items',
    { params: { path: { id }, query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Schemas['RewardItemView']>[] = [
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'outcome', title: t.outcome, render: ({ outcome }) => <StateTag codes={itemOutcome} value={outcome} /> },
    {
      key: 'contract',
      title: t.contract,
      render: ({ registrationId }) => (
        <Link to={`/workbench/registrations/${registrationId}`} className="figure">
          {registrationId.slice(-8)}
        </Link>
      ),
    },
    { key: 'share', title: t.share, numeric: true, render: (row) => percent(row.shareBasisPoints) },
    { key: 'base', title: t.base, numeric: true, render: ({ base }) => <Money value={base} /> },
    { key: 'totalAfter', title: t.totalAfter, numeric: true, render: (row) => <Money value={row.totalAfter} /> },
    { key: 'increment', title: t.increment, numeric: true, render: ({ increment }) => <Money value={increment} /> },
    { key: 'amountAfter', title: t.amountAfter, numeric: true, render: (row) => <Money value={row.amountAfter} /> },
    { key: 'why', title: t.why, render: ({ reason, disclosure }) => reason ?? disclosure ?? '—' },
  ];
  return (
    <Section title={t.items}>
      <p className="fine">{t.itemsHelp}</p>
      <PagedTable caption={t.items} query={items} columns={columns} empty={t.noItem} />
    </Section>
  );
}
