/** What a side did with a proposed pair. Declines without a signal to blame teach the author, not the model. */
export type Verdict = 'contracted' | 'introduced' | 'accepted' | 'open' | 'declined';

/** One shown pair: the points it was shown with, and what became of it. */
export interface ShownPair {
  readonly points: Readonly<Record<string, number>>;
  readonly verdict: Verdict;
  /** Of a declined pair. */
  readonly reason: string | null;
  /** Who decided: no organization's opinion counts more than another's, however often it is given. */
  readonly decidedBy: string | null;
}

/** One need with the pairs that were shown for it. */
export interface ShownList {
  readonly needId: string;
  readonly pairs: readonly ShownPair[];
}

/** `better` should have stood above `worse`; only these signals may move for it (null: all). */
export interface Comparison {
  readonly better: ShownPair['points'];
  readonly worse: ShownPair['points'];
  readonly signals: readonly string[] | null;
  readonly weight: number;
  readonly decidedBy: string;
}

/** Declined for a reason, only the signals move that can know it. An empty list: no signal of a pair can. */
export const signalsOfReason: Readonly<Record<string, readonly string[]>> = {
  wrongField: ['field'],
  immature: ['readiness'],
  tooDear: ['price'],
  ipUnclear: ['ip'],
  tooFar: ['county', 'zone'],
  alreadyHave: [],
  descriptionUnclear: [],
  other: [],
};

const rankOf: Readonly<Record<Verdict, number>> = { contracted: 4, introduced: 3, accepted: 2, open: 1, declined: 0 };
const weightOf: Readonly<Record<Verdict, number>> = {
  contracted: 1,
  introduced: 0.6,
  accepted: 0.4,
  open: 0,
  declined: 0.4,
};

/**
 * Pairs of pairs that one need's feedback speaks of. Joachims 2002 (learning from what was chosen among what was shown),
 * with the reason of a decline as the only thing that it says.
 */
export function comparisonsOf({ pairs }: ShownList): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const better of pairs) {
    for (const worse of pairs) {
      if (rankOf[better.verdict] <= rankOf[worse.verdict]) continue;
      const blamed = worse.verdict === 'declined' ? (signalsOfReason[worse.reason ?? 'other'] ?? []) : null;
      if (blamed?.length === 0) continue;
      // An open pair beside a declined one was not chosen: it is only what the declined one is held against.
      const decidedBy = worse.verdict === 'declined' ? worse.decidedBy : better.decidedBy;
      const weight = worse.verdict === 'declined' ? weightOf.declined : weightOf[better.verdict];
      if (decidedBy !== null && weight > 0)
        comparisons.push({ better: better.points, worse: worse.points, signals: blamed, weight, decidedBy });
    }
  }
  return comparisons;
}
