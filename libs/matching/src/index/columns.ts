import { grown } from './chunks.js';

type Cell = string | number | bigint | boolean | Date | null | undefined | object;

/** How a cell is to be read. Bigints of more than 53 bits and everything rare go into the table of values. */
const kinds = { missing: 0, null: 1, number: 2, date: 3, bigint: 4, value: 5 } as const;

const pageCells = 65_536;

/** In pages: a million cells that move to a larger array would keep everybody waiting. */
class Column {
  private readonly cellKinds: Uint8Array[] = [];
  private readonly cells: Float64Array[] = [];
  private readonly values: Cell[] = [];
  private readonly known = new Map<string, number>();

  set(number: number, cell: Cell): void {
    const [kind, value] = this.encode(cell);
    const page = Math.floor(number / pageCells);
    // The only page of a small market is small.
    const at = number % pageCells;
    // The only page of a small market is small.
    const roomFor = <A extends Uint8Array | Float64Array>(have: A | undefined, make: (length: number) => A): A =>
      grown(have ?? make(0), at + 1, (length) => make(Math.min(length, pageCells)));
    const kindsHere = (this.cellKinds[page] = roomFor(this.cellKinds[page], (length) => new Uint8Array(length)));
    const cellsHere = (this.cells[page] = roomFor(this.cells[page], (length) => new Float64Array(length)));
    kindsHere[at] = kind;
    cellsHere[at] = value;
  }

  get(number: number): Cell {
    const page = Math.floor(number / pageCells);
    const at = number % pageCells;
    const value = this.cells[page]?.[at] ?? 0;
    switch (this.cellKinds[page]?.[at]) {
      case kinds.null:
        return null;
      case kinds.number:
        return value;
      case kinds.date:
        return new Date(value);
      case kinds.bigint:
        return BigInt(value);
      case kinds.value:
        return this.values[value];
      default:
        return undefined;
    }
  }

  private encode(cell: Cell): readonly [kind: number, value: number] {
    if (cell === undefined) return [kinds.missing, 0];
    if (cell === null) return [kinds.null, 0];
    if (typeof cell === 'number') return [kinds.number, cell];
    if (cell instanceof Date) return [kinds.date, cell.getTime()];
    if (typeof cell === 'bigint' && BigInt(Number(cell)) === cell) return [kinds.bigint, Number(cell)];
    const key = `${typeof cell} ${typeof cell === 'object' ? JSON.stringify(cell) : String(cell)}`;
    const at = this.known.get(key) ?? this.values.length;
    if (at === this.values.length) {
      this.values.push(cell);
      this.known.set(key, at);
    }
    return [kinds.value, at];
  }
}

/**
 * Records of one shape in columns, about nine bytes a member: a million small objects would weigh several times that.
 * Texts that many share (an organization, a county) stand once. Whatever members a record has come back as they were.
 */
export class Columns<T extends object> {
  private readonly columns = new Map<string, Column>();
  /** The same in two lists: reading is what a match does five hundred times. */
  private readonly names: string[] = [];
  private readonly inOrder: Column[] = [];

  set(number: number, record: T): void {
    for (const [name, cell] of Object.entries(record) as [string, Cell][]) {
      let column = this.columns.get(name);
      if (!column) {
        column = new Column();
        this.columns.set(name, column);
        this.names.push(name);
        this.inOrder.push(column);
      }
      column.set(number, cell);
    }
    for (const [name, column] of this.columns) if (!(name in record)) column.set(number, undefined);
  }

  get(number: number): T {
    const record: Record<string, Cell> = {};
    for (let at = 0; at < this.names.length; at += 1) {
      const cell = this.inOrder[at]?.get(number);
      if (cell !== undefined) record[this.names[at] ?? ''] = cell;
    }
    return record as T;
  }
}
