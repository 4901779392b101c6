import { must, type Market, type Problem } from './market.js';
import type { components } from './schema.js';

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** All items of a list, page by page: `for await (const demand of pages((cursor) => market.GET('/v1/demands', …)))`. */
export async function* pages<T>(
  read: (cursor: string | undefined) => Promise<{ data?: Page<T>; error?: Problem; response: Response }>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await must(read(cursor));
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/**
 * Events since a place, without end. Keep `next` when an event was dealt with, and go on from there after a restart:
 * then none is lost, and one may come twice (know them by `id`).
 */
export async function* events(
  market: Market,
  since = '0',
  types?: readonly string[],
): AsyncGenerator<{ event: components['schemas']['EventView']; next: string }> {
  for (;;) {
    const query = { since, limit: 100, wait: 20, ...(types && { types: types.join(',') }) };
    const page = await must(market.GET('/v1/events', { params: { query } }));
    for (const event of page.items) yield { event, next: event.sequence };
    since = page.next;
  }
}
