import { Injectable } from '@nestjs/common';
import { eventRetentionDays, isEventType, type MarketEvent } from '#domain/market-event/market-event.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { MarketEventReader } from './market-event.reader.js';
import { MarketEventRepository } from './market-event.repository.js';

export interface EventQuery {
  /** The `next` of the page before; 0 from the oldest event that is kept. */
  readonly since: bigint;
  readonly types: readonly string[];
  readonly limit: number;
  /** So long an empty answer is held back for. */
  readonly waitSeconds: number;
}

export interface EventFeedPage {
  readonly items: readonly MarketEvent[];
  readonly next: string;
  readonly more: boolean;
}

export type EventRefusal = Refusal<
  'marketEvent.sinceTooOld' | 'marketEvent.unknownType' | 'marketEvent.tooManyWaiting'
>;

const numberedAtOnce = 5_000;
const pollMs = 400;
/** Calls of this process that wait for something new at the same time. */
const maxWaiting = 50;

/** The feed of events, and the numbering behind it. */
@Injectable()
export class MarketEventService {
  private waiting = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: MarketEventRepository,
    private readonly reader: MarketEventReader,
  ) {}

  /** What happened since, in one order that never changes. */
  async read(actor: PersonActor, query: EventQuery): Promise<Result<EventFeedPage, EventRefusal>> {
    const unknown = query.types.find((type) => !isEventType(type));
    if (unknown !== undefined) return refuse('marketEvent.unknownType', { type: unknown }, '/types');
    const until = Date.now() + query.waitSeconds * 1000;
    if (query.waitSeconds === 0) return this.readOnce(actor, query, query.since);
    if (this.waiting >= maxWaiting) return refuse('marketEvent.tooManyWaiting');
    this.waiting += 1;
    try {
      let { since } = query;
      for (;;) {
        const page = await this.readOnce(actor, query, since);
        if (!page.ok || page.value.items.length > 0 || page.value.more || Date.now() >= until) return page;
        since = BigInt(page.value.next);
        await new Promise((resolve) => setTimeout(resolve, pollMs));
      }
    } finally {
      this.waiting -= 1;
    }
  }

  /** Numbers what was committed. Returns how many; another numberer at work: 0. */
  async number(system: SystemActor): Promise<number> {
    let numbered = 0;
    for (;;) {
      const batch = await this.unitOfWork.run(system, (tx) => this.numberBatch(tx));
      numbered += batch;
      if (batch < numberedAtOnce) return numbered;
    }
  }

  /** Of an organization that is being removed nothing is told any more, in the remover's transaction. */
  async forget(tx: Tx, organizationId: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'marketEvent.forget', async (system) => {
      await this.events.holdCounter(system);
      await this.events.dropPending(system, organizationId);
    });
  }

  /** The last number given so far. */
  async lastSequence(tx: Tx): Promise<bigint> {
    return this.events.lastSequence(tx);
  }

  async prune(system: SystemActor): Promise<number> {
    return this.unitOfWork.run(system, (tx) => this.events.prune(tx, eventRetentionDays));
  }

  private async readOnce(
    actor: PersonActor,
    { types, limit }: EventQuery,
    since: bigint,
  ): Promise<Result<EventFeedPage, EventRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EventFeedPage, EventRefusal>> => {
      const oldest =
        since === 0n ? null : await this.unitOfWork.asSystem(tx, 'event', (all) => this.events.oldest(all));
      if (oldest !== null && since + 1n < oldest)
        return refuse('marketEvent.sinceTooOld', { days: String(eventRetentionDays), oldest: String(oldest - 1n) });
      const { events, next, more } = await this.reader.page(tx, since, types, limit);
      return ok({ items: events, next: next.toString(), more });
    });
  }

  private async numberBatch(tx: Tx): Promise<number> {
    const last = await this.events.lockCounter(tx);
    if (last === null) return 0;
    const taken = await this.events.takePending(tx, numberedAtOnce);
    if (taken.length > 0) await this.events.insert(tx, last + 1n, taken);
    return taken.length;
  }
}
