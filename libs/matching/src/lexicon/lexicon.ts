import { normalise } from '../text/normalise.js';
import { TermFinder } from './term-finder.js';

/** Data of data/dictionary: general knowledge of the trades, with source and date. */
export interface SynonymData {
  readonly groups: readonly {
    /** What the words name: an object, a process or an effect. */
    readonly kind: string;
    /** Words for one thing. */
    readonly same?: readonly string[];
    /** Different things of one kind (breeds, diseases, crops): near, never equal. */
    readonly kin?: readonly string[];
    /** Words that a text on the group's subject often holds: narrower words, parts, means. One way. */
    readonly related?: readonly string[];
  }[];
}
export interface ObjectData {
  readonly notObjects: readonly string[];
  readonly objects: readonly {
    readonly class: string;
    readonly name: string;
    readonly terms: readonly string[];
    /** A plant that farm animals eat: neither speaks against the other. */
    readonly feed?: boolean;
  }[];
}
export interface GenericData {
  readonly terms: readonly string[];
}

export type Relation = 'same' | 'kin' | 'related';

/** What the zones promote (主推技术), in their own words. */
export type PromotedData = readonly {
  readonly zoneCode: string;
  readonly technologies: readonly string[];
}[];

export interface Expansion {
  readonly term: string;
  /** The word of the text that brought it in. */
  readonly from: string;
  readonly relation: Relation;
}

/** An object a text speaks of: a species, a crop, a kind of industry. */
export interface FoundObject {
  readonly class: string;
  readonly name: string;
  /** The word that says so, in normal form. */
  readonly term: string;
  /** A plant that farm animals eat. */
  readonly feed?: boolean;
}

/** Synonyms, objects and words that say little. */
export class Lexicon {
  private readonly groupsOf = new Map<string, number[]>();
  private readonly groups: {
    readonly kind: string;
    readonly same: string[];
    readonly kin: string[];
    readonly related: string[];
  }[];
  private readonly synonymFinder: TermFinder;
  private readonly objectOf = new Map<string, FoundObject>();
  private readonly objectFinder: TermFinder;
  private readonly generic: ReadonlySet<string>;
  private readonly genericFinder: TermFinder;

  /** For each zone the names of its technologies, each with the other words for it. */
  private readonly promoted: ReadonlyMap<string, readonly (readonly string[])[]>;

  constructor(synonyms: SynonymData, objects: ObjectData, generic: GenericData, promoted: PromotedData = []) {
    this.groups = synonyms.groups.map(({ kind, same = [], kin = [], related = [] }) => ({
      kind,
      same: same.map(normalise),
      kin: kin.map(normalise),
      related: related.map(normalise),
    }));
    this.groups.forEach(({ same, kin }, group) => {
      for (const term of new Set([...same, ...kin]))
        this.groupsOf.set(term, [...(this.groupsOf.get(term) ?? []), group]);
    });
    this.synonymFinder = new TermFinder(this.groupsOf.keys());
    for (const { class: kind, name, terms, feed = false } of objects.objects)
      for (const term of terms.map(normalise))
        this.objectOf.set(term, { class: kind, name, term, ...(feed ? { feed } : {}) });
    this.objectFinder = new TermFinder([...this.objectOf.keys(), ...objects.notObjects.map(normalise)]);
    this.generic = new Set(generic.terms.map(normalise));
    this.genericFinder = new TermFinder([...this.generic].filter((term) => term.length > 1));
    this.promoted = new Map(
      promoted.map(({ zoneCode, technologies }) => [zoneCode, technologies.flatMap((name) => this.namesOf(name))]),
    );
  }

  /** A word that says little of any trade, or one made of such words: 资源化利用, 无害化处理. */
  isGeneric(term: string): boolean {
    if (this.generic.has(term)) return true;
    if (term.length < 4) return false;
    const found = this.genericFinder.find(term);
    return found.reduce((length, part) => length + part.term.length, 0) === term.length;
  }

  /** Words of the dictionary in a normalised text, longest first at each place. */
  knownTerms(text: string): string[] {
    return [...new Set(this.synonymFinder.find(text).map(({ term }) => term))];
  }

  /** Other words for one word, the nearest relation first. */
  othersOf(from: string): ReadonlyMap<string, Relation> {
    const others = new Map<string, Relation>();
    const groups = (this.groupsOf.get(from) ?? []).flatMap((group) => this.groups[group] ?? []);
    for (const { same, kin } of groups)
      if (same.includes(from)) put(others, same, 'same');
      else if (kin.includes(from)) put(others, same, 'related');
    for (const { kin } of groups) if (kin.includes(from)) put(others, kin, 'kin');
    for (const { same, related, kin } of groups)
      put(others, same.includes(from) ? [...related, ...kin] : related, 'related');
    others.delete(from);
    return others;
  }

  /** What a word names by the dictionary: object, process, effect; null when it does not know. */
  kindOf(term: string): string | null {
    const [group] = this.groupsOf.get(term) ?? [];
    return group === undefined ? null : (this.groups[group]?.kind ?? null);
  }

  /** Other words for what the text says; none that the text holds already. */
  expand(text: string): Expansion[] {
    const found = new Map<string, Expansion>();
    for (const from of this.knownTerms(text))
      for (const [term, relation] of this.othersOf(from))
        if (!text.includes(term) && (!found.has(term) || relation === 'same'))
          found.set(term, { term, from, relation });
    return [...found.values()];
  }

  /** The technologies of a zone that a text speaks of, each by all its names. */
  promotedIn(text: string, zoneCode: string | null): readonly (readonly string[])[] {
    const technologies = zoneCode === null ? [] : (this.promoted.get(zoneCode) ?? []);
    return technologies.filter((names) => names.some((name) => text.includes(name)));
  }

  /** The words that tell one promoted technology from others: what it does, by all the names for it. */
  private namesOf(technology: string): (readonly string[])[] {
    return this.knownTerms(normalise(technology))
      .filter((term) => !this.isGeneric(term) && this.kindOf(term) === 'process')
      .map((term) => [term, ...[...this.othersOf(term)].flatMap(([other, how]) => (how === 'same' ? [other] : []))]);
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

function put(others: Map<string, Relation>, terms: readonly string[], relation: Relation): void {
  for (const term of terms) if (!others.has(term)) others.set(term, relation);
}
