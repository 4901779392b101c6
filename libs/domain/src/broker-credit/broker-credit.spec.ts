import fc from 'fast-check';
import { addDays } from '../calendar/local-date.js';
import { creditEventKinds, creditPolicies, type CreditPolicy } from './broker-credit.policy.js';
import { contestEvent, creditOf, decideAppeal, weightOn, type BrokerCreditEvent } from './broker-credit.js';

const policy = creditPolicies[0] as CreditPolicy;
const day = '2026-11-23';
const event = (over: Partial<BrokerCreditEvent> = {}): BrokerCreditEvent => ({
  ...{ id: 'e', personId: 'broker', kind: 'complaintUpheld', state: 'recorded', points: -15, policyId: policy.id },
  ...{ occurredOn: day, sourceKind: 'mandate', sourceId: 's', reason: '', recordedBy: 'officer' },
  ...{ recordedAt: new Date(0), appealReason: null, decidedBy: null, decisionReason: null, version: 1, ...over },
});
const drawn = fc
  .record({ kind: fc.constantFrom(...creditEventKinds), ago: fc.integer({ min: 0, max: 2000 }), id: fc.uuid() })
  .map(({ kind, ago, id }) => event({ id, kind, points: policy.points[kind], occurredOn: addDays(day, -ago) }));

describe('credit of brokers', () => {
  it.each([
    ['on its day', 0, -1500],
    ['a year later', 365, -1000],
    ['on its last day', 1094, -1],
    ['after it has faded', 1095, 0],
    ['long after', 5000, 0],
  ])('weighs a fault %s', (_name, later, weight) => {
    expect(weightOn(event(), policy, addDays(day, later))).toBe(weight);
  });

  it('never weighs more as time goes by, and what is corrected weighs nothing', () => {
    fc.assert(
      fc.property(drawn, fc.nat(1500), fc.nat(1500), (one, first, more) => {
        const early = Math.abs(weightOn(one, policy, addDays(day, first)));
        expect(Math.abs(weightOn(one, policy, addDays(day, first + more)))).toBeLessThanOrEqual(early);
        expect(weightOn({ ...one, state: 'corrected' }, policy, day)).toBe(0);
      }),
    );
  });

  it('rises with merits, falls with faults, stays within bounds and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 20 }), drawn, (events, one) => {
        const { score } = creditOf(events, policy, day);
        const after = creditOf([...events, one], policy, day).score;
        if (one.points > 0) expect(after).toBeGreaterThanOrEqual(score);
        else expect(after).toBeLessThanOrEqual(score);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(policy.highest * 100);
        expect(creditOf([one, ...events].reverse(), policy, day).score).toBe(after);
      }),
    );
  });

  it('is contested in time and decided by other eyes, once', () => {
    const contested = contestEvent(event(), '已书面告知', policy, day, addDays(day, policy.appealDays));
    expect(contested).toMatchObject({ ok: true, value: { state: 'contested' } });
    expect(contestEvent(event(), '', policy, day, addDays(day, policy.appealDays + 1)).ok).toBe(false);
    const open = event({ state: 'contested' });
    for (const same of ['officer', 'broker'])
      expect(decideAppeal(open, 'uphold', same, '')).toMatchObject({ refusal: { code: 'brokerCredit.sameEyes' } });
    expect(decideAppeal(open, 'uphold', 'other', '')).toMatchObject({ value: { state: 'corrected' } });
    expect(decideAppeal(event({ state: 'confirmed' }), 'uphold', 'other', '').ok).toBe(false);
  });
});
