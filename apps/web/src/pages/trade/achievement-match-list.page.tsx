import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { achievementState } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '成果的撮合',
    lead: '本单位的每项成果，有谁需要；发布后才撮合。',
    workbench: '我的工作台',
    name: '成果',
    state: '状态',
    view: '查看谁需要它',
    empty: '本单位还没有成果。先登记并发布成果，再看谁需要它。',
  },
  {
    title: 'Matches of achievements',
    lead: 'Who needs what we have; only published achievements are matched.',
    workbench: 'Workbench',
    name: 'Achievement',
    state: 'State',
    view: 'Who needs it',
    empty: 'No achievement yet. Disclose and publish one first.',
  },
);

export function Component() {
  const t = useWords(words);
  const mine = api.useInfiniteQuery('get', '/v1/achievements/mine', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['AchievementView']>[] = [
    { key: 'name', title: t.name, render: ({ title }) => title },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={achievementState} value={state} /> },
    {
      key: 'view',
      title: t.view,
      render: ({ id, title }) => (
        <Link to={`/workbench/achievement-matches/${id}`}>
          {t.view}
          <span className="visually-hidden">：{title}</span>
        </Link>
      ),
    },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={mine} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
