import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import {
  dueEvent,
  openChallengeTransitions,
  publishChallenge,
  soundDates,
  type OpenChallenge,
} from './open-challenge.js';

const now = new Date('2026-11-23T02:00:00Z');
const days = (n: number): Date => new Date(now.getTime() + n * 86_400_000);
const challenge = (changes: Partial<OpenChallenge> = {}): OpenChallenge => ({
  id: 'c',
  organizationId: 'o',
  openedBy: 'p',
  demandId: null,
  state: 'draft',
  title: '清防蜡技术',
  summary: '征集清防蜡技术方案',
  field: null,
  countyCode: '621022',
  budget: null,
  ipTerms: {
    ownership: 'bidder',
    licenceBack: 'callerFree',
    secretUse: 'both',
    note: '按约定',
    confidentialityMonths: 24,
  },
  criteria: [{ code: 'plan', title: '可行性', weight: 100 }],
  prizes: [100n],
  passMark: 60,
  questionsUntil: days(8),
  commitUntil: days(10),
  revealUntil: days(12),
  scoringUntil: '2026-12-20',
  termsHash: null,
  noticeId: null,
  outcomeReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  publishedAt: null,
  ...changes,
});
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'ok';

describe('open challenge', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(openChallengeTransitions, 'draft')).toEqual([]);
  });

  it.each<[string, Partial<OpenChallenge>, string, string]>([
    ['whole', {}, '井深、含水和含蜡量的资料', 'ok'],
    ['without terms of the results', { ipTerms: null }, '井深、含水和含蜡量的资料', 'openChallenge.ipTermsMissing'],
    ['without details', {}, '略', 'openChallenge.detailsMissing'],
    [
      'weights that do not sum to 100',
      { criteria: [{ code: 'a', title: '甲', weight: 99 }] },
      '井深、含水和含蜡量的资料',
      'openChallenge.criteriaWrong',
    ],
    ['without prizes', { prizes: [] }, '井深、含水和含蜡量的资料', 'openChallenge.prizesMissing'],
    ['published twice', { state: 'open' }, '井深、含水和含蜡量的资料', 'state.notAllowed'],
  ])('%s', (_name, changes, details, code) => {
    expect(codeOf(publishChallenge(challenge(changes), details, 'hash', now))).toBe(code);
  });

  it.each<[string, Partial<OpenChallenge>, boolean]>([
    ['ten days to bid, two to reveal', {}, true],
    ['nine days to bid', { commitUntil: days(9.9), questionsUntil: days(8) }, false],
    ['questions until the day before', { questionsUntil: days(9) }, true],
    ['questions until an hour before', { questionsUntil: days(9.96) }, false],
    ['no time to reveal', { revealUntil: days(10.5) }, false],
    ['too long to reveal', { revealUntil: days(41) }, false],
    ['scored before it is revealed', { scoringUntil: '2026-12-04' }, false],
  ])('dates: %s', (_name, changes, sound) => {
    expect(soundDates(challenge(changes), now).ok).toBe(sound);
  });

  it('closes at the very instant of its deadlines, and not a millisecond before', () => {
    const counts = { committed: 1, revealed: 1 };
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 5_000 }), (offset) => {
        const at = (instant: Date) => new Date(instant.getTime() + offset);
        const opened = challenge({ state: 'open' });
        const revealing = challenge({ state: 'revealing' });
        expect(dueEvent(opened, counts, at(opened.commitUntil))?.event).toBe(
          offset >= 0 ? 'closeCommitments' : undefined,
        );
        expect(dueEvent(revealing, counts, at(revealing.revealUntil))?.event).toBe(
          offset >= 0 ? 'closeReveals' : undefined,
        );
      }),
    );
  });

  it.each([
    ['open', { committed: 0, revealed: 0 }],
    ['revealing', { committed: 3, revealed: 0 }],
  ] as const)('%s with nothing to go on with fails, with its reason', (state, counts) => {
    const due = dueEvent(challenge({ state }), counts, days(30));
    expect(due?.event).toBe('fail');
    expect(due?.reason).toBeTruthy();
  });
});
