import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import { assignJudges } from './assignment.js';
import {
  checkRules,
  competitionEntryTransitions,
  competitionTransitions,
  namesEntrant,
  weightedScore,
  type CompetitionRules,
} from './competition.js';
import { judgeReports, rankEntries, scoreEntries, shortlist, type Sheet } from './scoring.js';

const rules: CompetitionRules = {
  tracks: ['农业', '装备'],
  criteria: [
    { code: 'innovation', title: '创新性', weight: 60 },
    { code: 'market', title: '市场前景', weight: 40 },
  ],
  method: 'zScore',
  judgesPerEntry: 3,
  finalists: 2,
  prizes: [{ title: '一等奖', count: 1, words: '证书' }],
  oldestMonths: null,
  countiesOnly: false,
};
const sheetsOf = (table: Readonly<Record<string, readonly number[]>>): Sheet[] =>
  Object.entries(table).flatMap(([personId, scores]) =>
    scores.map((score, i) => ({ entryId: `e${i}`, personId, score, at: i })),
  );
const entriesOf = (count: number) =>
  Array.from({ length: count }, (_unused, i) => ({ entryId: `e${i}`, code: `A${i}`, track: '农业' }));

describe('rules of a competition', () => {
  it.each([
    ['sound', {}, 'ok'],
    ['weights that do not sum to 100', { criteria: [{ code: 'a', title: '甲', weight: 99 }] }, 'competition.rules'],
    ['more prizes than finalists', { prizes: [{ title: '奖', count: 3, words: '' }] }, 'competition.rules'],
    ['one judge an entry', { judgesPerEntry: 1 }, 'competition.rules'],
    ['a track twice', { tracks: ['农业', '农业'] }, 'competition.rules'],
  ])('%s', (_name, over, expected) => {
    const checked = checkRules({ ...rules, ...over });
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(expected);
  });

  it('weighs whole sheets only', () => {
    expect(weightedScore(rules.criteria, { innovation: 90, market: 80 })).toBe(8_600);
    for (const wrong of [
      { innovation: 90 },
      { innovation: 90, market: 101 },
      { innovation: 90, market: 80.5 },
      { innovation: 1, toString: 2 },
    ]) {
      expect(weightedScore(rules.criteria, wrong as unknown as Record<string, number>)).toBeNull();
    }
  });

  it('finds the entrant’s name in what judges would read', () => {
    expect(namesEntrant('由 环县 示例羊业 有限公司研制', '环县示例羊业有限公司')).toBe(true);
    expect(namesEntrant('羔羊代乳料', '环县示例羊业有限公司')).toBe(false);
  });

  it('has no state that nothing leads to', () => {
    expect(unreachableStates(competitionTransitions, 'draft')).toEqual([]);
    expect(unreachableStates(competitionEntryTransitions, 'submitted')).toEqual([]);
  });
});

