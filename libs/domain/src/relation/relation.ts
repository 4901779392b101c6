/** A party to a relation: a person or an organization. */
export interface RelationNode {
  readonly kind: 'person' | 'organization';
  readonly id: string;
}

/**
 * `member` 任职; `relative` 近亲属; `shareholder` 持股; `adviser` 顾问; `project` 合作项目; `other` 其他利害关系. Relations hold in both directions.
 */
export const relationKinds = ['member', 'relative', 'shareholder', 'adviser', 'project', 'other'] as const;
export type RelationKind = (typeof relationKinds)[number];

export const relationTitles: Readonly<Record<RelationKind, string>> = {
  member: '任职',
  relative: '近亲属',
  shareholder: '持股',
  adviser: '顾问',
  project: '合作项目',
  other: '其他利害关系',
};

export interface Relation {
  readonly from: RelationNode;
  readonly to: RelationNode;
  readonly kind: RelationKind;
}

/** How far a relation reaches: 本人 → 近亲属 → 其任职单位 is two steps. Farther ones are for declaration, not for automatic recusal. */
export const maxRelationSteps = 2;

const keyOf = ({ kind, id }: RelationNode): string => `${kind}/${id}`;

/**
 * The shortest chain of relations between two nodes, at most `maxRelationSteps` long; null when there is none. Equal chains are
 * decided by their keys, so that the same graph names the same reason.
 */
export function relationBetween(
  relations: readonly Relation[],
  from: RelationNode,
  to: RelationNode,
): readonly Relation[] | null {
  if (keyOf(from) === keyOf(to)) return [];
  let frontier: readonly { readonly at: RelationNode; readonly chain: readonly Relation[] }[] = [
    { at: from, chain: [] },
  ];
  const seen = new Set([keyOf(from)]);
  for (let step = 0; step < maxRelationSteps; step += 1) {
    const next = frontier.flatMap(({ at, chain }) =>
      neighbours(relations, at).map(({ node, relation }) => ({ at: node, chain: [...chain, relation] })),
    );
    next.sort((a, b) => (keyOf(a.at) < keyOf(b.at) ? -1 : 1));
    const found = next.find(({ at }) => keyOf(at) === keyOf(to));
    if (found) return found.chain;
    frontier = next.filter(({ at }) => !seen.has(keyOf(at)));
    for (const { at } of frontier) seen.add(keyOf(at));
  }
  return null;
}

function neighbours(relations: readonly Relation[], node: RelationNode) {
  const key = keyOf(node);
  return relations.flatMap((relation) => {
    if (keyOf(relation.from) === key) return [{ node: relation.to, relation }];
    return keyOf(relation.to) === key ? [{ node: relation.from, relation }] : [];
  });
}

/** The chain in words: 近亲属 → 任职. */
export const relationReason = (chain: readonly Relation[]): string =>
  chain.length === 0 ? '本人' : chain.map(({ kind }) => relationTitles[kind]).join(' → ');
