import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { claimState } from '../../text/codes/evaluation.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { CountField, TickField } from '../../ui/fields.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { AchievementField, AchievementTitle } from '../research/achievement-choice.tsx';

const words = bilingual(
  {
    title: '成熟度申报',
    lead: '某一级的认可以其下各级都有证据为前提；认可以后，检索与撮合按新的等级。',
    workbench: '我的工作台',
    make: '申报成熟度',
    achievement: '成果',
    level: '申报的等级（1–9）',
    farming: '种植、养殖类成果（同时对应小试、区域试验、示范、推广）',
    state: '状态',
    standing: '已证明的等级',
    created: '创建时间',
    empty: '还没有申报。',
  },
  {
    title: 'Readiness claims',
    lead: 'A level stands on evidence for all below it; once proven, search and matching use it.',
    workbench: 'Workbench',
    make: 'Claim a level',
    achievement: 'Achievement',
    level: 'Level (1–9)',
    farming: 'Of farming (small trial, regional trial, demonstration, extension)',
    state: 'State',
    standing: 'What is proven',
    created: 'Created',
    empty: 'No claim yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const query = api.useInfiniteQuery('get', '/v1/readiness-claims', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['ReadinessClaimView']>[] = [
    {
      key: 'achievement',
      title: t.achievement,
      render: ({ id, achievementId }) => (
        <Link to={`/workbench/readiness-claims/${id}`}>
          <AchievementTitle id={achievementId} />
        </Link>
      ),
    },
    { key: 'level', title: t.level, render: ({ level }) => `TRL ${level}` },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={claimState} value={state} /> },
    {
      key: 'standing',
      title: t.standing,
      render: ({ achievementId, level }) => (
        <Link to={`/achievements/${achievementId}/readiness`}>
          {t.standing}
          <span className="visually-hidden">：TRL {level}</span>
        </Link>
      ),
    },
    { key: 'created', title: t.created, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={hasRole(me.data, 'researchUnit', 'enterprise') && <DraftAct />}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function DraftAct() {
  const t = useWords(words);
  const navigate = useNavigate();
  const draft = api.useMutation('post', '/v1/readiness-claims');
  return (
    <FormAct<Schemas['DraftReadinessClaimDto']>
      primary
      button={t.make}
      work={async (body) => {
        const made = await draft.mutateAsync({ body });
        await navigate(`/workbench/readiness-claims/${made.id}`);
      }}
    >
      <AchievementField only={(state) => state !== 'withdrawn'} />
      <CountField name="level" label={t.level} max={9} />
      <TickField name="farming" label={t.farming} />
    </FormAct>
  );
}
