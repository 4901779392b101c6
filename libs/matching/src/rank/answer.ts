import { bigrams } from '../text/tokens.js';
import { normalise } from '../text/normalise.js';

/** What a whole ranking says: something solves the need, something may be adapted, or nothing comes near. */
export type Verdict = 'solved' | 'adaptable' | 'none';

export const verdictText: Readonly<Record<Verdict, string>> = {
  solved: '有直接对应的成果',
  adaptable: '无直接对应成果，以下可改造',
  none: '暂无可用成果，可发布为需求征集',
};

export function verdictOf(proposals: readonly { readonly grade: 'strong' | 'related' | 'none' }[]): Verdict {
  if (proposals.some(({ grade }) => grade === 'strong')) return 'solved';
  return proposals.some(({ grade }) => grade === 'related') ? 'adaptable' : 'none';
}

/** What tells one achievement from another in a list. */
export interface Face {
  readonly organizationId: string;
  /** Asked for the few that come near the front. */
  readonly title: () => string;
}

/** One institution's achievements among each ten. */
const mostOfOneInTen = 2;
const page = 10;
/** Titles that share this much of their character pairs are versions of one another. */
const nearDuplicate = 0.8;

/**
 * The first `limit` in their order, except that a third achievement of one institution among ten, and a title that nearly
 * repeats one above it, wait until the others had their turn.
 */
export function diversify<T>(ranked: readonly T[], limit: number, faceOf: (item: T) => Face): T[] {
  const chosen: Seen[] = [];
  const waiting = ranked.map((item, at) => ({ at, face: faceOf(item), pairs: null as Seen['pairs'] }));
  while (chosen.length < limit && waiting.length > 0) {
    const at = Math.max(
      0,
      waiting.findIndex((item) => varies(item, chosen.slice(-(page - 1)))),
    );
    chosen.push(...waiting.splice(at, 1));
  }
  return chosen.flatMap(({ at }) => ranked[at] ?? []);
}

interface Seen {
  readonly at: number;
  readonly face: Face;
  pairs: ReadonlySet<string> | null;
}

function varies(item: Seen, onPage: readonly Seen[]): boolean {
  const { organizationId } = item.face;
  if (onPage.filter(({ face }) => face.organizationId === organizationId).length >= mostOfOneInTen) return false;
  const own = pairsOf(item);
  return !onPage.some((other) => alike(own, pairsOf(other)) >= nearDuplicate);
}

const pairsOf = (item: Seen): ReadonlySet<string> => (item.pairs ??= new Set(bigrams(normalise(item.face.title()))));

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}
