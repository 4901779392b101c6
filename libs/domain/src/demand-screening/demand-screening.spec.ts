import fc from 'fast-check';
import { outcomeOf, outcomeReasonOf, opinions, type Opinion, type ScreeningExpert } from './demand-screening.js';
import { mayPublish } from './screening.policy.js';

const on = '2026-11-23';
const expert = (opinion: Opinion | null, reason: string | null = null): ScreeningExpert => ({
  personId: 'p',
  opinion,
  reason,
  givenAt: null,
});
const votes = (...given: (Opinion | null)[]) => given.map((opinion) => expert(opinion));

describe('screening of a demand', () => {
  it.each<[string, (Opinion | null)[], string | null]>([
    ['nobody asked', [], null],
    ['one has not answered', ['publish', null], null],
    ['one for it', ['publish'], 'recommend'],
    ['two of three for it', ['publish', 'return', 'publish'], 'recommend'],
    ['half for it is no majority', ['publish', 'reject'], 'return'],
    ['two of three against it', ['reject', 'reject', 'publish'], 'reject'],
    ['three opinions', ['publish', 'return', 'reject'], 'return'],
  ])('%s', (_name, given, expected) => {
    expect(outcomeOf(votes(...given), on)).toBe(expected);
  });

  it('does not depend on who answered first', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...opinions), { minLength: 1, maxLength: 9 }), (given) => {
        const reversed = [...given].reverse();
        return outcomeOf(votes(...given), on) === outcomeOf(votes(...reversed), on);
      }),
    );
  });

  it('tells reasons without names', () => {
    expect(
      outcomeReasonOf([expert('return', '缺少现状数据'), expert('publish'), expert('reject', '并非技术问题')]),
    ).toBe('1. 并非技术问题\n2. 缺少现状数据');
  });

  it.each([
    ['an enterprise needs none', 'enterprise', false, null, true],
    ['a cooperative answers for itself', 'cooperative', false, null, true],
    ['a county bureau needs one', 'countyBureau', false, null, false],
    ['a bureau with a recommendation', 'countyBureau', false, 'h', true],
    ['changed after the recommendation', 'transferAgency', false, 'other', false],
    ['on behalf of a farmer, whoever files', 'enterprise', true, null, false],
  ] as const)('%s', (_name, ownerKind, onBehalf, recommendedHash, allowed) => {
    expect(mayPublish({ ownerKind, onBehalf, recommendedHash, hash: 'h' }, on).ok).toBe(allowed);
  });
});
