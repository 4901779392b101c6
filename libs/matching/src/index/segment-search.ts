import { grown } from './chunks.js';
import { mostDocuments, placeOf, type Segment } from './segment.js';
import { rounded, type PreparedQuery, type TermLists } from './term-lists.js';

const histogramSteps = 2_048;

/**
 * Finds the best documents by walking every posting of the query's terms into one flat array of scores: some three
 * nanoseconds each. Leaving out what cannot matter was measured slower (docs/adr/0011). A histogram tells from which
 * score on enough documents were found, so that only few are kept.
 */
export class SegmentSearch {
  private readonly scores = new Float64Array(mostDocuments);
  private readonly histogram = new Uint32Array(histogramSteps);
  /** What was found so far. */
  numbers = new Uint32Array(1024);
  found = new Float64Array(1024);
  size = 0;
  private limit = 1;
  private stepsPerScore = 0;
  private floor = 0;
  /** Postings walked since the start: what a search costs. */
  walked = 0;

  constructor(private readonly lists: TermLists) {}

  begin(query: PreparedQuery, limit: number): void {
    const most = query.terms.reduce((sum, { share }) => sum + share, 0) * (this.lists.options.k1 + 1);
    this.histogram.fill(0);
    this.size = 0;
    this.limit = limit;
    this.stepsPerScore = most > 0 ? (histogramSteps - 1) / most : 0;
    this.floor = 0;
  }

  search(segment: Segment, query: PreparedQuery): void {
    const { numbers, terms, starts } = segment;
    this.scores.fill(0, 0, numbers.length);
    for (const { termId, share } of query.terms) {
      const at = placeOf(terms, termId);
      if (at >= 0) this.walk(segment, starts[at] ?? 0, starts[at + 1] ?? 0, share);
    }
    // The first ones are counted before they are taken: with the floor that they set, most need not be taken.
    if (this.floor <= 0) this.countAll(segment);
    else this.takeAll(segment, true);
  }

  private countAll(segment: Segment): void {
    const { scores, histogram, stepsPerScore } = this;
    const { numbers, dead } = segment;
    for (let place = 0; place < numbers.length; place += 1) {
      const score = scores[place] ?? 0;
      if (score <= 0 || dead[place] === 1) continue;
      const step = Math.floor(score * stepsPerScore);
      histogram[step] = (histogram[step] ?? 0) + 1;
    }
    this.raiseFloor();
    this.takeAll(segment, false);
  }

  private takeAll({ numbers, dead }: Segment, counted: boolean): void {
    const { scores, histogram, stepsPerScore, floor } = this;
    for (let place = 0; place < numbers.length; place += 1) {
      const score = scores[place] ?? 0;
      if (score <= floor || dead[place] === 1) continue;
      const step = Math.floor(score * stepsPerScore);
      if (counted) histogram[step] = (histogram[step] ?? 0) + 1;
      this.take(numbers[place] ?? 0, score);
    }
    if (counted) this.raiseFloor();
  }

  /** Takes a document that was scored by itself. */
  offer(number: number, score: number): void {
    if (score <= this.floor) return;
    const step = Math.floor(score * this.stepsPerScore);
    this.histogram[step] = (this.histogram[step] ?? 0) + 1;
    this.take(number, score);
  }

  private take(number: number, exact: number): void {
    const at = this.size;
    const score = rounded(exact);
    if (score <= 0) return;
    if (at === this.numbers.length) {
      this.numbers = grown(this.numbers, at + 1, (length) => new Uint32Array(length));
      this.found = grown(this.found, at + 1, (length) => new Float64Array(length));
    }
    this.numbers[at] = number;
    this.found[at] = score;
    this.size = at + 1;
  }

  private walk({ places, codes, lengths }: Segment, from: number, to: number, share: number): void {
    const { k1, b } = this.lists.options;
    const { counts } = this.lists;
    const { scores } = this;
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

  /** To a score that `limit` documents have reached; those below are let go. */
  raiseFloor(): void {
    let reached = 0;
    let step = histogramSteps;
    while (step > 0 && reached < this.limit) {
      step -= 1;
      reached += this.histogram[step] ?? 0;
    }
    if (reached < this.limit) return;
    // A little lower than the step begins, against rounding.
    this.floor = (step - 0.01) / this.stepsPerScore;
    let kept = 0;
    for (let at = 0; at < this.size; at += 1) {
      const score = this.found[at] ?? 0;
      if (score < this.floor) continue;
      this.numbers[kept] = this.numbers[at] ?? 0;
      this.found[kept] = score;
      kept += 1;
    }
    this.size = kept;
  }
}
