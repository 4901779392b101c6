import { relationBetween, relationReason, type Relation, type RelationKind } from './relation.js';

const person = (id: string) => ({ kind: 'person', id }) as const;
const organization = (id: string) => ({ kind: 'organization', id }) as const;
const relations: readonly Relation[] = [
  { from: person('expert'), to: organization('university'), kind: 'member' },
  { from: person('expert'), to: person('wife'), kind: 'relative' },
  { from: person('wife'), to: organization('agency'), kind: 'shareholder' },
  { from: organization('agency'), to: organization('parent'), kind: 'other' },
];

describe('relations', () => {
  it.each<[string, ReturnType<typeof person> | ReturnType<typeof organization>, string | null]>([
    ['himself', person('expert'), '本人'],
    ['his employer', organization('university'), '任职'],
    ['what a relative owns', organization('agency'), '近亲属 → 持股'],
    ['three steps away', organization('parent'), null],
    ['a stranger', organization('stranger'), null],
  ])('between a person and %s', (_name, to, reason) => {
    const chain = relationBetween(relations, person('expert'), to);
    expect(chain && relationReason(chain)).toBe(reason);
  });

  it('hold in both directions', () => {
    expect(relationBetween(relations, organization('agency'), person('expert'))).toHaveLength(2);
    expect(relations.map(({ kind }): RelationKind => kind)).toContain('relative');
  });
});
