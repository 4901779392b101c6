import type { MultiSearchQuery } from 'meilisearch';
import type { MeilisearchServer } from './meilisearch.server.js';
import {
  byKey,
  countHits,
  failedFacets,
  filteredFacets,
  filterOf,
  isAfter,
  keyOf,
  maxWordsTogether,
  sortOf,
  tellingTerms,
  withoutFacet,
  wordsTogether,
  type RankedHit,
  type StoredHit,
} from './meilisearch.query.js';
import { wordsOf } from './postgres.engine.js';
import type { QueryPlan, QueryReader } from './query-plan.js';
import {
  facetNames,
  maxSearchDepth,
  type FacetCounts,
  type FacetName,
  type SearchAnswer,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
} from './search.engine.js';

/** How far a query is relaxed: all words; as many as there are; when nothing holds any, what sounds alike. */
const steps = { all: 0, some: 1, sound: 3 } as const;
/** A step that found fewer is relaxed: ten fit a screen. */
const enough = 10;
/** Words of a long text that are asked for one by one, and the hits read for each. */
const maxSubQueries = 6;
const hitsPerWord = 300;
const wholeShare = 0.3;

interface Found {
  readonly step: number;
  /** Best first. */
  readonly hits: readonly RankedHit[];
  readonly total: number;
  readonly facets: FacetCounts;
}

