interface Scored {
  readonly id: string;
  readonly score: number;
}

const before = (a: Scored, b: Scored): boolean => a.score > b.score || (a.score === b.score && a.id < b.id);

/** Keeps the best `limit` of many: a heap whose root is the worst kept. */
export class TopK<T extends Scored = Scored> {
  private readonly heap: T[] = [];

  constructor(private readonly limit: number) {}

  /** The score below which nothing is kept any more. */
  get floor(): number {
    return this.heap.length < this.limit ? -Infinity : (this.heap[0]?.score ?? -Infinity);
  }

  offer(item: T): void {
    const { heap } = this;
    if (heap.length < this.limit) {
      heap.push(item);
      this.rise(heap.length - 1);
    } else if (heap[0] && before(item, heap[0])) {
      heap[0] = item;
      this.sink();
    }
  }

  /** Best first. */
  sorted(): T[] {
    return [...this.heap].sort((a, b) => (before(a, b) ? -1 : 1));
  }

  private worse(a: number, b: number): boolean {
    const left = this.heap[a];
    const right = this.heap[b];
    return left !== undefined && right !== undefined && before(right, left);
  }

  private swap(a: number, b: number): void {
    const left = this.heap[a];
    const right = this.heap[b];
    if (left === undefined || right === undefined) return;
    this.heap[a] = right;
    this.heap[b] = left;
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.worse(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let worst = at;
      if (left < this.heap.length && this.worse(left, worst)) worst = left;
      if (right < this.heap.length && this.worse(right, worst)) worst = right;
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }
}
