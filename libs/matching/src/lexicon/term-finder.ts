export interface FoundTerm {
  readonly term: string;
  readonly at: number;
}

/** Finds the terms of a list in a text: at each place the longest one, then goes on after it. */
export class TermFinder {
  private readonly byFirst = new Map<string, string[]>();

  constructor(terms: Iterable<string>) {
    for (const term of new Set(terms)) {
      const first = term.charAt(0);
      if (first !== '') this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), term]);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.length - a.length);
  }

  find(text: string): FoundTerm[] {
    const found: FoundTerm[] = [];
    for (let at = 0; at < text.length;) {
      const term = this.byFirst.get(text.charAt(at))?.find((candidate) => text.startsWith(candidate, at));
      if (term === undefined) at += 1;
      else {
        found.push({ term, at });
        at += term.length;
      }
    }
    return found;
  }
}
