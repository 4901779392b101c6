import fc from 'fast-check';
import { hiddenCells, hiddenFlows, maskTables, noSums, smallestCell, yearOnYear, type FigureTable } from './figures.js';

const table = (
  counts: Readonly<Record<string, number>>,
  dimension: FigureTable['dimension'] = 'field',
): FigureTable => {
  const rows = Object.entries(counts).map(([key, count]) => ({ key, current: { ...noSums, count }, previous: noSums }));
  const count = rows.reduce((sum, row) => sum + row.current.count, 0);
  return { dimension, rows, total: { current: { ...noSums, count }, previous: noSums } };
};

describe('year on year', () => {
  it.each([
    ['grows', 120n, 100n, 2_000],
    ['falls', 80n, 100n, -2_000],
    ['rounds half away from zero', 10_001n, 20_000n, -5_000],
    ['a third', 4n, 3n, 3_333],
    ['all gone', 0n, 5n, -10_000],
    ['nothing before: no rate, not infinity', 5n, 0n, null],
  ])('%s', (_name, current, previous, expected) => {
    expect(yearOnYear(current, previous)).toBe(expected);
  });
});

describe('masking small cells', () => {
  it.each<[string, Record<string, number>, string[], boolean]>([
    ['nothing small, nothing hidden', { a: 3, b: 10, c: 0 }, [], false],
    ['one small cell takes the next smallest with it', { a: 1, b: 10, c: 5 }, ['a', 'c'], false],
    [
      'two of one contract each are not enough: their sum tells one the other',
      { a: 1, b: 1, c: 5, d: 9 },
      ['a', 'b', 'c'],
      false,
    ],
    ['two small ones of three together are enough', { a: 1, b: 2, c: 5 }, ['a', 'b'], false],
    ['a lone small cell hides the total', { a: 2 }, ['a'], true],
    ['empty cells hide nothing', { a: 2, b: 0 }, ['a'], true],
  ])('%s', (_name, counts, hidden, total) => {
    const found = hiddenCells(new Map(Object.entries(counts)));
    expect([...found.keys].sort()).toEqual(hidden);
    expect(found.total).toBe(total);
  });

  it('lets nobody find a small cell by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }), (list) => {
        const counts = new Map(list.map((count, index) => [`k${index}`, count]));
        const { keys, total } = hiddenCells(counts);
        for (const [key, count] of counts) if (count > 0 && count < smallestCell) expect(keys.has(key)).toBe(true);
        const sum = [...keys].reduce((all, key) => all + (counts.get(key) ?? 0), 0);
        if (keys.size > 0 && !total) {
          expect(keys.size).toBeGreaterThanOrEqual(2);
          expect(sum).toBeGreaterThanOrEqual(smallestCell);
        }
      }),
    );
  });

  it('leaves no row or column of a flow with one hidden cell beside open ones', () => {
    const cell = fc.record({
      s: fc.integer({ min: 0, max: 4 }),
      b: fc.integer({ min: 0, max: 4 }),
      n: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
        const counts = new Map(cells.map(({ s, b, n }) => [`s${s}>b${b}`, n]));
        const hidden = hiddenFlows(counts);
        for (const [key, n] of counts) if (n < smallestCell) expect(hidden.has(key)).toBe(true);
        for (const at of [0, 1]) {
          const lines = new Set([...counts.keys()].map((key) => key.split('>')[at]));
          for (const line of lines) {
            const keys = [...counts.keys()].filter((key) => key.split('>')[at] === line);
            const gone = keys.filter((key) => hidden.has(key));
            if (gone.length > 0 && gone.length < keys.length) expect(gone.length).toBeGreaterThanOrEqual(2);
          }
        }
      }),
    );
  });

  it('hides all rows that overlap as soon as one is small, or what it leaves out', () => {
    const direction = (output: number, absorption: number, count: number): FigureTable => ({
      ...table({ output, absorption }, 'direction'),
      total: { current: { ...noSums, count }, previous: noSums },
    });
    const shown = (given: FigureTable) => maskTables([given])[0]?.rows.map((row) => row.current?.count ?? null);
    expect(shown(direction(10, 20, 30))).toEqual([10, 20]);
    expect(shown(direction(10, 29, 30))).toEqual([null, null]);
    expect(shown(direction(2, 20, 30))).toEqual([null, null]);
  });

  it('hides a total in every table when one table must hide it', () => {
    const [a, b] = maskTables([table({ a: 2 }), table({ x: 2 }, 'type')]);
    expect([a?.total.current, b?.total.current]).toEqual([null, null]);
  });
});
