import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { competitionState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    title: '创新创业大赛',
    lead: '规则在报名开始时公布并留下摘要，此后不能改动。',
    name: '名称',
    state: '状态',
    until: '报名截止',
    tracks: '赛道',
    empty: '目前没有大赛。',
    home: '回到首页',
  },
  {
    title: 'Competitions',
    lead: 'The rules are published with their hash when entries open, and do not change afterwards.',
    name: 'Name',
    state: 'State',
    until: 'Enter by',
    tracks: 'Tracks',
    empty: 'No competition at present.',
    home: 'Home',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/competitions', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['CompetitionView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/competitions/${id}`}>{title}</Link> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={competitionState} value={state} /> },
    { key: 'until', title: t.until, render: ({ entriesUntil }) => <Day value={entriesUntil} /> },
    { key: 'tracks', title: t.tracks, render: ({ rules }) => rules.tracks.join('、') },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.empty}
      next={{ to: '/', title: t.home }}
    />
  );
}
