import { parseYuan, type Fen } from '#domain/money/money.js';

/** One case: which rule set, which article, the facts, and what the rules say of them. */
export interface Case {
  /** Id of the rule set, policy or law whose text decides. */
  readonly rules: string;
  /** Source and article a lawyer would open. */
  readonly article: string;
  readonly case: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Asks the rules about the facts of one case. What it gives is compared with `expected` as a whole. */
export type Runner = (facts: never, rules: string) => Readonly<Record<string, unknown>>;

export function fen(yuan: string): Fen {
  const parsed = parseYuan(yuan);
  if (!parsed.ok) throw new Error(`not an amount: ${yuan}`);
  return parsed.value;
}
