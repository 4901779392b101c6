import fc from 'fast-check';
import { commissionOf, halves, splitAmong, type CommissionFacts } from './commission.js';

const facts = (over: Partial<CommissionFacts> = {}): CommissionFacts => ({
  fee: { kind: 'percent', basisPoints: 200, base: 'technologyValue' },
  contract: {
    contractValue: 120_000_000n,
    technologyValue: 85_000_000n,
    signedOn: '2026-06-01',
    receipts: [
      { id: 'a', receivedOn: '2026-06-10', amount: 42_500_000n },
      { id: 'b', receivedOn: '2026-09-10', amount: 42_500_000n },
    ],
  },
  introducedOn: '2026-05-01',
  mandateEndedOn: null,
  tailEnd: '2027-06-30',
  sides: 1,
  concealed: false,
  ...over,
});

describe('commission', () => {
  it.each<[string, Partial<CommissionFacts>, bigint, string]>([
    ['falls due with the money', {}, 1_700_000n, '九百六十三'],
    ['is nothing without a contract', { contract: null }, 0n, '九百六十四'],
    ['is nothing for a broker who hid what matters', { concealed: true }, 0n, '九百六十二'],
    [
      'is owed although the principal went around the broker',
      { mandateEndedOn: '2026-05-20' },
      1_700_000n,
      '九百六十五',
    ],
    ['is nothing after the tail', { tailEnd: '2026-05-31' }, 0n, '延续期'],
    ['is nothing without an introduction before', { introducedOn: '2026-06-02' }, 0n, '九百六十三'],
    ['is each side’s own where both gave a mandate', { sides: 2 }, 1_700_000n, '第三十九条'],
    ['may be fixed', { fee: { kind: 'fixed', amount: 5_000_001n } }, 5_000_001n, '约定报酬 50000.01 元'],
    [
      'may rest on what comes in',
      { fee: { kind: 'percent', basisPoints: 100, base: 'received' } },
      850_000n,
      '实际到账额',
    ],
  ])('%s', (_name, over, due, reason) => {
    const statement = commissionOf(facts(over));
    expect(statement.due).toBe(due);
    expect(statement.reasons.join('')).toContain(reason);
  });

  it('adds up to the whole by any run of receipts, never more, never falling', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 });
    const fee = fc.oneof(
      fc.record({ kind: fc.constant('fixed' as const), amount: fc.bigInt({ min: 1n, max: 10n ** 9n }) }),
      fc.record({
        kind: fc.constant('percent' as const),
        basisPoints: fc.integer({ min: 1, max: 2_000 }),
        base: fc.constantFrom('technologyValue' as const, 'contractValue' as const),
      }),
    );
    fc.assert(
      fc.property(amounts, fee, (list, agreed) => {
        const value = list.reduce((total, amount) => total + amount, 0n);
        const receipts = list.map((amount, index) => ({ id: String(index), receivedOn: '2026-07-01', amount }));
        const contract = { contractValue: value, technologyValue: value, signedOn: '2026-06-01', receipts };
        const { lines, due, expected } = commissionOf(facts({ fee: agreed, contract }));
        expect(due).toBe(expected);
        expect(lines.every((line) => line.due >= 0n)).toBe(true);
        expect(lines.reduce((total, line) => total + line.due, 0n)).toBe(due);
      }),
    );
  });

  it('splits without losing or making a 分', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 10_000 }), (due, share) => {
        const { parts, agency } = splitAmong(due, [share, 10_000 - share]);
        expect(parts.reduce((total, one) => total + one, agency)).toBe(due);
        expect(halves(due)[0] + halves(due)[1]).toBe(due);
      }),
    );
  });
});
