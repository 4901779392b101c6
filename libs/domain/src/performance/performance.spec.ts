import fc from 'fast-check';
import type { Contract } from '../contract/contract.js';
import { addDays } from '../calendar/local-date.js';
import { unreachableStates } from '../shared/state-machine.js';
import {
  checkDelivery,
  checkPlan,
  decidePlan,
  deliveryTransitions,
  milestonePlanTransitions,
  progressOf,
  silenceEnds,
  undelivered,
  type MilestonePlan,
} from './milestone.js';
import { stepDay, stepOn } from './overdue.js';
import { royaltyFindings, royaltyPeriods, royaltyReportTransitions, type RoyaltyReport } from './royalty-report.js';

const now = new Date('2026-11-23T02:00:00Z');
const contract = {
  state: 'effective',
  contractValue: 1_000n,
  signedOn: '2026-01-05',
  validUntil: '2028-12-31',
} as const;
type Terms = Pick<Contract, 'effectiveOn' | 'validFrom' | 'validUntil' | 'payment'>;
type Royalty = NonNullable<NonNullable<Contract['payment']>['royalty']>;
const royalty: Royalty = {
  ...{ base: 'sales', steps: [{ from: 0n, rateBasisPoints: 300 }], settlement: 'quarterly', auditRight: true },
  until: null,
};
const licence: Terms = {
  ...{ effectiveOn: '2026-02-10', validFrom: null, validUntil: '2026-11-15' },
  payment: { manner: 'royalty', instalments: [], royalty },
};

