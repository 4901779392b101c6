import { toldNeed, type ToldNeed } from '../explain/explanation.js';
import type { Retriever } from '../index/retriever.js';
import type { FoundObject } from '../lexicon/lexicon.js';
import { normalise } from '../text/normalise.js';
import { unitsOf } from '../text/units.js';
import { conceptsOf, weighConcepts, type Concept, type WeighedConcepts } from './concepts.js';
import type { ConceptWeights } from './concepts.js';
import { relateObjects, type ObjectRelation } from './objects.js';
import type { MatchQuery } from './query.js';
import type { Need } from './subject.js';

/** What a need's text alone says: some 20 KB each. */
interface ReadText {
  readonly query: MatchQuery;
  readonly concepts: readonly Concept[];
  readonly objects: readonly FoundObject[];
  readonly fieldObjects: readonly FoundObject[];
  /** The technologies that its zone promotes and it speaks of, each by all its names. */
  readonly promoted: readonly (readonly Uint16Array[])[];
  readonly told: ToldNeed;
  /** By the achievement's list of objects: few lists stand for many texts. */
  readonly relations: WeakMap<readonly FoundObject[], ObjectRelation>;
}

/** A need made ready once for all achievements it is held against. */
export interface ReadyNeed extends Omit<ReadText, 'concepts'> {
  readonly need: Need;
  readonly concepts: WeighedConcepts;
}

const maxTexts = 2_000;

/** Reads needs, and keeps what the texts of those that are remembered say: every new achievement is held against dozens. */
export class NeedReader {
  private readonly texts = new Map<Need, ReadText>();

  constructor(
    private readonly retriever: Retriever,
    private readonly isRemembered: (need: Need) => boolean,
  ) {}

  /** What its words are worth in the market as it stands. */
  ready(need: Need, weights: ConceptWeights): ReadyNeed {
    const { concepts, ...text } = this.read(need, weights);
    return { need, ...text, concepts: weighConcepts(concepts, (term) => this.retriever.idf(term), weights) };
  }

  /** The words that a remembered need is found by. */
  wordsOf(need: Need, weights: ConceptWeights): MatchQuery['allWords'] {
    return this.read(need, weights).query.allWords;
  }

  forget(need: Need): void {
    this.texts.delete(need);
  }

  private read(need: Need, weights: ConceptWeights): ReadText {
    const known = this.texts.get(need);
    if (known) return known;
    const { lexicon, tokenizer } = this.retriever;
    const query = this.retriever.query(need);
    const text: ReadText = {
      query,
      concepts: conceptsOf(need, lexicon, tokenizer, weights),
      objects: lexicon.objects(query.text),
      fieldObjects: need.field === null ? [] : lexicon.objects(normalise(need.field)),
      promoted: lexicon.promotedIn(query.text, need.zoneCode).map((names) => names.map(unitsOf)),
      told: toldNeed(need, query, (term) => lexicon.isGeneric(term)),
      relations: new WeakMap(),
    };
    if (!this.isRemembered(need)) return text;
    const [oldest] = this.texts.keys();
    if (oldest && this.texts.size >= maxTexts) this.texts.delete(oldest);
    this.texts.set(need, text);
    return text;
  }
}

/** How a need's objects stand to those of a text. */
export function relationTo(ready: ReadyNeed, offerObjects: readonly FoundObject[]): ObjectRelation {
  const known = ready.relations.get(offerObjects);
  if (known) return known;
  const relation = relateObjects(ready.objects, offerObjects, ready.fieldObjects);
  ready.relations.set(offerObjects, relation);
  return relation;
}
