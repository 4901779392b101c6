import fc from 'fast-check';
import { Chunks } from './chunks.js';
import { Columns } from './columns.js';
import { OfferStore } from './offer-store.js';
import { Vocabulary } from './vocabulary.js';

const text = fc.string({ unit: fc.constantFrom('羊', '羔', '代', 'T', 'ｍ', '𠮷', '\n', ',') });
const offer = fc.record({
  organizationId: fc.uuid(),
  title: text,
  summary: fc.option(text),
  keywords: fc.array(text, { maxLength: 3 }),
  field: fc.option(fc.constantFrom('农业', '能源化工')),
  zoneCode: fc.constant(null),
  countyCode: fc.option(fc.constantFrom('621022')),
  readinessLevel: fc.option(fc.integer({ min: 1, max: 9 })),
  priceFen: fc.option(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })),
  publishedAt: fc.option(fc.date({ noInvalidDate: true })),
});

describe('the stores of the index', () => {
  it('give an achievement back as it came, whatever was replaced or removed before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.option(offer, { freq: 4 })), { minLength: 1, maxLength: 60 }),
        (steps) => {
          const store = new OfferStore();
          const live = new Map<number, unknown>();
          for (const [number, found] of steps) {
            if (live.delete(number)) store.delete(number);
            if (!found) continue;
            const whole = { id: `a${number}`, ...found };
            store.set(number, whole, []);
            live.set(number, whole);
          }
          for (const [number, whole] of live) expect(store.get(number, `a${number}`)).toEqual(whole);
        },
      ),
    );
  });

  it('keep members that only some records have, of any kind', () => {
    const columns = new Columns<Record<string, string | number | bigint | boolean | Date | null | object>>();
    const records: Parameters<typeof columns.set>[1][] = [
      { a: 1, b: null },
      { a: 'x', c: true, d: ['y'] },
      { b: new Date(5), e: 2n ** 60n + 1n },
      { a: 0.5 },
    ];
    records.forEach((record, at) => columns.set(at, record));
    records.forEach((record, at) => expect(columns.get(at)).toEqual(record));
    columns.set(1, { b: 'z' });
    expect(columns.get(1)).toEqual({ b: 'z' });
  });

  it('move what still lives when most of a chunk is free', () => {
    const chunks = new Chunks((size) => new Uint8Array(size), 64);
    for (let number = 0; number < 200; number += 1) chunks.set(number, Array(16).fill(number), 16);
    for (let number = 0; number < 200; number += 1) if (number % 7 !== 0) chunks.delete(number);
    for (let number = 0; number < 200; number += 7) {
      const start = chunks.start(number);
      expect([...chunks.chunk(number).subarray(start, start + chunks.size(number))]).toEqual(Array(16).fill(number));
    }
  });

  it('number terms as a map would', () => {
    const term = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ minLength: 2, maxLength: 2, unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3_000, size: 'max' }), (terms) => {
        const vocabulary = new Vocabulary();
        const known = new Map<string, number>();
        const found = terms.map((one) => [vocabulary.find(one), vocabulary.idOf(one)]);
        const expected = terms.map((one) => {
          const before = known.get(one);
          known.set(one, before ?? known.size);
          return [before, known.get(one)];
        });
        expect(found).toEqual(expected);
        expect(vocabulary.size).toBe(known.size);
      }),
      { numRuns: 3 },
    );
  });
});
