import fc from 'fast-check';
import { statesOf, unreachableStates } from '../shared/state-machine.js';
import {
  achievementTransitions,
  amendAchievement,
  checkInventors,
  closeAchievement,
  publishAchievement,
  registrable,
  registrationNumber,
  takenIn,
  withNumber,
  type Achievement,
  type AchievementState,
} from './achievement.js';

const now = new Date('2026-11-23T02:00:00Z');
const achievement = (changes: Partial<Achievement> = {}): Achievement => ({
  id: '0193f0a2-7c1e-7000-8000-000000000001',
  organizationId: '0193f0a2-7c1e-7000-8000-000000000002',
  state: 'disclosed',
  title: '代乳料',
  summary: '成活率由 88% 提高到 96%。',
  field: null,
  keywords: [],
  readinessLevel: null,
  farmStage: null,
  countyCode: null,
  zoneCode: null,
  transferModes: [],
  price: null,
  secret: false,
  kind: null,
  registrationNumber: null,
  externalKey: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  publishedAt: null,
  ...changes,
});
const inventors = [{ name: '甲', shareBasisPoints: 10_000 }];
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'ok';

describe('achievement', () => {
  it('has no state that nothing leads to', () => {
    const reached = new Set([...statesOf(achievementTransitions)]);
    for (const initial of ['disclosed', 'collected']) {
      for (const state of [...reached]) {
        if (!unreachableStates(achievementTransitions, initial).includes(state)) reached.delete(state);
      }
    }
    expect([...reached]).toEqual([]);
  });

  it.each<[string, Partial<Achievement>, string]>([
    ['a registered one', { state: 'registered' }, 'ok'],
    ['a collected one, not registered', { state: 'collected' }, 'ok'],
    ['a disclosed one, not registered', { state: 'disclosed' }, 'state.notAllowed'],
    ['a secret one', { state: 'registered', secret: true }, 'achievement.secret'],
    ['a withdrawn one that was public', { state: 'withdrawn', publishedAt: now }, 'ok'],
    ['a withdrawn one that never was', { state: 'withdrawn' }, 'state.notAllowed'],
    ['a transferred one', { state: 'transferred', publishedAt: now }, 'state.notAllowed'],
  ])('publishes %s: %s', (_name, changes, code) => {
    expect(codeOf(publishAchievement(achievement(changes), now))).toBe(code);
  });

  it('keeps the day of its first publication', () => {
    const first = new Date('2026-01-01T00:00:00Z');
    const again = publishAchievement(achievement({ state: 'withdrawn', publishedAt: first }), now);
    expect(again).toMatchObject({ ok: true, value: { publishedAt: first, version: 2 } });
  });

  it.each<[string, Partial<Achievement>, typeof inventors, string]>([
    ['complete', {}, inventors, 'ok'],
    ['published after collection', { state: 'published' }, inventors, 'ok'],
    ['without summary', { summary: null }, inventors, 'achievement.incomplete'],
    ['without inventors', {}, [], 'achievement.incomplete'],
    ['secret', { secret: true }, inventors, 'achievement.secret'],
    [
      'registered before',
      { state: 'registered', registrationNumber: '9622026Y0001' },
      inventors,
      'achievement.alreadyRegistered',
    ],
    ['withdrawn', { state: 'withdrawn' }, inventors, 'state.notAllowed'],
  ])('registers one that is %s', (_name, changes, people, code) => {
    expect(codeOf(registrable(achievement(changes), people))).toBe(code);
  });

  it('stays published when it is registered later', () => {
    const state = registrable(achievement({ state: 'published' }), inventors);
    const after = takenIn(achievement(), (state as { value: AchievementState }).value, 'basic', now);
    expect(after).toMatchObject({ state: 'published', kind: 'basic', registrationNumber: null });
  });

  it('gets its number from the bureau, entering the library if it was not there, and loses it when revoked', () => {
    const numbered = withNumber(achievement(), 'basic', '9622026J0001', now);
    expect(numbered).toMatchObject({ state: 'registered', kind: 'basic', registrationNumber: '9622026J0001' });
    expect(withNumber(achievement({ state: 'transferred' }), 'basic', '9622026J0001', now).state).toBe('transferred');
    expect(withNumber(numbered, 'basic', null, now)).toMatchObject({ state: 'registered', registrationNumber: null });
  });

  it.each([
    [2026, 'applied', 1, '9622026Y0001'],
    [2026, 'basic', 42, '9622026J0042'],
    [1999, 'softScience', 9999, '9621999R9999'],
  ] as const)('numbers %d %s %d as %s', (year, kind, serial, number) => {
    expect(registrationNumber(year, kind, serial)).toBe(number);
    expect(number).toMatch(/^\d{3}(19|20)\d{2}[YJR]\d{4}$/);
  });

  it('accepts shares exactly when each is something and all are everything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 10_001 }), { minLength: 1, maxLength: 6 }), (shares) => {
        const people = shares.map((shareBasisPoints, i) => ({ name: `完成人${i}`, shareBasisPoints }));
        const whole = shares.every((share) => share > 0) && shares.reduce((a, b) => a + b, 0) === 10_000;
        expect(checkInventors(people).ok).toBe(whole);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (share) => {
        const people = [
          { name: '甲', shareBasisPoints: share },
          { name: '乙', shareBasisPoints: 10_000 - share },
        ];
        expect(checkInventors(people).ok).toBe(true);
      }),
    );
  });

  it('is not amended when it left the market, nor made secret while it is public', () => {
    expect(codeOf(amendAchievement(achievement({ state: 'withdrawn' }), { title: '新名' }, now))).toBe(
      'achievement.closed',
    );
    expect(codeOf(amendAchievement(achievement({ state: 'published' }), { secret: true }, now))).toBe(
      'achievement.secret',
    );
    expect(codeOf(amendAchievement(achievement(), { keywords: ['一', '二', '三', '四'] }, now))).toBe(
      'achievement.keywordsTooMany',
    );
    expect(codeOf(amendAchievement(achievement(), { readinessLevel: 0 }, now))).toBe(
      'achievement.readinessLevelUnknown',
    );
    expect(codeOf(closeAchievement(achievement({ state: 'withdrawn' }), 'transfer', now))).toBe('state.notAllowed');
  });
});
