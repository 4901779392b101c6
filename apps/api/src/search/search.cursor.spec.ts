import fc from 'fast-check';
import { cursorOf, maxCursorLength, positionOf } from './search.cursor.js';

describe('the cursor of a search', () => {
  it('says where a page ended, exactly', () => {
    const position = fc.record({
      engine: fc.constantFrom('postgres' as const, 'meilisearch' as const),
      step: fc.integer({ min: 0, max: 3 }),
      key: fc.oneof(
        fc.double({ min: 0, max: 2, noNaN: true }).map((score) => Math.round(score * 1e15) / 1e15),
        fc.integer({ min: -9_000_000_000_000_000, max: 1_000_000_000_000_000 }),
      ),
      id: fc.uuid(),
      count: fc.integer({ min: 0, max: 1_000 }),
    });
    fc.assert(
      fc.property(position, (at) => {
        expect(cursorOf(at).length).toBeLessThanOrEqual(maxCursorLength);
        expect(positionOf(cursorOf(at))).toEqual({ ...at, key: at.key === 0 ? 0 : at.key });
      }),
    );
  });

  it.each(['', 'zzz', Buffer.from('0:0:NaN:x:1').toString('base64url'), Buffer.from('at:20').toString('base64url')])(
    'refuses %s',
    (cursor) => {
      expect(positionOf(cursor)).toBeNull();
    },
  );
});
