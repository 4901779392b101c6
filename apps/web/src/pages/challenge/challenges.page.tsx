import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bidState } from '../../text/codes/challenge.codes.ts';
import { challengeState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '技术难题竞标',
    lead: '难题公开征集，方案密封提交；截止后揭示、隐名评审，公示后授奖，未获奖的逐项说明原因。',
    workbench: '我的工作台',
    all: '全部征集',
    make: '起草征集',
    mine: '本单位征集的难题',
    noMine: '还没有征集。',
    bids: '本单位的揭榜方案',
    noBids: '还没有应征。在公开的征集中选择难题，接受条款后应征。',
    name: '难题',
    state: '状态',
    commit: '提交承诺截止',
    at: '承诺时间',
    judge: '受邀评审的，请把本人编号告诉征集方，由其指定：',
  },
  {
    title: 'Open challenges',
    lead: 'Problems are called in public, answers sealed; after the deadline revealed, judged blind, awarded.',
    workbench: 'Workbench',
    all: 'All challenges',
    make: 'Draft a call',
    mine: 'Called by us',
    noMine: 'None yet.',
    bids: 'Our bids',
    noBids: 'None yet: choose among the public calls and accept the terms.',
    name: 'Problem',
    state: 'State',
    commit: 'Commit by',
    at: 'Committed',
    judge: 'Asked to judge? Tell the caller your number:',
  },
);

export function Component() {
  const t = useWords(words);
  const { data: me } = useMe();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Link to="/challenges">{t.all}</Link>
          <Link className="button-link" to="/workbench/challenges/new">
            {t.make}
          </Link>
        </>
      }
    >
      <Mine />
      {hasRole(me, 'enterprise', 'researchUnit') && <Bids />}
      <p className="fine">
        {t.judge} <code>{me?.id}</code>
      </p>
    </Page>
  );
}

function Mine() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/open-challenges/mine', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['OpenChallengeView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/workbench/challenges/${id}`}>{title}</Link> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={challengeState} value={state} /> },
    { key: 'commit', title: t.commit, render: ({ commitUntil }) => <Instant value={commitUntil} /> },
  ];
  return (
    <Section title={t.mine}>
      <PagedTable caption={t.mine} query={query} columns={columns} empty={t.noMine} />
    </Section>
  );
}

function Bids() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/open-challenge-bids', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['OpenChallengeBidView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ challengeId }) => (
        <Link to={`/workbench/challenges/${challengeId}/bid`}>
          <ChallengeTitle id={challengeId} />
        </Link>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={bidState} value={state} /> },
    { key: 'at', title: t.at, render: ({ committedAt }) => <Instant value={committedAt} /> },
  ];
  return (
    <Section title={t.bids}>
      <PagedTable caption={t.bids} query={query} columns={columns} empty={t.noBids} />
    </Section>
  );
}

function ChallengeTitle({ id }: { readonly id: string }) {
  const { data } = api.useQuery('get', '/v1/open-challenges/{id}', { params: { path: { id } } });
  return <>{data?.title ?? '…'}</>;
}
