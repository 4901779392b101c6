import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ListPage } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    title: '创业导师',
    lead: '本人同意公开并接受在孵企业预约的导师。',
    name: '姓名',
    expertise: '专长',
    introduction: '介绍',
    none: '目前没有导师。登录后可以同意担任导师。',
    mine: '我的辅导',
  },
  {
    title: 'Mentors',
    lead: 'Who agreed to be shown and booked by tenants.',
    name: 'Name',
    expertise: 'Expertise',
    introduction: 'About',
    none: 'No mentor at present. Sign in to become one.',
    mine: 'My mentoring',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/mentors', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['MentorView']>[] = [
    { key: 'name', title: t.name, render: ({ id, displayName }) => <Link to={`/mentors/${id}`}>{displayName}</Link> },
    { key: 'expertise', title: t.expertise, render: ({ expertise }) => expertise.join('、') },
    { key: 'introduction', title: t.introduction, render: ({ introduction }) => introduction },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.none}
      next={{ to: '/workbench/mentoring', title: t.mine }}
    />
  );
}
