import { conflictBetween, conflictRoles, type ConflictRole, type ConflictVerdict } from './conflict.policy.js';
import { relationKinds, type Relation, type RelationKind, type RelationNode } from './relation.js';

const person = (id: string): RelationNode => ({ kind: 'person', id });
const unit = (id: string): RelationNode => ({ kind: 'organization', id });
const link = (from: RelationNode, to: RelationNode, kind: RelationKind): Relation => ({ from, to, kind });
const party = unit('party');
const verdict = (role: ConflictRole, relations: readonly Relation[]) =>
  conflictBetween(relations, role, person('me'), party).verdict;

/** b blocked, f flagged, . free; in the order of `relationKinds`: 任职 近亲属 持股 顾问 合作项目 其他. */
const table: readonly (readonly [ConflictRole, string, Relation | null, RelationNode, string])[] = [
  ['decider', '本人', null, person('me'), 'bbbbbb'],
  ['broker', '本人', null, person('me'), 'bbbbff'],
  ['decider', '近亲属', link(person('me'), person('kin'), 'relative'), person('kin'), 'bbbbbb'],
  ['broker', '近亲属', link(person('kin'), person('me'), 'relative'), person('kin'), 'bbbbff'],
  ['decider', '任职单位', link(person('me'), unit('office'), 'member'), unit('office'), 'bfbfff'],
  ['broker', '任职单位', link(person('me'), unit('office'), 'member'), unit('office'), 'bfbfff'],
  ['decider', '合作者', link(person('me'), person('other'), 'project'), person('other'), 'ffffff'],
  ['broker', '合作者', link(person('me'), person('other'), 'project'), person('other'), '......'],
  ['bidder', '本人', null, person('me'), 'bbbbbb'],
  ['bidder', '近亲属', link(person('me'), person('kin'), 'relative'), person('kin'), 'bbbbbb'],
  ['bidder', '任职单位', link(person('me'), unit('office'), 'member'), unit('office'), 'bbbbbb'],
  ['bidder', '合作者', link(person('me'), person('other'), 'project'), person('other'), 'bbbbbb'],
];
const letters: Readonly<Record<string, ConflictVerdict>> = { b: 'blocked', f: 'flagged', '.': 'free' };
const cases = table.flatMap(([role, whose, first, last, row]) =>
  relationKinds.map((kind, place) => [role, whose, kind, first, last, letters[row[place] ?? ''] ?? 'free'] as const),
);

describe('who stays away from whom', () => {
  it.each(cases)('%s, %s: %s', (role, _whose, kind, first, last, expected) => {
    expect(verdict(role, [...(first ? [first] : []), link(party, last, kind)])).toBe(expected);
  });

  it.each(conflictRoles)(
    '%s: nobody decides in their own matter, three steps are far away, the worst chain counts',
    (role) => {
      expect(conflictBetween([], role, person('me'), person('me')).verdict).toBe('blocked');
      const far = [link(person('me'), person('a'), 'relative'), link(person('a'), person('b'), 'relative')];
      expect(verdict(role, [...far, link(person('b'), party, 'member')])).toBe('free');
      expect(conflictBetween([link(unit('u'), party, 'shareholder')], role, unit('u'), party).verdict).toBe('blocked');
      const both = [link(person('me'), party, 'project'), link(person('me'), party, 'shareholder')];
      expect(conflictBetween(both, role, person('me'), party)).toMatchObject({ verdict: 'blocked' });
    },
  );
});
