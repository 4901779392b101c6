import fc from 'fast-check';
import { addDays } from '../calendar/local-date.js';
import { aliveUntil, isOver, reminderDue, validAfterRenewal, vitalityPolicyOn } from './vitality.js';

const today = '2026-11-23';
const days = fc.integer({ min: -800, max: 800 }).map((offset) => addDays(today, offset));

describe('how long an entry stays alive', () => {
  it.each([
    ['demand', null, '2027-05-22'],
    ['listing', null, '2027-11-23'],
    ['demand', '2026-12-31', '2026-12-31'],
    ['demand', '2030-01-01', '2027-05-22'],
    ['listing', today, today],
  ] as const)('%s with the last day %s of its owner: until %s', (kind, validUntil, expected) => {
    expect(aliveUntil(kind, today, validUntil)).toBe(expected);
  });

  it.each([
    ['2027-05-22', null],
    ['2026-12-24', null],
    ['2026-12-23', 30],
    ['2026-12-01', 30],
    ['2026-11-30', 7],
    ['2026-11-25', 7],
    ['2026-11-24', 1],
    ['2026-11-23', 1],
    ['2026-11-22', null],
  ] as const)('alive until %s: the reminder due today is %s', (lastDay, threshold) => {
    expect(reminderDue(lastDay, today)).toBe(threshold);
  });

  it('never outlives the owner’s last day nor the market’s, whatever is asked', () => {
    fc.assert(
      fc.property(fc.constantFrom('demand' as const, 'listing' as const), fc.option(days), (kind, validUntil) => {
        const until = aliveUntil(kind, today, validUntil);
        const longest = addDays(today, vitalityPolicyOn(today).aliveDays[kind]);
        return until <= longest && (validUntil === null || until <= validUntil);
      }),
    );
  });

  it('is never over on the day of its renewal, and a past last day does not come back', () => {
    fc.assert(
      fc.property(fc.option(days), (before) => {
        const validUntil = validAfterRenewal(null, before, today);
        return !isOver(aliveUntil('demand', today, validUntil), today) && (validUntil === null || validUntil > today);
      }),
    );
  });
});