describe('milestones', () => {
  it.each([
    ['more than the contract', [{ amount: 1_001n, dueOn: '2026-12-01' }], 'milestone.amountsAboveContract'],
    ['nothing', [{ amount: 0n, dueOn: '2026-12-01' }], 'milestone.empty'],
    ['due after the contract', [{ amount: 1n, dueOn: '2029-01-01' }], 'milestone.dueOutsideContract'],
    ['due before it', [{ amount: 1n, dueOn: '2026-01-04' }], 'milestone.dueOutsideContract'],
    [
      'all of it',
      [
        { amount: 400n, dueOn: '2026-12-01' },
        { amount: 600n, dueOn: '2027-01-01' },
      ],
      null,
    ],
  ])('of %s', (_case, milestones, code) => {
    const checked = checkPlan(contract, milestones);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  it('is agreed by the other side and withdrawn by its own', () => {
    const plan: MilestonePlan = {
      ...{ id: 'plan', contractId: 'contract', state: 'proposed', proposedBy: 'seller', silenceDays: null },
      ...{ withEscrow: true, reason: null, createdAt: now, decidedAt: null },
    };
    expect(decidePlan(plan, 'agree', 'seller', null, now).ok).toBe(false);
    expect(decidePlan(plan, 'agree', 'buyer', null, now).ok).toBe(true);
    expect(decidePlan(plan, 'withdraw', 'buyer', null, now).ok).toBe(false);
  });

  it('is never delivered twice over, whatever is accepted or returned', () => {
    const states = fc.constantFrom('submitted', 'accepted', 'returned');
    fc.assert(
      fc.property(fc.array(fc.tuple(states, fc.bigInt({ min: -2n, max: 500n })), { maxLength: 30 }), (given) => {
        const deliveries: { state: 'submitted' | 'accepted' | 'returned'; amount: bigint }[] = [];
        let milestone = { amount: 1_000n, accepted: 0n };
        for (const [state, amount] of given) {
          if (!checkDelivery(milestone, deliveries, amount).ok) continue;
          deliveries.push({ state: state, amount });
          if (state === 'accepted') milestone = { ...milestone, accepted: milestone.accepted + amount };
        }
        expect(milestone.accepted <= milestone.amount).toBe(true);
        expect(undelivered(milestone, deliveries) >= 0n).toBe(true);
        expect(progressOf(milestone) === 'accepted').toBe(milestone.accepted === milestone.amount);
      }),
    );
  });

  it('reads silence late rather than early, and never when it was not agreed', () => {
    expect(silenceEnds('2026-09-21', null)).toBeNull();
    // 2026-10-01 is a holiday: ten days from 09-21 end on the first working day after it.
    expect((silenceEnds('2026-09-21', 10) ?? '') > '2026-10-07').toBe(true);
    expect(silenceEnds('2026-11-23', 3)).toBe('2026-11-26');
  });

  it('has tables without unreachable states', () => {
    expect(unreachableStates(milestonePlanTransitions, 'proposed')).toEqual([]);
    expect(unreachableStates(deliveryTransitions, 'submitted')).toEqual([]);
    expect(unreachableStates(royaltyReportTransitions, 'submitted')).toEqual([]);
  });
});

describe('royalty reports', () => {
  const periods = royaltyPeriods(licence, '2026-11-23');
  const report = (periodFrom: string, change: Partial<RoyaltyReport>): RoyaltyReport => ({
    ...{ id: periodFrom, contractId: 'contract', state: 'confirmed', periodFrom, periodTo: addDays(periodFrom, 89) },
    ...{ dueOn: '2026-05-06', base: 100_000n, due: 3_000n, paid: 3_000n, statement: '', reason: null },
    ...{ submittedAt: now, decidedAt: null },
    ...change,
  });
  const codes = (
    reports: RoyaltyReport[],
    receipts: { amount: bigint; royaltyBase: bigint }[] = [],
    today = '2026-11-23',
  ) =>
    royaltyFindings(
      periods,
      reports,
      receipts.map((each) => ({ ...each, kind: 'royalty' as const, voidedAt: null })),
      today,
    ).map(({ code }) => code);

  it('are owed along calendar quarters, the first and the last cut', () => {
    expect(periods.map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-10', '2026-03-31'],
      ['2026-04-01', '2026-06-30'],
      ['2026-07-01', '2026-09-30'],
      ['2026-10-01', '2026-11-15'],
    ]);
  });

  it('follow each other without gap or overlap, whatever the contract', () => {
    const settlements = fc.constantFrom('monthly', 'quarterly', 'halfYearly', 'yearly');
    const days = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(settlements, days, days, (settlement, start, length) => {
        const from = addDays('2024-01-01', start);
        const clause = { ...royalty, settlement: settlement as 'monthly', until: addDays(from, length) };
        const found = royaltyPeriods(
          {
            ...licence,
            effectiveOn: from,
            validUntil: null,
            payment: { manner: 'royalty', instalments: [], royalty: clause },
          },
          '2040-01-01',
        );
        expect(found[0]?.from).toBe(from);
        expect(found.at(-1)?.to).toBe(clause.until);
        for (const [at, period] of found.entries()) {
          expect(period.from <= period.to && period.to < period.dueOn).toBe(true);
          if (at > 0) expect(period.from).toBe(addDays(found[at - 1]?.to ?? '', 1));
        }
      }),
    );
  });

  it.each([
    ['all missing', [], [], ['missingReport', 'missingReport', 'missingReport']],
    ['a fall to less than half', [{ base: 100_000n }, { base: 49_999n }, { base: 49_999n }], [], ['suddenDrop']],
    ['a fall to half', [{ base: 100_000n }, { base: 50_000n }, { base: 50_000n }], [], []],
    ['less paid than due', [{ paid: 2_999n }, {}, {}], [], ['underpaid']],
    ['receipts on a higher base', [{}, {}, {}], [{ amount: 9_000n, royaltyBase: 300_001n }], ['baseBelowReceipts']],
    ['payments nobody received', [{}, {}, {}], [{ amount: 8_999n, royaltyBase: 0n }], ['paidAboveReceipts']],
  ] as const)('finds %s', (_case, given, receipts, expected) => {
    const starts = ['2026-02-10', '2026-04-01', '2026-07-01'];
    const reports = given.map((change, at) => report(starts[at] ?? '', change));
    const known = receipts.length > 0 || reports.length === 0 ? [...receipts] : [{ amount: 9_000n, royaltyBase: 0n }];
    expect(codes(reports, known)).toEqual(expected);
  });
});

describe('overdue ladder', () => {
  it.each([
    ['2026-11-12', null],
    ['2026-11-13', 'reminder'],
    ['2026-11-20', 'reminder'],
    ['2026-11-22', 'reminder'], // due on Friday the 20th: the first day after it that counts is Monday
    ['2026-11-23', 'notice'],
    ['2026-12-04', 'notice'],
    ['2026-12-07', 'formalDemand'],
  ])('on %s stands at %s for a thing due on 2026-11-20', (today, step) => {
    expect(stepOn({ dueOn: '2026-11-20' }, today)?.step ?? null).toBe(step);
  });

  it('never goes back, and never demands on a day off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), (offset) => {
        const dueOn = addDays('2025-01-01', offset);
        const ranks = Array.from({ length: 40 }, (_unused, day) => stepOn({ dueOn }, addDays(dueOn, day - 10))?.step);
        const order = [undefined, 'reminder', 'notice', 'formalDemand'];
        const places = ranks.map((rank) => order.indexOf(rank));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(stepDay(dueOn, 1) > dueOn).toBe(true);
      }),
    );
  });
});
