import fc from 'fast-check';
import {
  checkPass,
  heldBefore,
  isSealed,
  moveProcedure,
  returnTo,
  tally,
  transferProcedureTransitions,
  type Minutes,
  type Step,
  type TransferProcedure,
  type Vote,
} from './transfer-procedure.js';
import { checkRule, stages, type Majority, type Stage, type StageRule } from './transfer-rule.js';

const at = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const rule = (stage: Stage, over: Partial<StageRule> = {}): StageRule => ({
  stage,
  personIds: [],
  roles: [],
  quorum: 1,
  majority: 'moreThanHalf',
  documents: [],
  days: null,
  minutes: false,
  ...over,
});
const sound: readonly StageRule[] = [
  rule('initiation', { roles: ['researchUnit'] }),
  rule('preliminaryReview', { personIds: ['b'] }),
  rule('evaluation', { personIds: ['c'] }),
  rule('argumentation', { personIds: ['d', 'e', 'f'], quorum: 3, minutes: true }),
  rule('decision', { personIds: ['g', 'h'], quorum: 2, minutes: true }),
  rule('publicity', { days: 15 }),
  rule('implementation', { roles: ['researchUnit'] }),
];
const replaced = (stage: Stage, over: Partial<StageRule>) =>
  sound.map((one) => (one.stage === stage ? { ...one, ...over } : one));
const vote = (personId: string, ballot: Vote['vote']): Vote => ({ personId, vote: ballot, opinion: '意见', at });
const votes = (approve: number, object: number, abstain = 0, recused = 0): Vote[] => [
  ...Array.from({ length: approve }, (_, i) => vote(`a${i}`, 'approve')),
  ...Array.from({ length: object }, (_, i) => vote(`o${i}`, 'object')),
  ...Array.from({ length: abstain }, (_, i) => vote(`s${i}`, 'abstain')),
  ...Array.from({ length: recused }, (_, i) => vote(`r${i}`, 'recused')),
];

describe('rule of a unit', () => {
  it.each<[string, readonly StageRule[], string[]]>([
    ['a sound one', sound, []],
    ['a stage left out', sound.filter(({ stage }) => stage !== 'evaluation'), ['stageMissing']],
    ['a stage twice', [...sound, rule('implementation', { roles: ['researchUnit'] })], ['stageTwice']],
    ['nobody for a stage', replaced('evaluation', { personIds: [] }), ['actorMissing', 'quorumTooLarge']],
    ['a quorum above the people', replaced('decision', { quorum: 3 }), ['quorumTooLarge']],
    ['a decision of one', replaced('decision', { quorum: 1 }), ['quorumTooSmall']],
    ['a panel of two', replaced('argumentation', { quorum: 2 }), ['quorumTooSmall']],
    ['a meeting by role', replaced('decision', { roles: ['researchUnit'] }), ['rolesNotCountable']],
    ['a decision without minutes', replaced('decision', { minutes: false }), ['minutesMissing']],
    ['a notice of 14 days', replaced('publicity', { days: 14 }), ['noticeTooShort']],
    ['a notice without days', replaced('publicity', { days: null }), ['noticeTooShort']],
    ['a notice of 61 days', replaced('publicity', { days: 61 }), ['noticeTooLong']],
    ['one person who proposes and examines', replaced('initiation', { roles: [], personIds: ['b'] }), ['personAlone']],
    ['one person named twice', replaced('decision', { personIds: ['g', 'g'] }), ['quorumTooLarge']],
  ])('finds what is wrong with %s', (_name, rules, codes) => {
    expect(checkRule(rules, today).map(({ code }) => code)).toEqual(codes);
  });

  it('says everything at once', () => {
    expect(checkRule([], today)).toHaveLength(stages.length);
  });
});

describe('votes', () => {
  it.each<[Majority, number, number, number, boolean]>([
    ['moreThanHalf', 2, 2, 0, false], // 超过半数 excludes the half (民法典 art. 1259)
    ['moreThanHalf', 3, 2, 0, true],
    ['moreThanHalf', 2, 1, 2, false],
    ['twoThirds', 2, 1, 0, true], // 三分之二以上 includes it
    ['twoThirds', 3, 2, 0, false],
    ['unanimous', 3, 0, 1, false],
    ['unanimous', 3, 0, 0, true],
  ])('%s of %i for, %i against, %i abstaining: %s', (majority, approve, object, abstain, carried) => {
    expect(tally(rule('decision', { majority }), votes(approve, object, abstain)).carried).toBe(carried);
  });

  it('does not count the recused as present', () => {
    expect(tally(rule('decision', { quorum: 3 }), votes(2, 0, 0, 5))).toMatchObject({
      present: 2,
      quorumMet: false,
      carried: false,
    });
  });

  it('never carries with nobody for it, and never by more objections', () => {
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.nat(8),
        fc.nat(8),
        fc.constantFrom<Majority>('moreThanHalf', 'twoThirds', 'unanimous'),
        (approve, object, abstain, majority) => {
          const one = rule('decision', { majority });
          const before = tally(one, votes(approve, object, abstain)).carried;
          expect(approve === 0 && before).toBe(false);
          if (!before) expect(tally(one, votes(approve, object + 1, abstain)).carried).toBe(false);
        },
      ),
    );
  });
});

