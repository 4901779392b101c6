import type { Fen } from '../money/money.js';

/** How registered contracts are broken down. A contract is in one row of each, but for `direction`: 输出 and 吸纳 overlap. */
export const dimensions = {
  type: '合同类别',
  field: '技术领域',
  sellerNature: '卖方性质',
  buyerNature: '买方性质',
  ipKind: '知识产权类型',
  plan: '计划类别',
  sizeBand: '成交额规模',
  direction: '输出与吸纳',
  sellerPlace: '输出地（卖方所在地）',
  buyerPlace: '吸纳地（买方所在地）',
  flow: '流向（卖方所在地至买方所在地）',
  source: '登记来源',
} as const;
export type Dimension = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** Four amounts that are never mixed: 项数, 成交额, 技术交易额, 技术性收入. */
export interface Sums {
  readonly count: number;
  readonly contractValue: Fen;
  readonly technologyValue: Fen;
  readonly technologyIncome: Fen;
}

export const noSums: Sums = { count: 0, contractValue: 0n, technologyValue: 0n, technologyIncome: 0n };

export interface Compared {
  readonly current: Sums;
  /** The same period a year before, as it stood on the same cut-off day. */
  readonly previous: Sums;
}

export interface FigureRow extends Compared {
  /** Value of the dimension: the filter that opens the row's list. A flow is `seller>buyer`. */
  readonly key: string;
}

export interface FigureTable {
  readonly dimension: Dimension;
  readonly rows: readonly FigureRow[];
  readonly total: Compared;
}

/** Growth in basis points, rounded half away from zero; null when there was nothing a year before. */
export function yearOnYear(current: bigint, previous: bigint): number | null {
  if (previous === 0n) return null;
  const scaled = (current - previous) * 10_000n;
  const half = previous / 2n;
  return Number((scaled >= 0n ? scaled + half : scaled - half) / previous);
}

/** One figure as the public may see it: null where it is masked (涉密小单元). */
export interface PublicCompared {
  readonly current: Sums | null;
  readonly previous: Sums | null;
}
export interface PublicRow extends PublicCompared {
  readonly key: string;
}
export interface PublicTable {
  readonly dimension: Dimension;
  readonly rows: readonly PublicRow[];
  readonly total: PublicCompared;
}

/** A cell of fewer contracts than this would tell what one party paid. Rule of the house, after statistical practice. */
export const smallestCell = 3;

/**
 * Hides cells of one and two contracts, and as many of the next smallest that a hidden one cannot be found by
 * subtraction from the total: at least two cells are hidden, of three contracts together; where there are not so many,
 * the total is hidden too.
 */
export function hiddenCells(counts: ReadonlyMap<string, number>): { keys: ReadonlySet<string>; total: boolean } {
  const filled = [...counts].filter(([, count]) => count > 0).sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const hidden = filled.filter(([, count]) => count < smallestCell);
  if (hidden.length === 0) return { keys: new Set(), total: false };
  const enough = (): boolean => hidden.length >= 2 && hidden.reduce((sum, [, count]) => sum + count, 0) >= smallestCell;
  for (const next of filled.slice(hidden.length)) {
    if (enough()) break;
    hidden.push(next);
  }
  return { keys: new Set(hidden.map(([key]) => key)), total: !enough() };
}

/** The same over rows and columns of a matrix whose margins are published: until nothing more has to be hidden. */
export function hiddenFlows(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const hidden = new Set<string>(hiddenCells(counts).keys);
  const lines = new Map<string, string[]>();
  for (const key of counts.keys()) {
    const [seller = '', buyer = ''] = key.split('>');
    for (const line of [`${seller}>`, `>${buyer}`]) lines.set(line, [...(lines.get(line) ?? []), key]);
  }
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const keys of lines.values()) {
      // A cell hidden by another line counts as small here, so that this line hides a second one.
      const seen = new Map(
        keys.map((key) => [key, hidden.has(key) ? Math.min(counts.get(key) ?? 0, 1) : (counts.get(key) ?? 0)]),
      );
      for (const key of hiddenCells(seen).keys) hidden.add(key);
    }
  }
  return hidden;
}

export function maskTable(table: FigureTable): PublicTable {
  const [current, previous] = [maskSide(table, 'current'), maskSide(table, 'previous')];
  return {
    dimension: table.dimension,
    rows: table.rows.map((row) => ({
      key: row.key,
      current: current.keys.has(row.key) ? null : row.current,
      previous: previous.keys.has(row.key) ? null : row.previous,
    })),
    total: {
      current: current.total ? null : table.total.current,
      previous: previous.total ? null : table.total.previous,
    },
  };
}

function maskSide(table: FigureTable, side: keyof Compared): { keys: ReadonlySet<string>; total: boolean } {
  const counts = new Map(table.rows.map((row) => [row.key, row[side].count]));
  const total = table.total[side].count;
  const smallTotal = total > 0 && total < smallestCell;
  if (table.dimension === 'flow') return { keys: hiddenFlows(counts), total: smallTotal };
  if (table.dimension !== 'direction') {
    const { keys, total: hidden } = hiddenCells(counts);
    return { keys, total: hidden || smallTotal };
  }
  // Rows that overlap: what is in a row, and what is not, must both be enough; else all rows go.
  const small = [...counts.values()].some((count) => [count, total - count].some((n) => n > 0 && n < smallestCell));
  return { keys: new Set(small ? counts.keys() : []), total: smallTotal };
}

/** A total that one table hides is hidden in all of them: they all have the same one. */
export function maskTables(tables: readonly FigureTable[]): PublicTable[] {
  const masked = tables.map(maskTable);
  const hides = (side: keyof Compared): boolean => masked.some((table) => table.total[side] === null);
  const [current, previous] = [hides('current'), hides('previous')];
  return masked.map((table) => ({
    ...table,
    total: { current: current ? null : table.total.current, previous: previous ? null : table.total.previous },
  }));
}

/** What changed between two editions of one period. */
export interface Difference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly before: Sums;
  readonly after: Sums;
}
