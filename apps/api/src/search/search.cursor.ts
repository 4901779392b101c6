import { maxSearchDepth, type SearchPosition } from '#platform/search/search.engine.js';

export const maxCursorLength = 160;
const engines = ['postgres', 'meilisearch'] as const;
const shape = /^([01]):([0-3]):(-?\d{1,16}(?:\.\d{1,18})?(?:e[+-]?\d{1,2})?):([0-9a-f-]{36}):(\d{1,4})$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where a page ended, as text that a caller hands back. */
export const cursorOf = ({ engine, step, key, id, count }: SearchPosition): string =>
  Buffer.from(`${engines.indexOf(engine)}:${step}:${key}:${id}:${count}`).toString('base64url');

export function positionOf(cursor: string): SearchPosition | null {
  const match = shape.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [, engine = '', step = '', key = '', id = '', count = ''] = match ?? [];
  const name = engines[Number(engine)];
  if (!match || name === undefined || !uuid.test(id) || Number(count) > maxSearchDepth) return null;
  return { engine: name, step: Number(step), key: Number(key), id, count: Number(count) };
}
