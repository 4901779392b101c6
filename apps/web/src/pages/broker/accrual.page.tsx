import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { accrualState, itemOutcome, rewardScheme } from '../../text/codes/broker.codes.ts';
import { codeText } from '../../text/codes/codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AccrualBar } from './accrual-bar.tsx';
import { percentText } from './fee.tsx';

const words = bilingual(
  {
    accruals: '奖补计提',
    of: (scheme: string, year: number) => `${year} 年度${scheme}`,
    run: '算到哪里',
    below: '尚未达到起计额，暂不计提；达到后按全年合计计提，不只算超出部分。',
    counting: '已达到起计额，按比例计提，尚未封顶。',
    capped: '已封顶：再多的成交额也不再增加奖补。',
    arithmetic: '计算过程',
    policy: '依据',
    wording: '原文',
    reading: '计算口径',
    source: '来源',
    items: '逐笔记录',
    at: '时间',
    registration: '登记',
    outcome: '结果',
    share: '份额',
    base: '计入基数',
    increment: '本次入账',
    reason: '理由',
    none: '还没有记录。',
    ofNumber: (number: string) => `登记尾号 ${number}`,
  },
  {
    accruals: 'Reward accruals',
    of: (scheme, year) => `${scheme} ${year}`,
    run: 'How far it has come',
    below: 'Below the threshold: nothing is due. Once reached, the whole year counts.',
    counting: 'The threshold is reached; it counts at the rate and is not capped.',
    capped: 'Capped: more contracts add nothing.',
    arithmetic: 'Calculation',
    policy: 'Policy',
    wording: 'Wording',
    reading: 'Reading',
    source: 'Source',
    items: 'Items',
    at: 'Time',
    registration: 'Registration',
    outcome: 'Outcome',
    share: 'Share',
    base: 'Counted',
    increment: 'Booked',
    reason: 'Reason',
    none: 'No items yet.',
    ofNumber: (number) => `Registration …${number}`,
  },
);

export function Component() {
  const t = useWords(words);
  const { language } = useSettings();
  const { id = '' } = useParams();
  const query = api.useQuery('get', '/v1/reward-accruals/{id}', { params: { path: { id } } });
  const title = query.data
    ? t.of(codeText(rewardScheme, query.data.scheme, language), query.data.fiscalYear)
    : t.accruals;
  return (
    <Page title={title} crumbs={[{ title: t.accruals, to: '/workbench/broker/accruals' }]}>
      <QueryView query={query}>
        {(accrual) => (
          <>
            <Section title={t.run} actions={<StateTag codes={accrualState} value={accrual.state} />}>
              <p>
                <strong>{accrual.capped ? t.capped : accrual.thresholdReached ? t.counting : t.below}</strong>
              </p>
              <AccrualBar accrual={accrual} />
              <h3>{t.arithmetic}</h3>
              <p className="prose">{accrual.arithmetic}</p>
            </Section>
            <Section title={t.items}>
              <Items id={id} />
            </Section>
            <Section title={t.policy}>
              <Facts
                items={[
                  [t.wording, accrual.policy.wording],
                  [t.reading, accrual.policy.reading],
                  [t.source, accrual.policy.source],
                ]}
              />
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Items({ id }: { readonly id: string }) {
  const t = useWords(words);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/reward-accruals/{id}/items',
    { params: { path: { id }, query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Schemas['RewardItemView']>[] = [
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'of', title: t.registration, render: ({ registrationId }) => t.ofNumber(registrationId.slice(-6)) },
    { key: 'outcome', title: t.outcome, render: ({ outcome }) => <StateTag codes={itemOutcome} value={outcome} /> },
    { key: 'share', title: t.share, numeric: true, render: ({ shareBasisPoints }) => percentText(shareBasisPoints) },
    { key: 'base', title: t.base, numeric: true, render: ({ base }) => <Money value={base} /> },
    { key: 'increment', title: t.increment, numeric: true, render: ({ increment }) => <Money value={increment} /> },
    { key: 'reason', title: t.reason, render: ({ reason, disclosure }) => reason ?? disclosure ?? '—' },
  ];
  return <PagedTable caption={t.items} query={query} columns={columns} empty={t.none} />;
}
