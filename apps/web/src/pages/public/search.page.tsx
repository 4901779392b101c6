import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { searchKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Page } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { useCountyName, useZoneName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { facetNames, Facets } from './facets.tsx';

const words = bilingual(
  {
    title: '检索',
    kinds: '检索什么',
    facets: '筛选',
    total: (count: number) => `共 ${count} 条`,
    corrected: (text: string) => `没有找到原文，已按“${text}”检索。`,
    soundsAlike: '没有字面命中，以下只是读音相近。',
    clear: '清除筛选',
    more: '再看一些',
    ask: '输入想找的技术、难题、单位或人。',
    none: '没有找到。换一种说法，或减少筛选条件。',
    post: '把它发布为技术需求',
  },
  {
    title: 'Search',
    kinds: 'What to search',
    facets: 'Filter',
    total: (count) => `${count} found`,
    corrected: (text) => `Nothing for the words as typed; searched for “${text}”.`,
    soundsAlike: 'No literal hit; these only sound alike.',
    clear: 'Clear filters',
    more: 'Show more',
    ask: 'Type the technology, problem, institution or person you look for.',
    none: 'Nothing found. Say it differently, or drop a filter.',
    post: 'Post it as a demand',
  },
);

type Kind = Schemas['SearchHitView']['kind'];
const isKind = (kind: string | null): kind is Kind => kind !== null && kind in searchKind;

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const kindParam = params.get('kind');
  const kind: Kind = isKind(kindParam) ? kindParam : 'achievements';
  const filters = Object.fromEntries(
    facetNames.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  );
  const query = api.useInfiniteQuery(
    'get',
    '/v1/search',
    { params: { query: { ...(q && { q }), kind, ...filters, limit: 20 } } } as never,
    byCursor,
  );
  const change = (changes: Readonly<Record<string, string | null>>): void => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { preventScrollReset: true });
  };
  return (
    <Page title={q ? `${t.title}：${q}` : t.title}>
      <SearchBox initial={q} onSearch={(text) => change({ q: text })} />
      <nav aria-label={t.kinds} className="kinds">
        {(Object.keys(searchKind) as Kind[]).map((one) => (
          <Button
            key={one}
            type={one === kind ? 'primary' : 'default'}
            aria-pressed={one === kind}
            onClick={() => void navigate(`/search?${new URLSearchParams({ ...(q && { q }), kind: one }).toString()}`)}
          >
            <Code codes={searchKind} value={one} />
          </Button>
        ))}
      </nav>
      <QueryView query={query}>
        {({ pages }: { pages: readonly Schemas['SearchView'][] }) => {
          const [first] = pages;
          const hits = pages.flatMap(({ items }) => items);
          return (
            <div className="split">
              <aside aria-label={t.facets}>
                <Facets facets={first?.facets ?? []} chosen={params} onChoose={change} />
                {Object.keys(filters).length > 0 && (
                  <Button onClick={() => change(Object.fromEntries(facetNames.map((name) => [name, null])))}>
                    {t.clear}
                  </Button>
                )}
              </aside>
              <div>
                <p role="status">{t.total(first?.total ?? 0)}</p>
                {first?.corrected && <p>{t.corrected(first.corrected)}</p>}
                {first?.soundsAlike && <p>{t.soundsAlike}</p>}
                {hits.length === 0 ? <NoHit next={first?.next ?? null} /> : <Hits hits={hits} />}
                {query.hasNextPage && (
                  <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                    {t.more}
                  </Button>
                )}
              </div>
            </div>
          );
        }}
      </QueryView>
    </Page>
  );
}

function NoHit({ next }: { readonly next: Schemas['NextStepView'] | null }) {
  const t = useWords(words);
  return (
    <div className="empty">
      <p>{next?.advice ?? t.none}</p>
      {next && <Link to={`/workbench/demands/new?title=${encodeURIComponent(next.body.title)}`}>{t.post}</Link>}
    </div>
  );
}

/** Where a hit is read in full. */
const pageOf: Readonly<Record<Kind, string>> = {
  achievements: '/achievements/',
  demands: '/demands/',
  listings: '/listings/',
  institutions: '/organizations/',
  brokers: '/brokers/',
  experts: '/experts/',
  cases: '/cases/',
  policies: '/policies?id=',
};

function Hits({ hits }: { readonly hits: readonly Schemas['SearchHitView'][] }) {
  const countyName = useCountyName();
  const zoneName = useZoneName();
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <li key={hit.id}>
          <h2>
            <Link to={`${pageOf[hit.kind]}${hit.id}`}>
              <Marked text={hit.title} marks={hit.titleMarks} />
            </Link>
          </h2>
          {hit.snippet ? (
            <p>
              <Marked text={hit.snippet.text} marks={hit.snippet.marks} />
            </p>
          ) : (
            hit.summary && <p>{hit.summary.slice(0, 160)}</p>
          )}
          <p className="hit-line">
            {hit.field && <span>{hit.field}</span>}
            {hit.readinessLevel !== null && <span>TRL {hit.readinessLevel}</span>}
            {hit.countyCode && <span>{countyName(hit.countyCode)}</span>}
            {hit.zoneCode && <span>{zoneName(hit.zoneCode)}</span>}
            {hit.price && <Money value={hit.price} />}
            {hit.source && <span>{hit.source}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}
