interface Near {
  readonly id: string;
  readonly score: number;
}

/**
 * Vectors of achievements, nearest first by the cosine. Looks at all of them: meant for the tens of thousands of one
 * region's market; an embedder is optional, and so is this.
 */
export class VectorIndex {
  private readonly vectors = new Map<string, Float32Array>();

  get size(): number {
    return this.vectors.size;
  }

  get(id: string): Float32Array | undefined {
    return this.vectors.get(id);
  }

  add(id: string, vector: Float32Array): void {
    this.vectors.set(id, unit(vector));
  }

  remove(id: string): void {
    this.vectors.delete(id);
  }

  /** Vectors of another length come from another model and are left out. */
  nearest(vector: Float32Array, limit: number): string[] {
    const wanted = unit(vector);
    const near: Near[] = [];
    for (const [id, other] of this.vectors)
      if (other.length === wanted.length) near.push({ id, score: inner(wanted, other) });
    near.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return near.slice(0, limit).map(({ id }) => id);
  }
}

function inner(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(inner(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}
