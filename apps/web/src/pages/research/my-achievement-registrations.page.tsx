import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { achievementRegistrationState } from '../../text/codes/achievement.codes.ts';
import { achievementKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '成果登记',
    workbench: '我的工作台',
    name: '成果',
    kind: '类型',
    state: '状态',
    number: '登记号',
    on: '登记日期',
    empty: '还没有申请成果登记。先打开一项成果，选择“申请成果登记号”。',
    achievements: '本单位的科技成果',
  },
  {
    title: 'Registrations of achievements',
    workbench: 'Workbench',
    name: 'Achievement',
    kind: 'Type',
    state: 'State',
    number: 'Number',
    on: 'Registered',
    empty: 'None yet. Open an achievement and apply for a number there.',
    achievements: 'Our achievements',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/achievement-registrations',
    { params: { query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Schemas['AchievementRegistrationView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, form }) => <Link to={`/workbench/achievement-registrations/${id}`}>{form.title}</Link>,
    },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={achievementKind} value={kind} /> },
    {
      key: 'state',
      title: t.state,
      render: ({ state }) => <StateTag codes={achievementRegistrationState} value={state} />,
    },
    { key: 'number', title: t.number, render: ({ number }) => number ?? <span className="none">—</span> },
    { key: 'on', title: t.on, render: ({ registeredOn }) => <Day value={registeredOn} /> },
  ];
  return (
    <Page
      title={t.title}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Link to="/workbench/achievements">{t.achievements}</Link>}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
