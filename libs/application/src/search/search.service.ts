import { Inject, Injectable } from '@nestjs/common';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { systemActor, type SystemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { PUBLIC_READER, type StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { PostgresSearchEngine } from '#platform/search/postgres.engine.js';
import {
  SEARCH_ENGINE,
  type FacetCounts,
  type SearchAnswer,
  type SearchEngine,
  type SearchPosition,
  type SearchQuery,
} from '#platform/search/search.engine.js';
import { SearchTerms } from '#platform/search/search.terms.js';
import { mark, snippet, wordsToMark, type MarkedText, type WordsToMark } from './marks.js';
import { peopleSources } from './people.sources.js';
import { policySource } from './policy.source.js';
import { searchKinds, type SearchHit, type SearchKind } from './search.kinds.js';
import { tableSources, type SearchSource } from './search.sources.js';
import { SpellingHelp } from './spelling.js';

export interface MarkedHit extends SearchHit {
  readonly titleMarks: MarkedText['marks'];
  readonly snippet: MarkedText | null;
}

export interface SearchPage {
  readonly engine: SearchAnswer['engine'];
  readonly hits: readonly MarkedHit[];
  readonly next: SearchPosition | null;
  readonly total: number;
  readonly facets: FacetCounts;
  /** What was looked for instead, when nothing held the words as they were written. */
  readonly corrected: string | null;
  readonly soundsAlike: boolean;
}

export { searchKinds, type SearchHit, type SearchKind } from './search.kinds.js';

export type Wanted = Omit<SearchQuery, 'index'>;

const refreshBatch = 200;
const chinese = /\p{Script=Han}/u;

const sources: Readonly<Record<SearchKind, SearchSource>> = Object.fromEntries(
  [...tableSources, ...peopleSources, policySource].map((source) => [source.kind, source]),
) as Record<SearchKind, SearchSource>;

export const sourceOf = (kind: SearchKind): SearchSource => sources[kind];

/** Finds what is public, and keeps the index in step with it. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
    private readonly postgres: PostgresSearchEngine,
    @Inject(PUBLIC_READER) private readonly reader: StatementReader,
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: SearchTerms,
    private readonly spelling: SpellingHelp,
    private readonly clock: Clock,
  ) {}

  /** The day in Beijing. */
  today(): LocalDate {
    return beijingDate(this.clock.now());
  }

  /** What the engine finds and PostgreSQL, asked as an anonymous reader, confirms to be public: a stale index cannot leak. */
  async search(kind: SearchKind, wanted: Wanted): Promise<SearchPage> {
    const answering = this.engine.search({ ...wanted, index: kind });
    const paging = answering.then((answer) => this.page(kind, answer, null));
    if (wanted.after !== null || wanted.text === '') return paging;
    // Beside the search, not after it: most queries are right as they are written.
    const nothing = () => answering.then(({ total }) => total === 0);
    const mending = this.spelling
      .correct(kind, wanted.text, nothing)
      .then((text) => (text === null ? null : this.mended(kind, wanted, text)));
    const [page, mended] = await Promise.all([paging, mending]);
    // What is typed by its sound and found by it is no slip.
    return mended === null || (page.soundsAlike && !chinese.test(wanted.text)) ? page : mended;
  }

  /** What the mended words find; null when they find no more than a sound. */
  private async mended(kind: SearchKind, wanted: Wanted, text: string): Promise<SearchPage | null> {
    const answer = await this.engine.search({ ...wanted, text, index: kind });
    return answer.total > 0 && !answer.soundsAlike ? this.page(kind, { ...answer, next: null }, text) : null;
  }

  /** Ids of what a search finds now, best first, and how many there are. */
  async found(
    kind: SearchKind,
    wanted: Pick<Wanted, 'text' | 'filters'>,
    limit: number,
  ): Promise<Pick<SearchAnswer, 'ids' | 'total'>> {
    return this.postgres.search({ ...wanted, index: kind, sort: 'relevance', limit, after: null, facets: [] });
  }

  /** Those of these documents that a search finds, public at this moment; wherever they stand in it. */
  async hitsAmong(
    kind: SearchKind,
    wanted: Pick<Wanted, 'text' | 'filters'>,
    ids: readonly string[],
  ): Promise<SearchHit[]> {
    const found = await this.postgres.hitsAmong({ ...wanted, index: kind, sort: 'relevance' }, ids);
    return found.length === 0 ? [] : sources[kind].confirm(this.reader, found, this.today());
  }

  /** Words of public documents that begin so, as somebody types. */
  suggest(kind: SearchKind, typed: string, limit: number): Promise<string[]> {
    return this.terms.suggest(kind, typed, limit);
  }

  /** Achievements, and what shows them: their listings, and the institutions known for them. */
  async refreshAchievements(actor: SystemActor, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const [row] = await tx.query<{ listings: string[]; organizations: string[] }>(
        `SELECT ARRAY(SELECT id FROM listing WHERE achievement_id = ANY ($1::uuid[])) AS listings,
           ARRAY(SELECT DISTINCT organization_id FROM achievement WHERE id = ANY ($1::uuid[])) AS organizations`,
        [ids],
      );
      const { listings = [], organizations = [] } = row ?? {};
      await this.refresh(tx, { achievements: ids, listings, institutions: organizations });
    });
  }

  /** Documents of one index, whatever they are. */
  async refreshKind(actor: SystemActor, kind: SearchKind, ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += refreshBatch) {
      const some = ids.slice(at, at + refreshBatch);
      await this.unitOfWork.run(actor, (tx) => this.refresh(tx, { [kind]: some }));
    }
  }

  async refreshDemands(actor: SystemActor, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.refresh(tx, { demands: ids }));
  }

  async refreshListings(actor: SystemActor, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.refresh(tx, { listings: ids }));
  }

  /** Units, and what names them: their brokers and experts, and the cases they are a party of. */
  async refreshOrganizations(actor: SystemActor, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const [row] = await tx.query<Readonly<Record<'brokers' | 'experts' | 'cases', string[]>>>(
        `SELECT ARRAY(SELECT r.id FROM broker_affiliation b JOIN broker_recognition r ON r.person_id = b.person_id
             WHERE b.agency_organization_id = ANY ($1::uuid[]) AND b.state = 'active') AS brokers,
           ARRAY(SELECT id FROM expert_profile WHERE organization_id = ANY ($1::uuid[])) AS experts,
           ARRAY(SELECT id FROM case_study WHERE party_ids && $1::uuid[] AND published_at IS NOT NULL) AS cases`,
        [ids],
      );
      await this.refresh(tx, { institutions: ids, ...row });
    });
  }

  /** Every recognition of these people: of two terms the one of today is shown. */
  async refreshBrokers(actor: SystemActor, personIds: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `SELECT id FROM broker_recognition WHERE person_id = ANY ($1::uuid[])`,
        [personIds],
      );
      await this.refresh(tx, { brokers: rows.map(({ id }) => id) });
    });
  }

  async refreshExpertsOfPersons(actor: SystemActor, personIds: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const rows = await tx.query<{ id: string }>(`SELECT id FROM expert_profile WHERE person_id = ANY ($1::uuid[])`, [
        personIds,
      ]);
      await this.refresh(tx, { experts: rows.map(({ id }) => id) });
    });
  }

  /** The whole plan: it is small and loaded as a whole. */
  async refreshPolicies(actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const known = await tx.query<{ id: string }>(
        `SELECT id FROM search_document WHERE index_name = 'policies' AND NOT removed`,
      );
      const current = await sources.policies.batch(tx, null, 10_000, this.today());
      await this.refresh(tx, { policies: [...new Set([...known, ...current].map(({ id }) => id))] });
    });
  }

  /** Writes documents of an older version anew, a few at a time; how many there were. */
  async refreshOutdated(): Promise<number> {
    return this.unitOfWork.run(systemActor('search.refresh', 'search-refresh'), async (tx) => {
      const rows = await tx.query<{ kind: SearchKind; id: string }>(
        `SELECT index_name AS kind, id FROM search_document
         WHERE digest = '' AND NOT removed AND index_name = ANY ($1) ORDER BY index_name, id LIMIT 200`,
        [searchKinds],
      );
      const idsOf = (kind: SearchKind): string[] => rows.filter((row) => row.kind === kind).map(({ id }) => id);
      await this.refresh(tx, Object.fromEntries(searchKinds.map((kind) => [kind, idsOf(kind)])));
      return rows.length;
    });
  }

  /**
   * Puts what is public into the indexes and takes out what is not. Each document is locked before it is read, so that
   * of two that write it the later one has read the newer state: an old one never comes last.
   */
  private async refresh(tx: Tx, wanted: Readonly<Partial<Record<SearchKind, readonly string[]>>>): Promise<void> {
    const kinds = searchKinds.filter((kind) => (wanted[kind]?.length ?? 0) > 0);
    const names = kinds.flatMap((kind) => (wanted[kind] ?? []).map((id) => `${kind}/${id}`));
    if (names.length === 0) return;
    await tx.query(
      `SELECT pg_advisory_xact_lock(key) FROM (
         SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest($1::text[]) AS name ORDER BY 1) AS locks`,
      [names],
    );
    const documents = [];
    for (const kind of kinds) documents.push(...(await sources[kind].find(tx, wanted[kind] ?? [], this.today())));
    await this.engine.upsert(documents);
    const found = new Set(documents.map(({ index, id }) => `${index}/${id}`));
    for (const kind of kinds) {
      const gone = (wanted[kind] ?? []).filter((id) => !found.has(`${kind}/${id}`));
      if (gone.length > 0) await this.engine.remove(kind, gone);
    }
  }

  private async page(kind: SearchKind, answer: SearchAnswer, corrected: string | null): Promise<SearchPage> {
    const rows = answer.ids.length === 0 ? [] : await sources[kind].confirm(this.reader, answer.ids, this.today());
    const byId = new Map(rows.map((row) => [row.id, row]));
    const { engine, next, total, facets, words, soundsAlike } = answer;
    const toMark = wordsToMark(words);
    const hits = answer.ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [marked(row, toMark)] : [];
    });
    return { engine, hits, next, total, facets, corrected, soundsAlike };
  }
}

const marked = (hit: SearchHit, words: WordsToMark): MarkedHit => ({
  ...hit,
  titleMarks: mark(hit.title, words).marks,
  snippet: hit.summary === null ? null : snippet(hit.summary, words),
});
