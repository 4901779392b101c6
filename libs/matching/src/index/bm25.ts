import { grown } from './chunks.js';
import { buildSegment, mostDocuments, type Segment } from './segment.js';
import { NumberOf } from './number-of.js';
import { SegmentSearch } from './segment-search.js';
import { TermLists, type Bm25Options, type Weights } from './term-lists.js';
import { TopK } from './top-k.js';

export type { Bm25Options, Weights } from './term-lists.js';

export interface Hit {
  readonly id: string;
  readonly score: number;
}

interface Found extends Hit {
  readonly number: number;
}

const defaults: Bm25Options = { k1: 1.2, b: 0.75 };
/** How documents are kept; tests take small sizes to see many merges. */
export interface Layout {
  /** So many new documents become a segment; until then each is scored by itself. */
  readonly recentDocuments: number;
  readonly segmentDocuments: number;
  /** How much of a segment is made at each change: a market that grows never waits for a merge. */
  readonly sliceDocuments: number;
}

const usualLayout: Layout = { recentDocuments: 256, segmentDocuments: mostDocuments, sliceDocuments: 256 };
/** So many tiny segments become a small one; small ones wait until together they fill a whole. */
const tinySegments = 8;
/** A segment with more dead than this is made anew. */
const deadShare = 0.3;
/** A segment with less than this of what it can hold is merged with others. */
const smallShare = 0.75;

interface Build {
  readonly steps: Generator<void, Segment, void>;
  readonly numbers: Uint32Array;
  readonly sources: readonly Segment[];
}

/**
 * BM25 (Robertson & Zaragoza 2009). Documents' terms stand in compact lists; segments of at most 65,536 documents hold
 * the postings, new ones are merged into larger ones in small slices. Scores depend on the live documents only: adding
 * and removing leads to the same scores as building anew, and the search finds the same as scoring every document.
 */
export class Bm25Index {
  readonly lists: TermLists;
  private readonly numbers = new NumberOf();
  private readonly ids: (string | null)[] = [];
  private readonly free: number[] = [];
  /** Where a document stands: which segment, or none yet, and where in it. */
  private segmentOf: (Segment | null)[] = [];
  private placeIn = new Uint16Array(1024);
  private recent: number[] = [];
  private segments: Segment[] = [];
  private build: Build | null = null;
  /** Removed while a segment is being made of them: their lists are still read. */
  private leaving: number[] = [];
  readonly searcher: SegmentSearch;

  constructor(
    options: Partial<Bm25Options> = {},
    private readonly layout: Layout = usualLayout,
  ) {
    this.lists = new TermLists({ ...defaults, ...options });
    this.searcher = new SegmentSearch(this.lists);
  }

  get size(): number {
    return this.numbers.size;
  }

  has(id: string): boolean {
    return this.numbers.has(id);
  }

  /** The document's number, its own until it is removed. */
  numberOf(id: string): number | undefined {
    return this.numbers.get(id);
  }

  /** Adds a document; one of the same id is replaced. Gives its number. */
  add(id: string, terms: Weights): number {
    this.remove(id);
    const number = this.free.pop() ?? this.ids.length;
    this.placeIn = grown(this.placeIn, number + 1, (length) => new Uint16Array(length));
    this.ids[number] = id;
    this.segmentOf[number] = null;
    this.numbers.set(id, number);
    this.lists.add(number, terms);
    this.recent.push(number);
    this.advance();
    return number;
  }

  remove(id: string): boolean {
    const number = this.numbers.get(id);
    if (number === undefined) return false;
    this.numbers.delete(id);
    this.ids[number] = null;
    this.lists.retire(number);
    const segment = this.segmentOf[number];
    if (segment) {
      segment.dead[this.placeIn[number] ?? 0] = 1;
      segment.alive -= 1;
      this.segmentOf[number] = null;
    } else this.recent = this.recent.filter((other) => other !== number);
    if (this.build) this.leaving.push(number);
    else this.release(number);
    this.advance();
    return true;
  }

  /** Inverse document frequency of a term among the live documents; a term that nobody has counts like a rare one. */
  idf(term: string): number {
    return this.lists.idf(term);
  }

