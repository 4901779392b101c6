import { useState } from 'react';
import { Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    duties: '年度对接任务',
    count: (count: number, least: number, met: boolean) =>
      `${count} 次，至少 ${least} 次，${met ? '已达到' : '未达到'}`,
    unvisited: '本年尚未走访的企业',
    year: '年度',
    name: '企业',
    county: '县区',
    last: '最近一次走访',
    all: '本年都已走访。',
  },
  {
    duties: 'What is due each year',
    count: (count, least, met) => `${count} of at least ${least}: ${met ? 'met' : 'not met'}`,
    unvisited: 'Not visited yet this year',
    year: 'Year',
    name: 'Enterprise',
    county: 'County',
    last: 'Last visit',
    all: 'All were visited.',
  },
);

/** The year of the market's own day: the server says it, the browser's clock may be wrong. */
function useYear(): string | undefined {
  const { data } = api.useQuery('get', '/v1/hall', {}, { staleTime: 300_000 });
  return data?.asOf.slice(0, 4);
}

/** What the plan demands of the year, and how it stands. */
export function Duties() {
  const t = useWords(words);
  const year = useYear();
  const params = { query: { year: year ?? '2026' } };
  const duties = api.useQuery('get', '/v1/exchange-duties', { params }, { enabled: year !== undefined });
  return (
    <Section title={t.duties}>
      <QueryView query={duties}>
        {({ items }) => (
          <Facts
            items={items.map(({ title, count, leastPerYear, met }) => [title, t.count(count, leastPerYear, met)])}
          />
        )}
      </QueryView>
    </Section>
  );
}

/** Enterprises nobody visited in a year. */
export function Coverage() {
  const t = useWords(words);
  const year = useYear();
  const [chosen, setChosen] = useState<string | undefined>();
  if (year === undefined) return null;
  const years = [0, 1, 2].map((back) => String(Number(year) - back));
  return (
    <Section
      title={t.unvisited}
      actions={
        <Select
          aria-label={t.year}
          value={chosen ?? year}
          onChange={setChosen}
          options={years.map((value) => ({ value, label: value }))}
        />
      }
    >
      <Unvisited year={chosen ?? year} />
    </Section>
  );
}

function Unvisited({ year }: { readonly year: string }) {
  const t = useWords(words);
  const countyName = useCountyName();
  const page = { params: { query: { limit: 20, year } } };
  const query = api.useInfiniteQuery('get', '/v1/enterprise-visit-coverage', page, byCursor);
  const columns: Column<Schemas['UnvisitedView']>[] = [
    { key: 'name', title: t.name, render: ({ name }) => name },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    { key: 'last', title: t.last, render: ({ lastVisitedOn }) => <Day value={lastVisitedOn} /> },
  ];
  return <PagedTable caption={t.unvisited} query={query} columns={columns} empty={t.all} />;
}
