import fc from 'fast-check';
import { addMonths } from '../calendar/period.js';
import { farmStageAt, readinessEvidenceKindCodes, readinessPolicies, readinessPolicyOn } from './readiness.policy.js';
import { provenBy, readinessStanding, type ReadinessEvidence } from './readiness.js';

const policy = readinessPolicyOn('2026-11-23');
const today = '2026-11-23';
const proof = (level: number, provenOn = '2026-01-01', revokedOn: string | null = null) => ({
  level,
  provenOn,
  revokedOn,
});
const upTo = (level: number, provenOn = '2026-01-01') =>
  Array.from({ length: level }, (_, at) => proof(at + 1, provenOn));
const day = fc.integer({ min: 0, max: 200 }).map((months) => addMonths('2012-01-01', months));
const proofs = fc.array(
  fc.record({ level: fc.integer({ min: 1, max: 9 }), provenOn: day, revokedOn: fc.option(day, { freq: 5 }) }),
  { maxLength: 25 },
);

describe('readiness', () => {
  it('names nine levels, each with what proves it, and periods that never grow', () => {
    for (const { levels, source } of readinessPolicies) {
      expect(levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(levels.every(({ anyOf }) => anyOf.length > 0)).toBe(true);
      expect(new Set(levels.flatMap(({ anyOf }) => anyOf))).toEqual(new Set(readinessEvidenceKindCodes));
      const periods = levels.map(({ provenForMonths }) => provenForMonths ?? Infinity);
      expect(periods).toEqual([...periods].sort((a, b) => b - a));
      expect(source.length).toBeGreaterThan(10);
    }
  });

  it.each([
    [3, null],
    [4, 'smallTrial'],
    [5, 'smallTrial'],
    [6, 'regionalTrial'],
    [7, 'demonstration'],
    [8, 'demonstration'],
    [9, 'extension'],
    [null, null],
  ])('maps level %s to the farming stage %s', (level, stage) => expect(farmStageAt(policy, level)).toBe(stage));

  it.each([
    ['nothing proven', [], null, null],
    ['a gap: 1, 2 and 4', [proof(1), proof(2), proof(4)], 2, 2],
    ['1 to 7', upTo(7), 7, 7],
    [
      'level 3 revoked under 7',
      [...upTo(7).filter(({ level }) => level !== 3), proof(3, '2026-01-01', '2026-02-01')],
      2,
      2,
    ],
    ['7 proven eight years ago: 3 stays, the rest decayed', upTo(7, '2018-01-01'), 7, 3],
    ['7 proven four years ago: 36 months passed, 48 and 60 not', upTo(7, '2022-12-01'), 7, 6],
    ['7 proven again', [...upTo(7, '2018-01-01'), proof(7, '2026-05-01')], 7, 7],
  ])('%s', (_name, given, provenLevel, currentLevel) =>
    expect(readinessStanding(given, today, policy)).toMatchObject({ provenLevel, currentLevel }),
  );

  it('counts on its last day, and not on the next', () => {
    const [last, next] = ['2025-01-01', '2025-01-02'];
    expect(readinessStanding(upTo(7, '2022-01-01'), last, policy).currentLevel).toBe(7);
    expect(readinessStanding(upTo(7, '2022-01-01'), next, policy).currentLevel).toBe(6);
  });

  it('stands on every level below, and what counts stands on what counts', () => {
    fc.assert(
      fc.property(proofs, day, (given, on) => {
        const { provenLevel, currentLevel, levels } = readinessStanding(given, on, policy);
        for (let level = 1; level <= (provenLevel ?? 0); level += 1) {
          expect(given.some((one) => one.level === level && one.revokedOn === null)).toBe(true);
        }
        expect(currentLevel ?? 0).toBeLessThanOrEqual(provenLevel ?? 0);
        expect(levels.slice(0, currentLevel ?? 0).every(({ stale }) => !stale)).toBe(true);
        expect(levels.slice(currentLevel ?? 0).every(({ stale }) => stale)).toBe(true);
      }),
    );
  });

  it('never falls by a proof, never rises by a revocation, never rises by time alone', () => {
    fc.assert(
      fc.property(proofs, proofs, day, fc.integer({ min: 0, max: 120 }), (given, more, on, months) => {
        const level = (all: typeof given, at: string) => readinessStanding(all, at, policy);
        const before = level(given, on);
        const added = more.map((one) => ({ ...one, revokedOn: null }));
        expect(level([...given, ...added], on).currentLevel ?? 0).toBeGreaterThanOrEqual(before.currentLevel ?? 0);
        expect(level([...given, ...added], on).provenLevel ?? 0).toBeGreaterThanOrEqual(before.provenLevel ?? 0);
        const revoked = given.map((one, at) => (at % 2 === 0 ? { ...one, revokedOn: on } : one));
        expect(level(revoked, on).provenLevel ?? 0).toBeLessThanOrEqual(before.provenLevel ?? 0);
        expect(level(revoked, on).currentLevel ?? 0).toBeLessThanOrEqual(before.currentLevel ?? 0);
        expect(level(given, addMonths(on, months)).currentLevel ?? 0).toBeLessThanOrEqual(before.currentLevel ?? 0);
      }),
    );
  });

  const item = (level: number, change: Partial<ReadinessEvidence> = {}): ReadinessEvidence => ({
    level,
    kind: policy.levels[level - 1]?.anyOf[0] ?? 'theory',
    description: '试验报告',
    provenOn: '2026-06-01',
    attachmentId: null,
    ...change,
  });
  it.each([
    ['evidence for every level', 3, [item(1), item(2), item(3)], [], 'ok'],
    ['lower levels proven before', 3, [item(3)], [proof(1), proof(2)], 'ok'],
    ['a level below missing', 3, [item(1), item(3)], [], 'readinessClaim.levelsMissing'],
    ['a level below revoked', 3, [item(2), item(3)], [proof(1, today, today)], 'readinessClaim.levelsMissing'],
    ['nothing for the level itself', 2, [item(1)], [proof(2)], 'readinessClaim.levelsMissing'],
    ['evidence of the wrong kind', 1, [item(1, { kind: 'typeTest' })], [], 'readinessClaim.evidenceUnfit'],
    ['evidence above the level', 1, [item(1), item(2)], [], 'readinessClaim.evidenceUnfit'],
    ['evidence of tomorrow', 1, [item(1, { provenOn: '2026-11-24' })], [], 'readinessClaim.evidenceAhead'],
  ])('claims %s', (_name, level, evidence, known, code) => {
    const result = provenBy({ level, evidence }, known, today, policy);
    expect(result.ok ? 'ok' : result.refusal.code).toBe(code);
  });
});
