import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  concludeFinding,
  decideFinding,
  drawSample,
  populationText,
  reminderDue,
  stratumOf,
  type InspectionFinding,
  type Member,
} from './inspection.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const members = fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 60 }).map((serials) =>
  serials.map((serial): Member => ({
    registrationNumber: `202662100${String(serial).padStart(7, '0')}`,
    stratum: serial % 7 === 0 ? 'large' : 'small',
  })),
);

describe('a drawn sample', () => {
  it('has every large case and as many small ones as asked for, and does not depend on the order of the list', () => {
    fc.assert(
      fc.property(members, fc.nat({ max: 40 }), fc.string({ minLength: 1 }), (list, count, seed) => {
        const drawn = drawSample(list, count, seed, sha256);
        const large = list.filter((member) => member.stratum === 'large').length;
        expect(drawn.filter((member) => member.stratum === 'large')).toHaveLength(large);
        expect(drawn).toHaveLength(large + Math.min(count, list.length - large));
        expect(drawSample([...list].reverse(), count, seed, sha256)).toEqual(drawn);
        expect(populationText([...list].reverse())).toBe(populationText(list));
        // One more small case in the draw leaves those that were in it.
        const more = drawSample(list, count + 1, seed, sha256);
        expect(more.slice(0, drawn.length)).toEqual(drawn);
      }),
    );
  });

  it('is what the published rule says', () => {
    const list: Member[] = ['2026621001000001', '2026621001000002', '2026621001000003'].map((registrationNumber) => ({
      registrationNumber,
      stratum: 'small',
    }));
    const keys = list.map(({ registrationNumber }) => sha256(`07 11 19\n${registrationNumber}`));
    const first = keys.indexOf([...keys].sort()[0] ?? '');
    expect(drawSample(list, 1, '07 11 19', sha256)[0]?.registrationNumber).toBe(list[first]?.registrationNumber);
    expect(populationText(list.slice(0, 1))).toBe('2026621001000001,small\n');
  });
});

it.each([
  [499_999_999n, 'small'],
  [500_000_000n, 'large'],
])('%s 分 is %s: 以上 includes the number', (value, stratum) => {
  expect(stratumOf(value, 500_000_000n)).toBe(stratum);
});

describe('a finding', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  const finding = (state: InspectionFinding['state']): InspectionFinding => ({
    ...{ id: 'f', planId: 'p', registrationNumber: '2026621001000001', registrationId: null, state, grade: 'major' },
    ...{ text: '', evidence: [], raisedBy: 'a', answer: null, answeredBy: null, decisionReason: null, measure: null },
    ...{ decidedBy: null, report: null, reportedBy: null, dueOn: null, version: 1, createdAt: now, updatedAt: now },
  });
  const uphold = { decision: 'uphold' as const, reason: '属实', measure: '补充材料', dueOn: '2026-11-24' };

  it.each([
    ['upheld with a measure and a day', uphold, null],
    ['upheld without a measure', { ...uphold, measure: null }, 'inspection.measureMissing'],
    ['upheld without a day', { ...uphold, dueOn: null }, 'inspection.measureMissing'],
    ['upheld by today', { ...uphold, dueOn: '2026-11-23' }, 'inspection.dueDayPast'],
    ['dismissed', { decision: 'dismiss' as const, reason: '不属实', measure: null, dueOn: null }, null],
  ])('is %s', (_name, decision, code) => {
    const decided = decideFinding(finding('answered'), 'h', decision, now, '2026-11-23');
    expect(decided.ok ? null : decided.refusal.code).toBe(code);
  });

  it('is not decided before the office has answered', () => {
    const decided = decideFinding(finding('raised'), 'h', uphold, now, '2026-11-23');
    expect(decided.ok ? null : decided.refusal.code).toBe('state.notAllowed');
  });

  it('is sent back with a new day only', () => {
    const without = concludeFinding(finding('reported'), 'sendBack', '未完成', null, now, '2026-11-23');
    expect(without.ok ? null : without.refusal.code).toBe('inspection.measureMissing');
    const sent = concludeFinding(finding('reported'), 'sendBack', '未完成', '2026-12-01', now, '2026-11-23');
    expect(sent.ok && sent.value).toMatchObject({ state: 'rectifying', dueOn: '2026-12-01' });
  });
});

it.each([
  ['2026-11-20', null],
  ['2026-11-21', 'soon'],
  ['2026-11-24', 'soon'],
  ['2026-11-25', 'overdue'],
])('on %s a day of 2026-11-24 is reminded of: %s', (today, kind) => {
  expect(reminderDue('2026-11-24', today, 3)).toBe(kind);
});
