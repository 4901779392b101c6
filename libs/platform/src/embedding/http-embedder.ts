/** Turns texts into vectors of one length whose inner product says how near their meanings are. */
export interface Embedder {
  /** A vector for each text, or null when the service gave none in time: the market goes on without it. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[] | null>;
}

export interface EmbedderLimits {
  readonly timeoutMs: number;
  readonly textsAtOnce: number;
  readonly maxTextLength: number;
  readonly maxVectorLength: number;
  /** After a failure nothing is asked for so long. */
  readonly restMs: number;
}

const usual: EmbedderLimits = {
  timeoutMs: 2_000,
  textsAtOnce: 64,
  maxTextLength: 2_000,
  maxVectorLength: 4_096,
  restMs: 30_000,
};

/**
 * A service that answers POST { input: [text, …] } with { data: [{ embedding: [number, …] }, …] }, as the usual embedding
 * servers do. Optional: whatever goes wrong with it costs one wait and is no error.
 */
export class HttpEmbedder implements Embedder {
  private restsUntilMs = 0;

  constructor(
    private readonly url: string,
    private readonly limits: EmbedderLimits = usual,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  async embed(texts: readonly string[]): Promise<readonly Float32Array[] | null> {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += this.limits.textsAtOnce) {
      if (this.nowMs() < this.restsUntilMs) return null;
      const some = await this.ask(texts.slice(at, at + this.limits.textsAtOnce));
      if (some === null) {
        this.restsUntilMs = this.nowMs() + this.limits.restMs;
        return null;
      }
      vectors.push(...some);
    }
    return vectors;
  }

  private async ask(texts: readonly string[]): Promise<Float32Array[] | null> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: texts.map((text) => text.slice(0, this.limits.maxTextLength)) }),
        signal: AbortSignal.timeout(this.limits.timeoutMs),
      });
      return response.ok ? this.vectorsIn(await response.json(), texts.length) : null;
    } catch {
      return null;
    }
  }

  private vectorsIn(body: unknown, count: number): Float32Array[] | null {
    const data: unknown = typeof body === 'object' && body !== null && 'data' in body ? body.data : null;
    if (!Array.isArray(data) || data.length !== count) return null;
    const vectors = data.flatMap((item: unknown) => this.vectorIn(item) ?? []);
    return vectors.length === count && vectors.every(({ length }) => length === vectors[0]?.length) ? vectors : null;
  }

  private vectorIn(item: unknown): Float32Array | null {
    const values: unknown = typeof item === 'object' && item !== null && 'embedding' in item ? item.embedding : null;
    if (!Array.isArray(values) || values.length === 0 || values.length > this.limits.maxVectorLength) return null;
    const numbers = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
    return numbers.length === values.length ? Float32Array.from(numbers) : null;
  }
}