const procedure = (state: TransferProcedure['state']): TransferProcedure =>
  ({ state, version: 1 }) as TransferProcedure;
const step = (stage: Stage, people: string[], serial = 1): Step => ({
  id: `${stage}${serial}`,
  serial,
  stage,
  enteredAt: at,
  dueOn: null,
  leftAt: null,
  event: null,
  reason: null,
  byPersonId: null,
  votes: people.map((one) => vote(one, 'approve')),
});

describe('procedure', () => {
  it('goes forward one stage at a time: no event of the table skips one', () => {
    const order: readonly string[] = stages;
    for (const [from, events] of Object.entries(transferProcedureTransitions)) {
      for (const to of Object.values(events)) {
        const [here, there] = [order.indexOf(from), order.indexOf(to)];
        if (here >= 0 && there >= 0) expect(there - here).toBeLessThanOrEqual(1);
      }
    }
  });

  it('goes back to any earlier stage before the notice, and out of the notice to the decision only', () => {
    for (const from of stages.slice(0, 5)) {
      for (const to of stages) {
        const moved = moveProcedure(procedure(from), returnTo(to), at);
        expect([from, to, moved.ok]).toEqual([from, to, stages.indexOf(to) < stages.indexOf(from)]);
      }
    }
    expect(moveProcedure(procedure('publicity'), 'returnToEvaluation', at).ok).toBe(false);
    expect(moveProcedure(procedure('publicity'), 'pass', at).ok).toBe(false);
  });

  it.each<[string, Stage, Step[], Stage | null]>([
    ['who proposed', 'decision', [step('initiation', ['x'])], 'initiation'],
    ['who examined', 'decision', [step('preliminaryReview', ['x'])], 'preliminaryReview'],
    ['who evaluated', 'decision', [step('evaluation', ['x'])], 'evaluation'],
    ['who proposed', 'preliminaryReview', [step('initiation', ['x'])], 'initiation'],
    ['who argued', 'decision', [step('argumentation', ['x'])], null],
    [
      'who proposed before it was begun anew',
      'decision',
      [step('initiation', ['x']), step('initiation', ['y'], 4)],
      null,
    ],
  ])('lets %s not hold %s too', (_name, stage, steps, held) => {
    expect(heldBefore(steps, stage, 'x')).toBe(held);
  });

  it.each<[string, Partial<StageRule>, Vote[], string[], boolean, string]>([
    ['nothing missing', {}, votes(1, 0), [], false, 'ok'],
    [
      'a paper missing',
      { documents: ['appraisalReport'] },
      votes(1, 0),
      [],
      false,
      'transferProcedure.documentsMissing',
    ],
    ['the paper there', { documents: ['appraisalReport'] }, votes(1, 0), ['appraisalReport'], false, 'ok'],
    ['nobody voted', {}, [], [], false, 'transferProcedure.quorumMissing'],
    ['a vote lost', {}, votes(1, 1), [], false, 'transferProcedure.notCarried'],
    ['minutes open', { minutes: true }, votes(1, 0), [], false, 'transferProcedure.minutesOpen'],
    ['minutes sealed', { minutes: true }, votes(1, 0), [], true, 'ok'],
  ])('passes a stage with %s: %s', (_name, over, cast, materialKinds, minutesSealed, code) => {
    const result = checkPass(
      rule('argumentation', over),
      { votes: cast, materialKinds, minutesSealed },
      { way: 'transfer', pricing: null },
    );
    expect(result.ok ? 'ok' : result.refusal.code).toBe(code);
  });

  it('does not leave 评估 without a price, unless the unit carries it out itself (转化法 art. 18)', () => {
    const file = { votes: votes(1, 0), materialKinds: [], minutesSealed: false };
    expect(checkPass(rule('evaluation'), file, { way: 'licence', pricing: null }).ok).toBe(false);
    expect(checkPass(rule('evaluation'), file, { way: 'selfImplementation', pricing: null }).ok).toBe(true);
  });

  it('seals minutes only with every signature on this content', () => {
    const signed = (personId: string, contentHash = 'h') => ({ personId, contentHash, at });
    const minutes = (signatures: Minutes['signatures']) => ({ contentHash: 'h', signatures }) as Minutes;
    const cast = [vote('x', 'approve'), vote('y', 'object'), vote('z', 'recused')];
    expect(isSealed(minutes([signed('x')]), cast)).toBe(false);
    expect(isSealed(minutes([signed('x'), signed('y', 'other')]), cast)).toBe(false);
    expect(isSealed(minutes([signed('x'), signed('y')]), cast)).toBe(true);
    expect(isSealed(minutes([]), [])).toBe(false);
  });
});
