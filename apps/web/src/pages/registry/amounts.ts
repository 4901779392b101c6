/** Amounts are counted in fen as whole numbers, never in floating point. */

/** `1200.5` yuan in fen; null when the text is no amount. */
export function fenOf(yuan: string): bigint | null {
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan);
  return found ? BigInt(found[1]!) * 100n + BigInt((found[2] ?? '').padEnd(2, '0')) : null;
}

/** Fen as exact yuan text, as the API writes it. */
export function yuanOf(fen: bigint): string {
  const sign = fen < 0n ? '-' : '';
  const size = fen < 0n ? -fen : fen;
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** What is left of the whole when the items are taken off. */
export const remainder = (wholeFen: string, itemsFen: readonly string[]): bigint =>
  itemsFen.reduce((rest, item) => rest - BigInt(item), BigInt(wholeFen));
