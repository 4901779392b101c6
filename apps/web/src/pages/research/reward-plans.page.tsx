import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { planMode, planState } from '../../text/codes/reward-plan.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { AchievementTitle } from './achievement-choice.tsx';
import { percentText } from './achievement-fields.tsx';

const words = bilingual(
  {
    title: '职务成果奖酬',
    lead: '本单位的方案，以及您本人受益的方案。',
    workbench: '我的工作台',
    make: '起草奖酬方案',
    achievement: '成果',
    state: '状态',
    mode: '方式',
    pool: '奖励总额的比例',
    empty: '还没有奖酬方案。成果转化后，起草方案、公示，再逐笔分配给完成人。',
  },
  {
    title: 'Rewards of inventors',
    lead: 'Plans of your unit, and those you benefit from.',
    workbench: 'Workbench',
    make: 'Draft a plan',
    achievement: 'Achievement',
    state: 'State',
    mode: 'Of what',
    pool: 'Pool',
    empty: 'No plan yet. After a transfer draft one, publish it, and distribute.',
  },
);

export function Component() {
  const t = useWords(words);
  const params = { params: { query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/achievement-reward-plans', params, byCursor);
  const columns: Column<Schemas['RewardPlanView']>[] = [
    {
      key: 'achievement',
      title: t.achievement,
      render: ({ id, achievementId }) => (
        <Link to={`/workbench/reward-plans/${id}`}>
          <AchievementTitle id={achievementId} />
        </Link>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={planState} value={state} /> },
    { key: 'mode', title: t.mode, render: ({ mode }) => <Code codes={planMode} value={mode} /> },
    { key: 'pool', title: t.pool, numeric: true, render: (row) => `${percentText(row.poolBasisPoints)}%` },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Link to="/workbench/reward-plans/new">{t.make}</Link>}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
