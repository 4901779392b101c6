import type { TermLists } from './term-lists.js';

/** A segment's documents are told apart by 16 bits. */
export const mostDocuments = 65_536;

/** The postings of some documents, made once and never changed but for the marks of the dead. */
export interface Segment {
  /** The number of each document; the rest knows them by their place in here. */
  readonly numbers: Uint32Array;
  readonly lengths: Float32Array;
  readonly dead: Uint8Array;
  alive: number;
  /** Term numbers, rising; the postings of the term at i stand from starts[i] to starts[i + 1]. */
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
  readonly places: Uint16Array;
  /** The code of how often the term stands in the document. */
  readonly codes: Uint8Array;
}

/** Makes a segment in slices of so many documents, so that nobody waits for the whole. */
export function* buildSegment(
  lists: TermLists,
  numbers: Uint32Array,
  sliceDocuments: number,
): Generator<void, Segment, void> {
  const frequencies = new Uint32Array(lists.vocabularySize);
  for (let place = 0; place < numbers.length; place += 1) {
    const size = lists.read(numbers[place] ?? 0);
    for (let at = 0; at < size; at += 1) {
      const termId = lists.termIdsRead[at] ?? 0;
      frequencies[termId] = (frequencies[termId] ?? 0) + 1;
    }
    if (place % sliceDocuments === sliceDocuments - 1) yield;
  }
  const segment = emptySegment(numbers, frequencies);
  yield;
  // From here on: where the next posting of each term goes.
  const next = frequencies;
  segment.terms.forEach((termId, at) => (next[termId] = segment.starts[at] ?? 0));
  for (let place = 0; place < numbers.length; place += 1) {
    placeDocument(lists, segment, next, place);
    if (place % sliceDocuments === sliceDocuments - 1) yield;
  }
  return segment;
}

/** Puts the postings of one document where they belong. */
function placeDocument(lists: TermLists, segment: Segment, next: Uint32Array, place: number): void {
  const number = segment.numbers[place] ?? 0;
  const size = lists.read(number);
  segment.lengths[place] = lists.lengthOf(number);
  for (let at = 0; at < size; at += 1) {
    const termId = lists.termIdsRead[at] ?? 0;
    const to = next[termId] ?? 0;
    segment.places[to] = place;
    segment.codes[to] = lists.codesRead[at] ?? 0;
    next[termId] = to + 1;
  }
}

function emptySegment(numbers: Uint32Array, frequencies: Uint32Array): Segment {
  let different = 0;
  for (const frequency of frequencies) if (frequency > 0) different += 1;
  const terms = new Uint32Array(different);
  const starts = new Uint32Array(different + 1);
  let at = 0;
  frequencies.forEach((frequency, termId) => {
    if (frequency === 0) return;
    terms[at] = termId;
    starts[at + 1] = (starts[at] ?? 0) + frequency;
    at += 1;
  });
  const postings = starts[different] ?? 0;
  return {
    numbers,
    lengths: new Float32Array(numbers.length),
    dead: new Uint8Array(numbers.length),
    alive: numbers.length,
    terms,
    starts,
    places: new Uint16Array(postings),
    codes: new Uint8Array(postings),
  };
}

/** Where a term stands among the segment's terms, or -1. */
export function placeOf(terms: Uint32Array, termId: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = terms[middle] ?? 0;
    if (found === termId) return middle;
    if (found < termId) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
