import { allocateWithin } from '#matching/allocation/allocation.js';

/** A pair that a long run would propose anew. */
export interface NewPair {
  readonly demandId: string;
  readonly achievementId: string;
  /** Whose team would have to answer. */
  readonly organizationId: string;
  readonly score: number;
  /** Comes in only where a better one had to wait. */
  readonly standIn: boolean;
}

type Amount = (id: string) => number;

export const pairKey = (demandId: string, achievementId: string): string => `${demandId} ${achievementId}`;

/** Scores end at 100: a first choice is worth more than any stand-in. */
const firstChoice = 1_000;

/** Organizations that would get more than what is left for them. */
export function overfull(pairs: readonly NewPair[], leftFor: Amount): ReadonlySet<string> {
  const wanted = new Map<string, number>();
  for (const { organizationId } of pairs) wanted.set(organizationId, (wanted.get(organizationId) ?? 0) + 1);
  return new Set([...wanted].filter(([id, n]) => n > leftFor(id)).map(([id]) => id));
}

/** Which pairs may be proposed, by `pairKey`: the most worth together while nobody gets more than what is left for it. */
export function shareOut(pairs: readonly NewPair[], placesOf: Amount, leftFor: Amount): ReadonlySet<string> {
  const candidates = pairs.map(({ demandId, achievementId, organizationId, score, standIn }) => ({
    demandId,
    teamId: organizationId,
    pairId: achievementId,
    score: score + (standIn ? 1 : firstChoice),
  }));
  const granted = allocateWithin(candidates, { ofDemand: placesOf, ofTeam: leftFor });
  return new Set(granted.map(({ demandId, pairId }) => pairKey(demandId, pairId)));
}
