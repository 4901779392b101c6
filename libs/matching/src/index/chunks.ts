type Units = Uint8Array | Uint16Array;

/** Values of many documents behind one another in a few large arrays: no object a document, no copying when it grows. */
export class Chunks<T extends Units> {
  private readonly chunks: (T | null)[] = [];
  private readonly dead: number[] = [];
  private readonly emptied: number[] = [];
  private open = -1;
  private used = 0;
  private chunkOf = new Uint32Array(1024);
  private startOf = new Uint32Array(1024);
  private sizeOf = new Uint32Array(1024);

  constructor(
    private readonly make: (size: number) => T,
    private readonly chunkSize = 1 << 20,
  ) {}

  set(number: number, values: ArrayLike<number>, size: number): void {
    this.reserve(number + 1);
    const place = this.place(size);
    for (let at = 0; at < size; at += 1) place.chunk[place.start + at] = values[at] ?? 0;
    this.chunkOf[number] = place.index;
    this.startOf[number] = place.start;
    this.sizeOf[number] = size;
  }

  chunk(number: number): T {
    return this.chunks[this.chunkOf[number] ?? 0] ?? this.make(0);
  }

  start(number: number): number {
    return this.startOf[number] ?? 0;
  }

  size(number: number): number {
    return this.sizeOf[number] ?? 0;
  }

  /** The space is used again once most of its chunk is free. */
  delete(number: number): void {
    const index = this.chunkOf[number] ?? 0;
    this.dead[index] = (this.dead[index] ?? 0) + this.size(number);
    this.sizeOf[number] = 0;
    const chunk = this.chunks[index];
    if (index !== this.open && chunk && (this.dead[index] ?? 0) > chunk.length * 0.6) this.vacate(index, chunk);
  }

  private vacate(index: number, chunk: T): void {
    for (let number = 0; number < this.chunkOf.length; number += 1) {
      const size = this.size(number);
      if (this.chunkOf[number] !== index || size === 0) continue;
      const start = this.start(number);
      this.set(number, chunk.subarray(start, start + size), size);
    }
    this.chunks[index] = null;
    this.emptied.push(index);
  }

  private place(size: number): { readonly chunk: T; readonly index: number; readonly start: number } {
    const open = this.chunks[this.open];
    if (open && this.used + size <= open.length) {
      this.used += size;
      return { chunk: open, index: this.open, start: this.used - size };
    }
    if (open) this.dead[this.open] = (this.dead[this.open] ?? 0) + open.length - this.used;
    // The first chunk of a small market is small.
    const chunk = this.make(Math.max(size, this.open < 0 ? this.chunkSize >> 4 : this.chunkSize));
    this.open = this.emptied.pop() ?? this.chunks.length;
    this.chunks[this.open] = chunk;
    this.dead[this.open] = 0;
    this.used = size;
    return { chunk, index: this.open, start: 0 };
  }

  private reserve(size: number): void {
    if (size <= this.chunkOf.length) return;
    this.chunkOf = grown(this.chunkOf, size, (length) => new Uint32Array(length));
    this.startOf = grown(this.startOf, size, (length) => new Uint32Array(length));
    this.sizeOf = grown(this.sizeOf, size, (length) => new Uint32Array(length));
  }
}

/** The same values in an array with room for `size` and a quarter more. */
export function grown<A extends { readonly length: number; set(from: A): void }>(
  array: A,
  size: number,
  make: (length: number) => A,
): A {
  if (size <= array.length) return array;
  const larger = make(Math.max(1024, size + (size >> 2)));
  larger.set(array);
  return larger;
}
