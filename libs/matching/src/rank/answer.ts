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

interface Shown {
  readonly offer: { readonly organizationId: string; readonly title: string };
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
export function diversify<T extends Shown>(ranked: readonly T[], limit: number): T[] {
  const chosen: T[] = [];
  const pairs: ReadonlySet<string>[] = [];
  let waiting: readonly T[] = ranked;
  while (chosen.length < limit && waiting.length > 0) {
    const at = waiting.findIndex((item) => varies(item, chosen, pairs));
    const next = waiting[Math.max(0, at)];
    if (!next) break;
    chosen.push(next);
    pairs.push(pairsOf(next));
    waiting = waiting.filter((item) => item !== next);
  }
  return chosen;
}

const pairsOf = ({ offer }: Shown): ReadonlySet<string> => new Set(bigrams(normalise(offer.title)));

function varies<T extends Shown>(item: T, chosen: readonly T[], pairs: readonly ReadonlySet<string>[]): boolean {
  const onPage = chosen.slice(-(page - 1));
  const same = onPage.filter(({ offer }) => offer.organizationId === item.offer.organizationId).length;
  if (same >= mostOfOneInTen) return false;
  const own = pairsOf(item);
  return !pairs.slice(-(page - 1)).some((other) => alike(own, other) >= nearDuplicate);
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}
