import type { FoundObject } from '../lexicon/lexicon.js';

/** How the objects of two texts stand to each other. */
export interface ObjectRelation {
  readonly kind: 'shared' | 'otherObject' | 'otherTrade' | 'unknown';
  readonly needNames: readonly string[];
  readonly offerNames: readonly string[];
}

const trade = 'industry';

/**
 * Within one class of the taxonomy (animals, plants, trades) two texts that name disjoint objects speak of different
 * things. A text that names none leaves the question open. A trade that only the offer names (a clinic's study for a
 * stock farm) is another trade.
 */
export function relateObjects(need: readonly FoundObject[], offer: readonly FoundObject[]): ObjectRelation {
  const classes = [...new Set([...need, ...offer].map((object) => object.class))];
  let shared: ObjectRelation | null = null;
  let other: ObjectRelation | null = null;
  for (const kind of classes) {
    const needNames = namesOf(need, kind);
    const offerNames = namesOf(offer, kind);
    if (needNames.some((name) => offerNames.includes(name))) {
      shared ??= { kind: 'shared', needNames, offerNames };
    } else if (offerNames.length > 0 && need.length > 0 && (needNames.length > 0 || kind === trade)) {
      other ??= { kind: kind === trade ? 'otherTrade' : 'otherObject', needNames, offerNames };
    }
  }
  if (other?.kind === 'otherObject') return other;
  return shared ?? other ?? { kind: 'unknown', needNames: [], offerNames: [] };
}

const namesOf = (objects: readonly FoundObject[], kind: string): string[] =>
  objects.filter((object) => object.class === kind).map((object) => object.name);
