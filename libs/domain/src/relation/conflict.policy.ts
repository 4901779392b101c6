import { relationReason, type Relation, type RelationKind, type RelationNode } from './relation.js';

/**
 * Who must stay away from whom. `decider`: registrars, reviewers, judges, panelists, evaluators, whoever decides or scores;
 * `broker`: whoever earns by bringing two sides together; `bidder`: whoever bids for what a seller offers in public.
 */
export const conflictRoles = ['decider', 'broker', 'bidder'] as const;
export type ConflictRole = (typeof conflictRoles)[number];

/** `blocked`: may not act; `flagged`: may act once the interest is told to the principal; `free`: too far away to matter. */
export type ConflictVerdict = 'blocked' | 'flagged' | 'free';

/** 本人; 本人的关系; 近亲属的关系; 任职单位的关系; 其他人的关系. */
export const conflictDistances = ['self', 'own', 'ofRelative', 'ofEmployer', 'ofOther'] as const;
export type ConflictDistance = (typeof conflictDistances)[number];

export const conflictSource = {
  broker:
    '《民法典》第九百六十二条（中介人如实报告义务）；平台规则：经纪人、近亲属或者任职单位在一方有利益的，不得从事该项经纪',
  decider: '平台规则：与当事人有利害关系、可能影响公正的，应当回避（参照《公务员法》第七十六条）',
  bidder: '《拍卖法》第二十二条、第三十条；平台规则：竞买人及其经办人与委托人有利害关系的，不得参加该标的的竞买',
  effectiveFrom: '2020-01-01',
} as const;

type Row = Readonly<Record<RelationKind, ConflictVerdict>>;
const all = (verdict: ConflictVerdict): Row => ({
  member: verdict,
  relative: verdict,
  shareholder: verdict,
  adviser: verdict,
  project: verdict,
  other: verdict,
});

/** The table by the kind of the last relation, the one to the party. */
export const conflictTable: Readonly<Record<ConflictRole, Readonly<Record<ConflictDistance, Row>>>> = {
  decider: {
    self: all('blocked'),
    own: all('blocked'),
    ofRelative: all('blocked'),
    // Somebody's office works with half of its city: that alone keeps nobody away.
    ofEmployer: { ...all('flagged'), member: 'blocked', shareholder: 'blocked' },
    ofOther: all('flagged'),
  },
  broker: {
    self: all('blocked'),
    own: { ...all('blocked'), project: 'flagged', other: 'flagged' },
    ofRelative: { ...all('blocked'), project: 'flagged', other: 'flagged' },
    ofEmployer: { ...all('flagged'), member: 'blocked', shareholder: 'blocked' },
    ofOther: all('free'),
  },
  // A sealed price is worth most to who is let in on it: however it comes about, a tie within two steps keeps out.
  bidder: {
    self: all('blocked'),
    own: all('blocked'),
    ofRelative: all('blocked'),
    ofEmployer: all('blocked'),
    ofOther: all('blocked'),
  },
};

export interface Conflict {
  readonly verdict: ConflictVerdict;
  readonly reason: string | null;
}
export const noConflict: Conflict = { verdict: 'free', reason: null };

const rank: Readonly<Record<ConflictVerdict, number>> = { free: 0, flagged: 1, blocked: 2 };
export const worse = (one: Conflict, other: Conflict): Conflict =>
  rank[other.verdict] > rank[one.verdict] ? other : one;

/** The worst of all chains of at most two relations between who acts, a person or a unit, and a party. */
export function conflictBetween(
  relations: readonly Relation[],
  role: ConflictRole,
  who: RelationNode,
  party: RelationNode,
): Conflict {
  if (same(who, party)) return { verdict: 'blocked', reason: relationReason([]) };
  let found = noConflict;
  for (const { relation: first, node } of edgesOf(relations, who)) {
    if (same(node, party)) found = worse(found, judged(role, 'own', [first]));
    for (const { relation: second, node: end } of edgesOf(relations, node)) {
      if (same(end, party) && !same(node, party))
        found = worse(found, judged(role, distanceOf(first), [first, second]));
    }
  }
  return found;
}

function judged(role: ConflictRole, distance: ConflictDistance, chain: readonly Relation[]): Conflict {
  const kind = chain.at(-1)?.kind ?? 'other';
  const verdict = conflictTable[role][distance][kind];
  return verdict === 'free' ? noConflict : { verdict, reason: relationReason(chain) };
}

const distanceOf = ({ kind }: Relation): ConflictDistance =>
  kind === 'relative' ? 'ofRelative' : kind === 'member' || kind === 'shareholder' ? 'ofEmployer' : 'ofOther';

const same = (one: RelationNode, other: RelationNode): boolean => one.kind === other.kind && one.id === other.id;

function edgesOf(relations: readonly Relation[], node: RelationNode) {
  return relations.flatMap((relation) => {
    if (same(relation.from, node)) return [{ relation, node: relation.to }];
    return same(relation.to, node) ? [{ relation, node: relation.from }] : [];
  });
}
