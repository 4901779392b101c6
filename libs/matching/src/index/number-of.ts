const parts = 256;

/** Numbers by key in many small maps: one large Map stops everybody for a tenth of a second whenever it doubles. */
export class NumberOf {
  private readonly maps = Array.from({ length: parts }, () => new Map<string, number>());
  private entries = 0;

  get size(): number {
    return this.entries;
  }

  has(key: string): boolean {
    return this.mapOf(key).has(key);
  }

  get(key: string): number | undefined {
    return this.mapOf(key).get(key);
  }

  set(key: string, value: number): void {
    const map = this.mapOf(key);
    if (!map.has(key)) this.entries += 1;
    map.set(key, value);
  }

  delete(key: string): boolean {
    const found = this.mapOf(key).delete(key);
    if (found) this.entries -= 1;
    return found;
  }

  /** By the last two characters, which differ most among ids. */
  private mapOf(key: string): Map<string, number> {
    const last = key.length - 1;
    const hash = last < 0 ? 0 : key.charCodeAt(last) * 31 + (last > 0 ? key.charCodeAt(last - 1) : 0);
    return this.maps[hash % parts] as Map<string, number>;
  }
}
