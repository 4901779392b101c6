import fc from 'fast-check';
import { clockAfter, maxAdvanceDays } from './sandbox-clock.js';

describe('sandbox clock', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  const code = (result: ReturnType<typeof clockAfter>) => (result.ok ? null : result.refusal.code);

  it.each([
    ['both ways at once', { advanceDays: 1, moveTo: new Date('2026-12-01T00:00:00Z') }, 'sandboxClock.oneWay'],
    ['no way', {}, 'sandboxClock.oneWay'],
    ['the same instant', { moveTo: now }, 'sandboxClock.notForward'],
    ['the past', { moveTo: new Date('2026-11-23T01:59:59.999Z') }, 'sandboxClock.notForward'],
    ['401 days', { moveTo: new Date(now.getTime() + 401 * 86_400_000) }, 'sandboxClock.tooFar'],
  ])('refuses %s', (_name, move, expected) => expect(code(clockAfter(now, move))).toBe(expected));

  it('moves forward by whole days, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: maxAdvanceDays }), (advanceDays) => {
        const result = clockAfter(now, { advanceDays });
        expect(result.ok && result.value.getTime() - now.getTime()).toBe(advanceDays * 86_400_000);
      }),
    );
  });
});
