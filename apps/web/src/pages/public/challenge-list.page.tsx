import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { challengeState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    title: '技术难题征集',
    lead: '企业出题并设奖，应征方案先交承诺、后揭示，评审看不到是谁。',
    name: '难题',
    field: '技术领域',
    budget: '项目预算',
    until: '提交承诺截止',
    state: '状态',
    empty: '目前没有难题征集。可以先看看技术需求。',
    demands: '浏览技术需求',
  },
  {
    title: 'Open challenges',
    lead: 'A company names a problem and prizes; solutions are committed first and revealed later, judged blind.',
    name: 'Problem',
    field: 'Field',
    budget: 'Budget',
    until: 'Commit by',
    state: 'State',
    empty: 'No challenge at present. Look at the demands.',
    demands: 'Browse demands',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/open-challenges', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['OpenChallengeView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/challenges/${id}`}>{title}</Link> },
    { key: 'field', title: t.field, render: ({ field }) => field ?? '—' },
    { key: 'budget', title: t.budget, numeric: true, render: ({ budget }) => <Money value={budget} /> },
    { key: 'until', title: t.until, render: ({ commitUntil }) => <Instant value={commitUntil} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={challengeState} value={state} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.empty}
      next={{ to: '/demands', title: t.demands }}
    />
  );
}