/** Search in Meilisearch, with Chinese segmentation (`cmn`) on documents and queries. */
export class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch';

  constructor(
    readonly server: MeilisearchServer,
    private readonly queries: QueryReader,
  ) {}

  /** A task that failed throws, so that the job which caused it fails too. */
  async upsert(documents: readonly SearchDocument[]): Promise<void> {
    for (const [index, group] of byIndex(documents)) {
      await this.prepare(index);
      await this.server.put(this.server.uid(index), group);
    }
  }

  async remove(index: string, ids: readonly string[]): Promise<void> {
    await this.prepare(index);
    await this.server.take(this.server.uid(index), ids);
  }

  /** Never makes an index: one that is missing is an error, and PostgreSQL answers. */
  async search(query: SearchQuery): Promise<SearchAnswer> {
    const plan = this.queries.read(query.text);
    if (query.after?.engine === this.name)
      return this.answer(query, plan, await this.find(query, plan, query.after.step));
    if (plan.terms.length === 0) return this.answer(query, plan, await this.find(query, plan, steps.all));
    const found = plan.terms.length > maxWordsTogether ? [] : [await this.find(query, plan, steps.all)];
    if ((found[0]?.total ?? 0) < enough) found.push(await this.find(query, plan, steps.some));
    if (found.every(({ total }) => total === 0) && plan.sounds.length > 0)
      found.push(await this.find(query, plan, steps.sound));
    return this.answer(
      query,
      plan,
      found.reduce((best, next) => (next.total > best.total ? next : best)),
    );
  }

  async count(index: string): Promise<number> {
    await this.prepare(index);
    return this.server.count(this.server.uid(index));
  }

  async digests(index: string): Promise<Map<string, string>> {
    await this.prepare(index);
    return this.server.digests(this.server.uid(index));
  }

  async health(): Promise<boolean> {
    return this.server.health();
  }

  async holds(index: string): Promise<boolean> {
    return this.server.exists(this.server.uid(index));
  }

  /** Those of these indexes that hold documents. */
  async filled(indexes: readonly string[]): Promise<string[]> {
    const held = await this.server.filled();
    return indexes.filter((index) => held.has(this.server.uid(index)));
  }

  /** The settings of today, also of an index that an older version made. */
  async settle(index: string): Promise<void> {
    await this.server.settle(this.server.uid(index));
  }

  /** Makes the index when it is not there. */
  private async prepare(index: string): Promise<void> {
    const uid = this.server.uid(index);
    if (!(await this.server.exists(uid))) await this.server.create(uid);
  }

  private find(query: SearchQuery, plan: QueryPlan, step: number): Promise<Found> {
    const one = step !== steps.some || plan.terms.length <= maxWordsTogether;
    return one ? this.together(query, plan, step) : this.wordByWord(query, plan);
  }

  /** One query, and one without a hit for each facet that is filtered by: its counts ignore its own filter. */
  private async together(query: SearchQuery, plan: QueryPlan, step: number): Promise<Found> {
    const asked = { indexUid: this.server.uid(query.index), ...wordsOrSounds(plan, step) };
    const own = filteredFacets(query);
    const [main, ...rest] = await this.ask([
      {
        ...asked,
        filter: filterOf(query.filters),
        sort: sortOf(query.sort),
        // After a first page the whole depth is read: what was written since must not move the next one.
        limit: query.after === null ? query.limit + 1 : maxSearchDepth,
        facets: query.facets.filter((name) => !own.includes(name)),
        showRankingScore: true,
        attributesToRetrieve: ['id', 'publishedAt', 'price', 'level'],
      },
      ...own.map((name) => ({
        ...asked,
        ...{ filter: filterOf(withoutFacet(query.filters, name)), limit: 0, facets: [name] },
      })),
    ]);
    const counts: Record<string, Record<string, number>> = { ...main?.facetDistribution };
    for (const [at, name] of own.entries()) counts[name] = rest[at]?.facetDistribution?.[name] ?? {};
    const hits = (main?.hits ?? []).map((hit) => ({
      id: hit.id,
      key: keyOf(query.sort, hit, hit._rankingScore ?? 0),
    }));
    return { step, hits, total: main?.estimatedTotalHits ?? 0, facets: counts };
  }

  /**
   * A text of many words: the server would want them all, or drop them one after the other. Each telling word is asked
   * for alone, all together once, and the hits are put together by what their words say.
   */
  private async wordByWord(query: SearchQuery, plan: QueryPlan): Promise<Found> {
    const base = {
      ...{ indexUid: this.server.uid(query.index), limit: hitsPerWord, showRankingScore: true },
      ...{ locales: ['cmn'] as ['cmn'], attributesToSearchOn: ['title', 'text'] },
      attributesToRetrieve: ['id', 'publishedAt', 'price', 'level', ...facetNames],
      // At most one facet may fail: that one's counts ignore it.
      filter: almostAll(query, filteredFacets(query)),
    };
    const telling = tellingTerms(plan);
    const terms = telling.slice(0, maxSubQueries);
    const [whole, ...answers] = await this.ask([
      { ...base, ...wordsTogether(plan, telling), matchingStrategy: 'frequency' as const },
      ...terms.map(({ word }) => ({ ...base, q: word, matchingStrategy: 'all' as const })),
    ]);
    const scores = new Map<string, { hit: StoredHit; score: number }>();
    const add = (hits: readonly (StoredHit & { _rankingScore?: number })[], share: number): void => {
      for (const hit of hits) {
        const known = scores.get(hit.id) ?? { hit, score: 0 };
        scores.set(hit.id, { hit, score: known.score + share * (hit._rankingScore ?? 0) });
      }
    };
    for (const [at, { weight }] of terms.entries()) add(answers[at]?.hits ?? [], weight);
    add(whole?.hits ?? [], wholeShare);
    const all = [...scores.values()];
    const hits = all
      .filter(({ hit }) => failedFacets(hit, query.filters).length === 0)
      .map(({ hit, score }) => ({ id: hit.id, key: keyOf(query.sort, hit, Math.round(score * 1e6) / 1e6) }))
      .sort(byKey);
    const facets = countHits(
      all.map(({ hit }) => hit),
      query,
    );
    return { step: steps.some, hits, total: hits.length, facets };
  }

  private answer(query: SearchQuery, plan: QueryPlan, { step, hits, total, facets }: Found): SearchAnswer {
    const { after } = query;
    const rest =
      after === null
        ? hits
        : after.engine === this.name
          ? hits.filter((hit) => isAfter(hit, after))
          : hits.slice(after.count); // the other engine's key says nothing here
    const shown = rest.slice(0, query.limit);
    const last = shown.at(-1);
    const count = (after?.count ?? 0) + shown.length;
    const more = rest.length > query.limit && count < maxSearchDepth && last !== undefined;
    return {
      engine: this.name,
      ids: shown.map(({ id }) => id),
      next: more ? { engine: this.name, step, key: last.key, id: last.id, count } : null,
      total,
      facets,
      words: wordsOf(plan),
      soundsAlike: step === steps.sound && total > 0,
    };
  }

  private async ask(queries: MultiSearchQuery[]) {
    const { results } = await this.server.search.multiSearch<{ queries: MultiSearchQuery[] }, StoredHit>({ queries });
    return results;
  }
}

function wordsOrSounds(plan: QueryPlan, step: number) {
  if (step === steps.sound)
    return { q: plan.sounds.join(' '), attributesToSearchOn: ['sounds'], matchingStrategy: 'all' as const };
  if (plan.terms.length === 0) return { q: '' };
  return step === steps.all
    ? { ...wordsTogether(plan, plan.terms), matchingStrategy: 'all' as const }
    : { ...wordsTogether(plan, tellingTerms(plan)), matchingStrategy: 'frequency' as const };
}

const almostAll = ({ filters }: SearchQuery, own: readonly FacetName[]): (string | string[])[] =>
  own.length < 2 ? [] : [own.map((left) => `(${filterOf(withoutFacet(filters, left)).join(' AND ')})`)];

function byIndex(documents: readonly SearchDocument[]): Map<string, SearchDocument[]> {
  const groups = new Map<string, SearchDocument[]>();
  for (const document of documents) groups.set(document.index, [...(groups.get(document.index) ?? []), document]);
  return groups;
}
