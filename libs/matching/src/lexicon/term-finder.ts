export interface FoundTerm {
  readonly term: string;
  readonly at: number;
}

/** Finds the terms of a list in a text: at each place the longest one, then goes on after it. */
export class TermFinder {
  private readonly terms: ReadonlySet<string>;
  /** Lengths of the terms that begin with a character, the longest first. */
  private readonly lengths = new Map<string, number[]>();

  constructor(terms: Iterable<string>) {
    this.terms = new Set(terms);
    for (const term of this.terms) {
      const first = term.charAt(0);
      const lengths = this.lengths.get(first) ?? [];
      if (first !== '' && !lengths.includes(term.length)) this.lengths.set(first, [...lengths, term.length]);
    }
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a);
  }

  find(text: string): FoundTerm[] {
    const found: FoundTerm[] = [];
    for (let at = 0; at < text.length;) {
      const term = this.longestAt(text, at);
      if (term === null) at += 1;
      else {
        found.push({ term, at });
        at += term.length;
      }
    }
    return found;
  }

  private longestAt(text: string, at: number): string | null {
    for (const length of this.lengths.get(text.charAt(at)) ?? []) {
      const term = text.slice(at, at + length);
      if (term.length === length && this.terms.has(term)) return term;
    }
    return null;
  }
}
