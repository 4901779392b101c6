import { Injectable } from '@nestjs/common';
import { eventTypes, leftTheMarket, tableOf, type MarketEvent } from '#domain/market-event/market-event.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { MarketEventRepository } from './market-event.repository.js';

export interface EventPage {
  readonly events: readonly MarketEvent[];
  /** Read on from here: everything up to it has been looked at. */
  readonly next: bigint;
  /** There may be more already. */
  readonly more: boolean;
}

/** Numbers that one page looks at: an actor who is told of little does not make it read the whole history. */
const sequencesAtOnce = 20_000n;
const allTypes: readonly string[] = eventTypes.map(({ type }) => type);

/** What an actor is told of: the feed and the webhooks read the same, here. */
@Injectable()
export class MarketEventReader {
  constructor(private readonly events: MarketEventRepository) {}

  /** Events after a sequence, in order. Only those whose subject the transaction's actor may read at this moment. */
  async page(tx: Tx, after: bigint, types: readonly string[], limit: number): Promise<EventPage> {
    const last = await this.events.lastSequence(tx);
    if (after >= last) return { events: [], next: after, more: false };
    const upTo = after + sequencesAtOnce < last ? after + sequencesAtOnce : last;
    const found = await this.events.page(tx, after, upTo, types.length === 0 ? allTypes : types, limit);
    const full = found.length === limit;
    const next = full ? BigInt(found.at(-1)?.sequence ?? upTo) : upTo;
    return { events: await this.permitted(tx, found), next, more: next < last };
  }

  /** The event, when the actor may still be told of it. */
  async find(tx: Tx, sequence: string): Promise<MarketEvent | null> {
    const event = await this.events.find(tx, sequence);
    const [permitted] = event ? await this.permitted(tx, [event]) : [];
    return permitted ?? null;
  }

  private async permitted(tx: Tx, events: readonly MarketEvent[]): Promise<readonly MarketEvent[]> {
    const readable = new Map<string, ReadonlySet<string>>();
    for (const kind of new Set(events.map(({ subjectKind }) => subjectKind))) {
      const ids = events.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
      readable.set(kind, await this.events.readable(tx, tableOf(kind), ids));
    }
    return events.filter(
      ({ subjectKind, subjectId, from, to }) =>
        readable.get(subjectKind)?.has(subjectId) === true || leftTheMarket(subjectKind, from, to),
    );
  }
}
