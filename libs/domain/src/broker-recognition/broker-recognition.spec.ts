import fc from 'fast-check';
import { brokerPolicies, type BrokerPolicy } from './broker.policy.js';
import { casebookScore, meetsConditions, reminderDue, sheetWanted, termOf } from './broker-recognition.js';

const policy = brokerPolicies[0] as BrokerPolicy;
const today = '2026-11-23';
const scores = (...all: number[]) => all.map((score) => ({ score }));
const held = (heldOn: string, hours: number, state: 'confirmed' | 'submitted' | 'rejected' = 'confirmed') => ({
  ...{ heldOn, hours, state },
});

describe('recognition of brokers', () => {
  it.each([
    ['no sheet', scores(), null],
    ['one sheet', scores(80), null],
    ['two that agree', scores(60, 79), 69],
    ['two at the edge', scores(60, 80), 70],
    ['two far apart', scores(50, 71), null],
    ['a third decides', scores(50, 80, 55), 55],
  ])('scores the paper: %s', (_name, sheets, expected) => {
    expect(casebookScore(sheets, policy)).toBe(expected);
    expect(sheetWanted(sheets, policy)).toBe(expected === null);
  });

  it('is always decided by three sheets, within them', () => {
    const mark = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(mark, mark, mark, (a, b, c) => {
        const score = casebookScore(scores(a, b, c), policy) ?? -1;
        expect([a, b, c]).toContain(score);
        expect([a, b, c].filter((one) => one <= score).length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it.each([
    ['enough', [held('2026-05-01', 24)], scores(60, 60), 'ok'],
    ['too little', [held('2026-05-01', 23)], scores(60, 60), 'brokerRecognition.hoursMissing'],
    ['unconfirmed', [held('2026-05-01', 24, 'submitted')], scores(60, 60), 'brokerRecognition.hoursMissing'],
    ['three years ago to the day', [held('2023-11-23', 24)], scores(60, 60), 'ok'],
    ['a day too old', [held('2023-11-22', 24)], scores(60, 60), 'brokerRecognition.hoursMissing'],
    ['no paper', [held('2026-05-01', 24)], scores(60), 'brokerRecognition.casebookPending'],
    ['a failed paper', [held('2026-05-01', 24)], scores(59, 60), 'brokerRecognition.casebookFailed'],
  ])('asks for hours and paper: %s', (_name, trainings, sheets, expected) => {
    const met = meetsConditions(
      { kind: 'first', grade: 'junior' },
      { trainings, sheets, current: null },
      policy,
      today,
    );
    expect(met.ok ? 'ok' : met.refusal.code).toBe(expected);
  });

  it('renews from the day after, or today when the old term is over', () => {
    expect(termOf('renewal', { validUntil: '2026-12-31' }, policy, today)).toEqual({
      ...{ validFrom: '2027-01-01', validUntil: '2029-12-31' },
    });
    expect(termOf('renewal', { validUntil: '2026-11-22' }, policy, today).validFrom).toBe(today);
    expect(termOf('first', null, policy, '2024-02-29')).toEqual({ validFrom: '2024-02-29', validUntil: '2027-02-27' });
  });

  it.each([
    ['2027-03-01', null],
    ['2027-02-21', 90],
    ['2026-12-23', 30],
    ['2026-11-30', 7],
    ['2026-11-22', null],
  ])('reminds of the end on %s: %p', (until, due) => expect(reminderDue(until, policy, today)).toBe(due));
});
