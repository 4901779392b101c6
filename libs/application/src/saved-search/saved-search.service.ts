import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { SearchService, type SearchKind } from '../search/search.service.js';
import { SavedSearchRepository, type SavedSearch, type SearchAlert } from './saved-search.repository.js';

export type SavedSearchContent = Pick<SavedSearch, 'name' | 'query' | 'filters'> & { readonly kind: SearchKind };
type NotFound = Refusal<'savedSearch.notFound'>;

const maxPerPerson = 20;
/** Hits that are looked at: who is told of the hundred-and-first has asked too widely. */
const depth = 100;
const lookedAtOnce = 100;

/** Searches that people keep, and what came new into them. Everything is the person's own. */
@Injectable()
export class SavedSearchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly saved: SavedSearchRepository,
    private readonly search: SearchService,
    private readonly clock: Clock,
  ) {}

  /** What is found now is known: alerts tell of what comes later. */
  async save(
    actor: PersonActor,
    content: SavedSearchContent,
  ): Promise<Result<SavedSearch, Refusal<'savedSearch.tooMany'>>> {
    const known = await this.hits(content);
    return this.unitOfWork.run(actor, async (tx): Promise<Result<SavedSearch, Refusal<'savedSearch.tooMany'>>> => {
      if ((await this.saved.countOf(tx, actor.personId)) >= maxPerPerson)
        return refuse('savedSearch.tooMany', { max: String(maxPerPerson) });
      const { personId, organizationId } = actor;
      const saved = { ...content, id: uuid(), personId, organizationId, unread: 0, createdAt: this.clock.now() };
      await this.saved.insert(
        tx,
        saved,
        known.map(({ id }) => id),
      );
      return ok(saved);
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<SavedSearch[]> {
    return this.unitOfWork.run(actor, (tx) => this.saved.listOf(tx, actor.personId, after, limit));
  }

  async remove(actor: PersonActor, id: string): Promise<Result<null, NotFound>> {
    const removed = await this.unitOfWork.run(actor, (tx) => this.saved.remove(tx, actor.personId, id));
    return removed ? ok(null) : refuse('savedSearch.notFound');
  }

  async alerts(actor: PersonActor, unreadOnly: boolean, after: string | null, limit: number): Promise<SearchAlert[]> {
    return this.unitOfWork.run(actor, (tx) => this.saved.alertsOf(tx, actor.personId, unreadOnly, after, limit));
  }

  async read(actor: PersonActor, id: string): Promise<Result<SearchAlert, Refusal<'savedSearch.alertNotFound'>>> {
    const alert = await this.unitOfWork.run(actor, (tx) => this.saved.read(tx, actor.personId, id, this.clock.now()));
    return alert ? ok(alert) : refuse('savedSearch.alertNotFound');
  }

  /** Looks at every search in whose index something changed. Killed between, it tells the rest next time, and none twice. */
  async lookAll(actor: SystemActor): Promise<number> {
    const due = await this.unitOfWork.run(actor, (tx) => this.saved.due(tx, lookedAtOnce));
    let told = 0;
    for (const id of due)
      told += await this.unitOfWork.run(actor, async (tx) => {
        const search = await this.saved.lock(tx, id);
        if (!search) return 0;
        return this.saved.alert(tx, search, await this.hits(search), this.clock.now());
      });
    return told;
  }

  /** As anybody finds them: a saved search sees no more than the public does. */
  private async hits({ kind, query, filters }: Pick<SavedSearch, 'kind' | 'query' | 'filters'>) {
    const page = await this.search.search(kind as SearchKind, {
      ...{ text: query, limit: depth, sort: 'relevance', after: null, facets: [] },
      filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]])),
    });
    return page.hits.map(({ id, title }) => ({ id, title }));
  }
}
