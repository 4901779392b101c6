import fc from 'fast-check';
import { farmStages, transferModes } from '../achievement/achievement.js';
import { RowReader } from './columns.js';
import { exportColumns, type ExportedContent, type ExportKind } from './export-columns.js';
import { csvTextCell } from './import.js';

const context = { countyCodes: new Map<string, string>() };
const word = (max: number) =>
  fc
    .string({ minLength: 2, maxLength: max, unit: fc.constantFrom(...'湖羊苹果Aa1=+-@\'"，. ') })
    .map((text) => text.trim())
    .filter((text) => text.length >= 2 && !/^=".*"$/.test(text));
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const date = fc.constantFrom('2026-12-31', '2027-02-28');
const base = {
  id: fc.uuid(),
  externalKey: word(20),
  title: word(40),
  summary: word(80),
  field: optional(word(20)),
  countyCode: fc.constantFrom('621022', '621002'),
  zoneCode: optional(fc.constantFrom('mutton-sheep-dairy-goat', 'apple')),
  transferModes: fc.uniqueArray(fc.constantFrom(...transferModes)),
};
const contents: Record<ExportKind, fc.Arbitrary<ExportedContent>> = {
  achievements: fc.record({
    ...base,
    keywords: fc.uniqueArray(fc.constantFrom('湖羊', '代乳料', '021'), { maxLength: 3 }),
    readinessLevel: optional(fc.integer({ min: 1, max: 9 })),
    farmStage: optional(fc.constantFrom(...farmStages)),
    price: optional(fc.bigInt({ min: 0n, max: 10n ** 14n })),
  }),
  demands: fc.record({
    ...base,
    budget: optional(fc.bigInt({ min: 0n, max: 10n ** 14n })),
    neededBy: optional(date),
    leastReadinessLevel: optional(fc.integer({ min: 1, max: 9 })),
    excludedRegionCodes: fc.uniqueArray(fc.constantFrom('610000', '621022')),
    validUntil: optional(date),
  }),
};

describe('what is exported comes back as it was', () => {
  it.each(['achievements', 'demands'] as const)('%s, as text and through the cells of CSV', (kind) => {
    fc.assert(
      fc.property(contents[kind], (content) => {
        const plain = Object.fromEntries(exportColumns[kind].map(({ name, write }) => [name, write(content)]));
        const { id: _id, ...expected } = content;
        const read = new RowReader(kind, context).read(plain);
        expect(read).toEqual({ change: expected, problems: [] });
        const cells = Object.entries(plain).map(([name, text]) => [name, unquoted(csvTextCell(text))]);
        expect(new RowReader(kind, { ...context, csv: true }).read(Object.fromEntries(cells))).toEqual(read);
      }),
    );
  });

  it.each(['achievements', 'demands'] as const)('%s: every column is one that the import knows', (kind) => {
    const reader = new RowReader(kind, context);
    reader.read(Object.fromEntries(exportColumns[kind].map(({ name }) => [name, ''])));
    expect(reader.ignoredColumns).toEqual([]);
  });

  it('what has no number of its own is known by its id', () => {
    const [key] = exportColumns.demands;
    expect(key?.write({ id: 'x', externalKey: null } as ExportedContent)).toBe('x');
  });
});

/** As a CSV parser gives a cell. */
const unquoted = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
