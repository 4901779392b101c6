import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { SearchService, type SearchKind } from '../search/search.service.js';
import {
  SavedSearchRepository,
  type Change,
  type Known,
  type SavedSearch,
  type SearchAlert,
} from './saved-search.repository.js';

export type SavedSearchContent = Pick<SavedSearch, 'name' | 'query' | 'filters'> & { readonly kind: SearchKind };
type NotFound = Refusal<'savedSearch.notFound'>;

const maxPerPerson = 20;
const lookedAtOnce = 100;
/** Hits that are remembered as there already when a search is saved. */
const maxKnown = 2_000;
/** Changed documents held against a search in one transaction, and how many times in one look: the next look goes on. */
const changesAtOnce = 500;
const batchesOfALook = 20;

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
    const known = await this.known(actor, content);
    return this.unitOfWork.run(actor, async (tx): Promise<Result<SavedSearch, Refusal<'savedSearch.tooMany'>>> => {
      if ((await this.saved.countOf(tx, actor.personId)) >= maxPerPerson)
        return refuse('savedSearch.tooMany', { max: String(maxPerPerson) });
      const { personId, organizationId } = actor;
      const saved = { ...content, id: uuid(), personId, organizationId, unread: 0, createdAt: this.clock.now() };
      await this.saved.insert(tx, saved, known);
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
    for (const id of due) told += await this.look(actor, id);
    return told;
  }

  /** All that changed since the last look, some at a time: each batch is told and remembered together, or not at all. */
  private async look(actor: SystemActor, id: string): Promise<number> {
    const started = await this.unitOfWork.run(actor, (tx) => this.saved.now(tx));
    let told = 0;
    let after: Change | null = null;
    for (let batch = 0; batch < batchesOfALook; batch += 1) {
      const step: Step = await this.unitOfWork.run(actor, (tx) => this.lookOn(tx, id, after, started));
      told += step.told;
      after = step.last;
      if (after === null) break;
    }
    return told;
  }

  private async lookOn(tx: Tx, id: string, after: Change | null, started: Date): Promise<Step> {
    const search = await this.saved.lock(tx, id);
    if (!search) return { told: 0, last: null };
    const changes = await this.saved.changes(tx, id, after, changesAtOnce);
    const hits = await this.search.hitsAmong(
      search.kind as SearchKind,
      wantedOf(search),
      changes.map((change) => change.id),
    );
    const told = await this.saved.alert(tx, search, hits, this.clock.now());
    const last = changes.length < changesAtOnce ? null : (changes.at(-1) ?? null);
    await this.saved.checked(tx, id, last?.at ?? started);
    return { told, last };
  }

  /** As anybody finds them: a saved search sees no more than the public does. */
  private async known(actor: PersonActor, content: SavedSearchContent): Promise<Known> {
    const at = await this.unitOfWork.run(actor, (tx) => this.saved.now(tx));
    const { ids, total } = await this.search.found(content.kind, wantedOf(content), maxKnown);
    return { ids, all: total <= ids.length, at };
  }
}

interface Step {
  readonly told: number;
  /** The last change that was looked at when there may be more. */
  readonly last: Change | null;
}

const wantedOf = ({ query, filters }: Pick<SavedSearch, 'query' | 'filters'>) => ({
  text: query,
  filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]])),
});
