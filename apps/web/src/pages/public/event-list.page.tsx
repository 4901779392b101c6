import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { eventState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { useCountyName } from '../../ui/places.ts';

const words = bilingual(
  {
    title: '对接会',
    lead: '供需双方当面谈：一场一间洽谈室，时段由系统按撮合结果安排。',
    name: '名称',
    day: '举行日期',
    place: '地点',
    state: '状态',
    slots: '场次',
    empty: '目前没有对接会。发布需求后，系统会先在线上撮合。',
    post: '发布需求',
  },
  {
    title: 'Matchmaking events',
    lead: 'Both sides meet; rooms and times are planned from the matches.',
    name: 'Name',
    day: 'Held on',
    place: 'Place',
    state: 'State',
    slots: 'Slots',
    empty: 'No event at present. Post a demand to be matched online.',
    post: 'Post a demand',
  },
);

export function Component() {
  const t = useWords(words);
  const countyName = useCountyName();
  const query = api.useInfiniteQuery('get', '/v1/matchmaking-events', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['MatchmakingEventView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/events/${id}`}>{title}</Link> },
    { key: 'day', title: t.day, render: ({ heldOn }) => <Day value={heldOn} /> },
    { key: 'place', title: t.place, render: ({ countyCode, venue }) => `${countyName(countyCode)} ${venue}` },
    { key: 'slots', title: t.slots, numeric: true, render: ({ slots, rooms }) => `${slots} × ${rooms}` },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={eventState} value={state} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.empty}
      next={{ to: '/workbench/demands/new', title: t.post }}
    />
  );
}
