import { normalise } from '../text/normalise.js';
import { TermFinder } from './term-finder.js';

/** Data of data/dictionary: general knowledge of the trades, with source and date. */
export interface SynonymData {
  readonly groups: readonly {
    readonly kind: string;
    readonly same: readonly string[];
    readonly related?: readonly string[];
  }[];
}
export interface ObjectData {
  readonly notObjects: readonly string[];
  readonly objects: readonly { readonly class: string; readonly name: string; readonly terms: readonly string[] }[];
}
export interface GenericData {
  readonly terms: readonly string[];
}

export interface Expansion {
  readonly term: string;
  /** The word of the text that brought it in. */
  readonly from: string;
  readonly relation: 'same' | 'related';
}

/** An object a text speaks of: a species, a crop, a kind of industry. */
export interface FoundObject {
  readonly class: string;
  readonly name: string;
  /** The word that says so, in normal form. */
  readonly term: string;
}

/** Synonyms, objects and words that say little. */
export class Lexicon {
  private readonly groupsOf = new Map<string, number[]>();
  private readonly groups: { readonly same: string[]; readonly related: string[] }[];
  private readonly synonymFinder: TermFinder;
  private readonly objectOf = new Map<string, FoundObject>();
  private readonly objectFinder: TermFinder;
  private readonly generic: ReadonlySet<string>;

  constructor(synonyms: SynonymData, objects: ObjectData, generic: GenericData) {
    this.groups = synonyms.groups.map(({ same, related = [] }) => ({
      same: same.map(normalise),
      related: related.map(normalise),
    }));
    this.groups.forEach(({ same }, group) => {
      for (const term of same) this.groupsOf.set(term, [...(this.groupsOf.get(term) ?? []), group]);
    });
    this.synonymFinder = new TermFinder(this.groupsOf.keys());
    for (const { class: kind, name, terms } of objects.objects)
      for (const term of terms.map(normalise)) this.objectOf.set(term, { class: kind, name, term });
    this.objectFinder = new TermFinder([...this.objectOf.keys(), ...objects.notObjects.map(normalise)]);
    this.generic = new Set(generic.terms.map(normalise));
  }

  isGeneric(term: string): boolean {
    return this.generic.has(term);
  }

  /** Words of the dictionary in a normalised text, longest first at each place. */
  knownTerms(text: string): string[] {
    return [...new Set(this.synonymFinder.find(text).map(({ term }) => term))];
  }

  /** Other words for what the text says; none that the text holds already. */
  expand(text: string): Expansion[] {
    const found = new Map<string, Expansion>();
    for (const from of this.knownTerms(text)) {
      for (const group of this.groupsOf.get(from) ?? []) {
        const { same = [], related = [] } = this.groups[group] ?? {};
        for (const term of same) if (!text.includes(term)) found.set(term, { term, from, relation: 'same' });
        for (const term of related)
          if (!text.includes(term) && !found.has(term)) found.set(term, { term, from, relation: 'related' });
      }
    }
    return [...found.values()];
  }

  /** Objects the text names; a longer word that only contains one (马铃薯, 牛膝) hides it. */
  objects(text: string): FoundObject[] {
    const found = new Map<string, FoundObject>();
    for (const { term } of this.objectFinder.find(text)) {
      const object = this.objectOf.get(term);
      if (object && !found.has(`${object.class}/${object.name}`)) found.set(`${object.class}/${object.name}`, object);
    }
    return [...found.values()];
  }
}
