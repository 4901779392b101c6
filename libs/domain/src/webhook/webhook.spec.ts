import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import {
  attemptPausesMs,
  failedForGood,
  meaningOf,
  nextAttemptAt,
  redactAnswer,
  webhookDeliveryTransitions,
  webhookEndpointTransitions,
} from './webhook.js';

const now = new Date('2026-11-23T02:00:00Z');

describe('attempts', () => {
  it('are ten, over 75 hours and 35 minutes (Standard Webhooks 1.0.0)', () => {
    expect(attemptPausesMs).toHaveLength(10);
    expect(attemptPausesMs.reduce((sum, pause) => sum + pause, 0)).toBe((75 * 3600 + 35 * 60 + 5) * 1000);
  });

  it('come never earlier than the schedule says, at most a tenth later, and end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (attempts, chance) => {
          const pause = attemptPausesMs[attempts] ?? 0;
          const waited = (nextAttemptAt(attempts, now, chance)?.getTime() ?? 0) - now.getTime();
          expect(waited).toBeGreaterThanOrEqual(pause);
          expect(waited).toBeLessThanOrEqual(Math.ceil(pause * 1.1));
        },
      ),
    );
    expect(nextAttemptAt(10, now, 0)).toBeNull();
  });

  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [301, 'failed'],
    [302, 'failed'],
    [400, 'failed'],
    [410, 'gone'],
    [429, 'failed'],
    [500, 'failed'],
    [null, 'failed'],
  ] as const)('an answer of %p means %s', (status, meaning) => expect(meaningOf(status)).toBe(meaning));

  it('an address is switched off when nothing came through for as long as one message is tried', () => {
    const ago = (ms: number): Date => new Date(now.getTime() - ms);
    const whole = attemptPausesMs.reduce((sum, pause) => sum + pause, 0);
    expect([null, ago(whole - 1), ago(whole)].map((since) => failedForGood(since, now))).toEqual([false, false, true]);
  });
});

describe('an answer in the log', () => {
  it.each([
    ['{"token":"abc.def"}', '{"token":"***"}'],
    ['Authorization: Bearer eyJhbGciOi.x.y', 'Authorization: *** ***'],
    ['key whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw done', 'key whsec_*** done'],
    ['qytt_live_abc123_00', 'qytt_live_***'],
    ['身份证 62102219900101123X', '身份证 621***'],
    ['mail a.b@c.com.cn', 'mail ***@***'],
    ['a\u0000b\u001b[31mc', 'a b [31mc'],
    ['plain', 'plain'],
  ])('%p is shown as %p', (text, shown) => expect(redactAnswer(text)).toBe(shown));

  it('has no control character and at most 1,024 characters, whatever came', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6_000, unit: 'binary' }), (text) => {
        const shown = redactAnswer(text);
        expect(shown.length).toBeLessThanOrEqual(1_024);
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f]/);
      }),
    );
  });
});

it('all states of endpoints and deliveries are reached', () => {
  expect(unreachableStates(webhookEndpointTransitions, 'active')).toEqual([]);
  expect(unreachableStates(webhookDeliveryTransitions, 'pending')).toEqual([]);
});
