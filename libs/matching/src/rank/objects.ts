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
 * things; a plant and an animal are different too, unless the one feeds the other. A text that names none leaves the
 * question open: then the need's field may name what both share (疫病防治 of 肉羊). A trade that only the offer names (a
 * clinic's study for a stock farm) is another trade.
 */
export function relateObjects(
  need: readonly FoundObject[],
  offer: readonly FoundObject[],
  field: readonly FoundObject[] = [],
): ObjectRelation {
  // A field of animals or plants is enough to tell that a trade is another one.
  const named = need.length > 0 || living(field).length > 0;
  const classes = [...new Set([...need, ...offer].map((object) => object.class))];
  let shared: ObjectRelation | null = null;
  let other: ObjectRelation | null = null;
  for (const kind of classes) {
    const needNames = namesOf(need, kind);
    const offerNames = namesOf(offer, kind);
    if (needNames.some((name) => offerNames.includes(name))) {
      shared ??= { kind: 'shared', needNames, offerNames };
    } else if (offerNames.length > 0 && named && (needNames.length > 0 || kind === trade)) {
      other ??= { kind: kind === trade ? 'otherTrade' : 'otherObject', needNames, offerNames };
    }
  }
  if (other?.kind === 'otherObject') return other;
  return shared ?? other ?? ofAnotherClass(need, offer) ?? ofTheField(need, offer, field) ?? unknown;
}

const unknown: ObjectRelation = { kind: 'unknown', needNames: [], offerNames: [] };

/** A plant for an animal or the other way round: tobacco does not treat cow dung. */
function ofAnotherClass(need: readonly FoundObject[], offer: readonly FoundObject[]): ObjectRelation | null {
  const [asked, offered] = [living(need), living(offer)];
  if (asked.length === 0 || offered.length === 0) return null;
  if ([...asked, ...offered].some(({ feed }) => feed === true)) return null;
  return { kind: 'otherObject', needNames: asked.map(({ name }) => name), offerNames: offered.map(({ name }) => name) };
}

/** Here a field only helps: who offers for another animal is not held against it. */
function ofTheField(
  need: readonly FoundObject[],
  offer: readonly FoundObject[],
  field: readonly FoundObject[],
): ObjectRelation | null {
  if (living(need).length > 0) return null;
  const names = new Set(living(offer).map(({ name }) => name));
  const hint = living(field).find(({ name }) => names.has(name));
  return hint ? { kind: 'shared', needNames: [hint.name], offerNames: [...names] } : null;
}

const living = (objects: readonly FoundObject[]): readonly FoundObject[] =>
  objects.filter((object) => object.class !== trade);

const namesOf = (objects: readonly FoundObject[], kind: string): string[] =>
  objects.filter((object) => object.class === kind).map((object) => object.name);