describe('assignment of judges', () => {
  const ids = (prefix: string, count: number) => Array.from({ length: count }, (_unused, i) => `${prefix}${i}`);
  it('gives every entry its judges, equal loads, nobody related, whatever the order of rows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.tuple(fc.nat(19), fc.nat(8)), { maxLength: 20 }),
        (entries, judges, perEntry, conflicts) => {
          const barred = new Set(conflicts.map(([e, j]) => `e${e}/j${j}`));
          const related = (e: string, j: string) => barred.has(`${e}/${j}`);
          const plan = assignJudges(ids('e', entries), ids('j', judges), perEntry, related, (id) => id);
          const again = assignJudges(
            ids('e', entries).reverse(),
            ids('j', judges).reverse(),
            perEntry,
            related,
            (id) => id,
          );
          const keys = (one: typeof plan) =>
            one.assigned.map(({ entryId, personId }) => `${entryId}/${personId}`).sort();
          expect(keys(again)).toEqual(keys(plan));
          expect(keys(plan).filter((key) => barred.has(key))).toEqual([]);
          for (const entry of ids('e', entries)) {
            const own = plan.assigned.filter(({ entryId }) => entryId === entry);
            expect(new Set(own.map(({ personId }) => personId)).size).toBe(own.length);
            expect(own.length === perEntry).toBe(!plan.short.includes(entry));
          }
          if (conflicts.length === 0 && judges >= perEntry) {
            const loads = ids('j', judges).map((j) => plan.assigned.filter(({ personId }) => personId === j).length);
            expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('scores', () => {
  it('on one scale do not let a severe judge’s entries lose', () => {
    // Both judges agree on the order; j2 is twenty points harder.
    const scored = scoreEntries(entriesOf(3), sheetsOf({ j1: [9000, 8000, 7000], j2: [7000, 6000, 5000] }), 'zScore');
    expect(scored.map(({ score }) => score)).toEqual([1_224_745, 0, -1_224_745]);
  });

  it('of a judge who gave everybody the same tell nothing apart', () => {
    const scored = scoreEntries(entriesOf(2), sheetsOf({ j1: [5000, 5000], j2: [9000, 8000] }), 'zScore');
    expect(scored[0]!.score).toBeGreaterThan(scored[1]!.score);
    expect(scoreEntries(entriesOf(2), sheetsOf({ j1: [5000, 5000] }), 'zScore').map(({ score }) => score)).toEqual([
      0, 0,
    ]);
  });

  const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 })).chain(([entries, judges]) =>
    fc.tuple(
      fc.constant(entries),
      fc.array(
        fc.array(
          fc.integer({ min: 0, max: 40 }).map((score) => score * 100),
          { minLength: entries, maxLength: entries },
        ),
        {
          minLength: judges,
          maxLength: judges,
        },
      ),
    ),
  );
  const asTable = (rows: readonly (readonly number[])[]) => Object.fromEntries(rows.map((row, i) => [`j${i}`, row]));
  it('do not depend on the order of rows, and equal ones share a place', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('mean' as const, 'zScore' as const), ([count, rows], method) => {
        const sheets = sheetsOf(asTable(rows));
        const prizes = [{ title: '一等奖', count: 1, words: '' }];
        const one = rankEntries(scoreEntries(entriesOf(count), sheets, method), prizes);
        const two = rankEntries(scoreEntries([...entriesOf(count)].reverse(), [...sheets].reverse(), method), prizes);
        expect(two).toEqual(one);
        for (const a of one.ranked) for (const b of one.ranked) expect(a.place === b.place).toBe(a.score === b.score);
        expect(one.ranked.filter(({ prize }) => prize !== null).length).toBe(one.openTie.length > 0 ? 0 : 1);
      }),
    );
  });

  it('on one scale do not change when a judge shifts and stretches all of his', () => {
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 0, max: 1000 }),
        ([count, rows], factor, shift) => {
          const moved = rows.map((row, i) => (i === 0 ? row.map((score) => score * factor + shift) : row));
          const before = scoreEntries(entriesOf(count), sheetsOf(asTable(rows)), 'zScore');
          const after = scoreEntries(entriesOf(count), sheetsOf(asTable(moved)), 'zScore');
          for (const [i, { score }] of before.entries())
            expect(Math.abs(score - (after[i]?.score ?? 0))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('leave a tie open on which a prize hangs, until it is decided, and no other', () => {
    const scored = scoreEntries(entriesOf(3), sheetsOf({ j1: [9000, 9000, 5000], j2: [9000, 9000, 5000] }), 'mean');
    const prizes = [{ title: '一等奖', count: 1, words: '' }];
    expect(rankEntries(scored, prizes).openTie).toEqual(['e0', 'e1']);
    const decided = rankEntries(scored, prizes, ['e1', 'e0']);
    expect(decided.ranked.map(({ entryId, place, prize }) => [entryId, place, prize])).toEqual([
      ['e1', 1, '一等奖'],
      ['e0', 2, null],
      ['e2', 3, null],
    ]);
    expect(rankEntries(scored, [{ title: '一等奖', count: 2, words: '' }]).openTie).toEqual([]);
    expect(shortlist(rankEntries(scored, []).ranked, 1)).toEqual(['e0', 'e1']);
  });

  it('show who is severe, lenient, drifting or tells nothing apart; too few sheets tell nothing', () => {
    const reports = judgeReports(
      sheetsOf({
        j1: [6000, 6000, 6000, 6000],
        j2: [8000, 8000, 8200, 8000],
        j3: [6000, 6200, 8600, 8800],
      }),
    );
    expect(reports.map(({ personId, flags }) => [personId, flags])).toEqual([
      ['j1', ['severe', 'flat']],
      ['j2', ['lenient']],
      ['j3', ['drifting']],
    ]);
    expect(judgeReports(sheetsOf({ j1: [0, 0], j2: [9000, 9000] })).map(({ flags }) => flags)).toEqual([[], []]);
  });
});
