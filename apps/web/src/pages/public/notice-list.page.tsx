import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { noticeState } from '../../text/codes/public.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { useDaysLeft } from '../../ui/today.ts';

const words = bilingual(
  {
    title: '公示',
    lead: '公示期内，任何单位和个人都可以登录后提出异议。异议处理完之前，不能签约、不能发放。',
    name: '公示事项',
    state: '状态',
    posted: '公示日',
    lastDay: '最后一日',
    left: '还有',
    days: (days: number) => (days === 0 ? '今天最后一天' : `${days} 天`),
    empty: '目前没有公示。',
  },
  {
    title: 'Public notices',
    lead: 'While a notice runs, whoever signs in may object. Nothing is signed or paid until an objection is decided.',
    name: 'Subject',
    state: 'State',
    posted: 'Posted',
    lastDay: 'Last day',
    left: 'Left',
    days: (days) => (days === 0 ? 'last day today' : `${days} days`),
    empty: 'There is no notice at present.',
  },
);

export function Component() {
  const t = useWords(words);
  const daysLeft = useDaysLeft();
  const query = api.useInfiniteQuery('get', '/v1/public-notices', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['PublicNoticeView']>[] = [
    { key: 'title', title: t.name, render: ({ id, title }) => <Link to={`/public-notices/${id}`}>{title}</Link> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={noticeState} value={state} /> },
    { key: 'posted', title: t.posted, render: ({ postedOn }) => <Day value={postedOn} /> },
    { key: 'last', title: t.lastDay, render: ({ lastDay }) => <Day value={lastDay} /> },
    {
      key: 'left',
      title: t.left,
      render: ({ state, lastDay }) => {
        const days = state === 'running' ? daysLeft(lastDay) : null;
        return days === null || days < 0 ? '—' : t.days(days);
      },
    },
  ];
  return <ListPage title={t.title} lead={t.lead} query={query} columns={columns} empty={t.empty} />;
}