  /** The best `limit` documents, best first; equal scores by id. */
  search(query: Weights, limit: number): Found[] {
    if (limit < 1) return [];
    const prepared = this.lists.prepare(query);
    const { searcher, ids } = this;
    searcher.begin(prepared, limit);
    for (const number of this.recent) searcher.offer(number, this.lists.scoreAt(number));
    // The smallest first: their best set a floor for the many others.
    for (const segment of this.segments) searcher.search(segment, prepared);
    searcher.raiseFloor();
    this.lists.clear(prepared);
    const found: Found[] = [];
    for (let at = 0; at < searcher.size; at += 1) {
      const number = searcher.numbers[at] ?? 0;
      found.push({ id: ids[number] ?? '', score: searcher.found[at] ?? 0, number });
    }
    return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
  }

  /** The same by scoring every document: the yardstick of tests and benchmarks. */
  scan(query: Weights, limit: number): Hit[] {
    const prepared = this.lists.prepare(query);
    const best = new TopK(limit);
    this.ids.forEach((id, number) => {
      const score = id === null ? 0 : this.lists.scoreAt(number);
      if (id !== null && score > 0 && score >= best.floor) best.offer({ id, score });
    });
    this.lists.clear(prepared);
    return best.sorted();
  }

  /** The score that a document of these terms gets for the query, whether it is in the index or not. */
  scoreOf(document: Weights, query: Weights): number {
    return this.lists.scoreOf(document, this.lists.weigh(query));
  }

  /** Finishes what is being merged; nobody needs to call it. */
  settle(): void {
    while ((this.build ??= this.plan())) this.advance();
  }

  private release(number: number): void {
    this.lists.forget(number);
    this.free.push(number);
  }

  /** A little of the work on segments. */
  private advance(): void {
    this.build ??= this.plan();
    const step = this.build?.steps.next();
    if (this.build && step?.done) this.finish(this.build, step.value);
  }

  private plan(): Build | null {
    const { recentDocuments, segmentDocuments } = this.layout;
    if (this.recent.length >= recentDocuments) return this.begin([], this.recent.slice(0, segmentDocuments));
    const tiny = this.segments.filter(({ numbers }) => numbers.length < tinySegments * recentDocuments);
    const small = this.segments.filter(({ numbers }) => numbers.length < segmentDocuments * smallShare);
    for (const [some, due] of [
      [fitting(tiny, segmentDocuments), tiny.length >= tinySegments],
      [fitting(small, segmentDocuments), fitting(small, segmentDocuments).length < small.length],
    ] as const)
      if (due && some.length > 1) return this.begin(some, []);
    const worn = this.segments.filter(({ alive, numbers }) => alive < numbers.length * (1 - deadShare));
    return worn.length > 0 ? this.begin(fitting(worn, segmentDocuments), []) : null;
  }

  private begin(sources: readonly Segment[], recent: readonly number[]): Build {
    const numbers = new Uint32Array(sources.reduce((sum, { alive }) => sum + alive, recent.length));
    numbers.set(recent);
    let at = recent.length;
    for (const { numbers: all, dead } of sources)
      for (let place = 0; place < all.length; place += 1) {
        if (dead[place] === 1) continue;
        numbers[at] = all[place] ?? 0;
        at += 1;
      }
    return { numbers, sources, steps: buildSegment(this.lists, numbers, this.layout.sliceDocuments) };
  }

  /** The new segment takes the place of those it was made of; whoever left meanwhile is dead in it. */
  private finish({ numbers, sources }: Build, segment: Segment): void {
    this.build = null;
    const left = new Set(this.leaving);
    numbers.forEach((number, place) => {
      if (left.has(number)) {
        segment.dead[place] = 1;
        segment.alive -= 1;
      } else {
        this.segmentOf[number] = segment;
        this.placeIn[number] = place;
      }
    });
    this.recent = this.recent.filter((number) => this.segmentOf[number] === null);
    this.segments = [...this.segments.filter((other) => !sources.includes(other)), segment]
      .filter(({ alive }) => alive > 0)
      .sort((a, b) => a.alive - b.alive);
    for (const number of this.leaving) this.release(number);
    this.leaving = [];
  }
}

/** The smallest ones that together fit into one segment. */
function fitting(segments: readonly Segment[], segmentDocuments: number): Segment[] {
  let room = segmentDocuments;
  return [...segments]
    .sort((a, b) => a.alive - b.alive)
    .filter(({ alive }) => {
      room -= alive;
      return room >= 0;
    });
}
