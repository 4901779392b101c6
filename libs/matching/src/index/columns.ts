import { grown } from './chunks.js';

type Cell = string | number | bigint | boolean | Date | null | undefined | object;

/** How a cell is to be read. Bigints of more than 53 bits and everything rare go into the table of values. */
const kinds = { missing: 0, null: 1, number: 2, date: 3, bigint: 4, value: 5 } as const;

class Column {
  private cellKinds = new Uint8Array(1024);
  private cells = new Float64Array(1024);
  private readonly values: Cell[] = [];
  private readonly known = new Map<string, number>();

  set(number: number, cell: Cell): void {
    this.cellKinds = grown(this.cellKinds, number + 1, (length) => new Uint8Array(length));
    this.cells = grown(this.cells, number + 1, (length) => new Float64Array(length));
    const [kind, value] = this.encode(cell);
    this.cellKinds[number] = kind;
    this.cells[number] = value;
  }

  get(number: number): Cell {
    const value = this.cells[number] ?? 0;
    switch (this.cellKinds[number]) {
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

  set(number: number, record: T): void {
    for (const [name, cell] of Object.entries(record) as [string, Cell][]) {
      const column = this.columns.get(name) ?? new Column();
      this.columns.set(name, column);
      column.set(number, cell);
    }
    for (const [name, column] of this.columns) if (!(name in record)) column.set(number, undefined);
  }

  get(number: number): T {
    const record: Record<string, Cell> = {};
    for (const [name, column] of this.columns) {
      const cell = column.get(number);
      if (cell !== undefined) record[name] = cell;
    }
    return record as T;
  }
}
