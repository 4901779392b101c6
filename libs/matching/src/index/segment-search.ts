import { placeOf, mostDocuments, type Segment } from './segment.js';
import type { PreparedQuery, TermLists } from './term-lists.js';

/** What is worth more than this many postings walked: to score one document from its own list of terms. */
const postingsPerScoring = 150;
/** Sums of 32-bit numbers are a little off; no bound is trusted closer than this share of itself. */
const slack = 1e-4;
/** Lists as short as this are walked without asking. */
const fewPostings = 4_096;
const histogramSteps = 1024;

interface SegmentTerm {
  readonly share: number;
  readonly from: number;
  readonly to: number;
  readonly bound: number;
}

/** Takes the documents that may be among the best, and knows the score from which one is. */
export interface Collector {
  readonly limit: number;
  floor(): number;
  offer(number: number): void;
}

/**
 * Exact top-k search of a segment that leaves out what cannot matter (MaxScore: Turtle & Flood 1995). Terms are taken
 * from the one that may add the most to the one that may add the least. Once all that are left together could not lift
 * a document over the floor, documents without any of the terms taken are out of the question, and the postings of
 * the rest, mostly the long lists of common words, need not be walked: the few documents in question are scored from
 * their own lists of terms.
 */
export class SegmentSearch {
  private readonly scores = new Float32Array(mostDocuments);
  private readonly histogram = new Uint32Array(histogramSteps);
  /** Postings walked and documents scored since the start: what a search costs. */
  walked = 0;
  scored = 0;

  constructor(private readonly lists: TermLists) {}

  search(segment: Segment, query: PreparedQuery, collector: Collector): void {
    const terms = this.termsOf(segment, query);
    let rest = terms.reduce((sum, { bound }) => sum + bound, 0);
    if (terms.length === 0 || rest * (1 + slack) < collector.floor()) return;
    this.scores.fill(0, 0, segment.numbers.length);
    const floor = collector.floor() * (1 - slack);
    for (const term of terms) {
      const postings = term.to - term.from;
      if (rest * (1 + slack) < floor && postings > fewPostings) {
        const wanted = this.count(segment, floor - rest * (1 + slack));
        if (wanted * postingsPerScoring <= postings * 2) break;
      }
      this.walk(segment, term);
      rest -= term.bound;
    }
    const left = Math.max(0, rest) * (1 + slack);
    const crowded = this.count(segment, floor - left) > collector.limit * 2;
    // The best of this segment alone may be better than the floor.
    const higher = crowded ? Math.max(floor, this.floorHere(segment, collector.limit)) : floor;
    this.collect(segment, left, higher, collector);
  }

  private termsOf(segment: Segment, query: PreparedQuery): SegmentTerm[] {
    const stale = Math.max(1, this.lists.averageLength / segment.averageLength);
    const terms: SegmentTerm[] = [];
    for (const { termId, share } of query.terms) {
      const at = placeOf(segment.terms, termId);
      if (at < 0) continue;
      const bound = share * (segment.bounds[at] ?? 0) * stale;
      terms.push({ share, from: segment.starts[at] ?? 0, to: segment.starts[at + 1] ?? 0, bound });
    }
    return terms.sort((a, b) => b.bound - a.bound);
  }

  private walk(segment: Segment, { share, from, to }: SegmentTerm): void {
    const { k1, b } = this.lists.options;
    const { counts } = this.lists;
    const { scores } = this;
    const { places, codes, lengths } = segment;
    const fixed = k1 * (1 - b);
    const perLength = (k1 * b) / this.lists.averageLength;
    const most = share * (k1 + 1);
    for (let at = from; at < to; at += 1) {
      const place = places[at] ?? 0;
      const count = counts[codes[at] ?? 0] ?? 0;
      scores[place] = (scores[place] ?? 0) + (most * count) / (count + fixed + perLength * (lengths[place] ?? 0));
    }
    this.walked += to - from;
  }

  private count(segment: Segment, from: number): number {
    const { scores } = this;
    let wanted = 0;
    for (let place = 0; place < segment.numbers.length; place += 1) if ((scores[place] ?? 0) >= from) wanted += 1;
    return wanted;
  }

  /** A score that at least `limit` living documents of the segment have reached; 0 when there are not so many. */
  private floorHere(segment: Segment, limit: number): number {
    const { scores, histogram } = this;
    if (segment.alive < limit) return 0;
    let most = 0;
    for (let place = 0; place < segment.numbers.length; place += 1) most = Math.max(most, scores[place] ?? 0);
    if (most <= 0) return 0;
    histogram.fill(0);
    const scale = (histogramSteps - 1) / most;
    for (let place = 0; place < segment.numbers.length; place += 1) {
      const score = scores[place] ?? 0;
      if (score > 0 && segment.dead[place] === 0) {
        const step = Math.floor(score * scale);
        histogram[step] = (histogram[step] ?? 0) + 1;
      }
    }
    let found = 0;
    for (let step = histogramSteps - 1; step > 0; step -= 1) {
      found += histogram[step] ?? 0;
      if (found >= limit) return (step / scale) * (1 - slack);
    }
    return 0;
  }

  private collect(segment: Segment, rest: number, floor: number, collector: Collector): void {
    const { scores } = this;
    const least = floor * (1 - slack) - rest;
    for (let place = 0; place < segment.numbers.length; place += 1) {
      const score = scores[place] ?? 0;
      if (score <= 0 || score < least || segment.dead[place] === 1) continue;
      if ((score + rest) * (1 + slack) < collector.floor()) continue;
      this.scored += 1;
      collector.offer(segment.numbers[place] ?? 0);
    }
  }
}
