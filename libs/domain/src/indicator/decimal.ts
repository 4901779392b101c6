/** An exact decimal: `digits` × 10^−`scale`. Indicators have few digits, and 0.1 + 0.2 must be 0.3. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** `"-6.69"` → 669 × 10^−2 with its sign. Throws a RangeError on anything else: data were checked before. */
export function decimal(text: string): Decimal {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal: ${text}`);
  const [, sign = '', whole = '', part = ''] = match;
  const digits = BigInt(whole + part);
  return { digits: sign === '-' ? -digits : digits, scale: part.length };
}

/** Both as integers of one common scale. */
function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint] {
  const scale = Math.max(a.scale, b.scale);
  const raise = ({ digits, scale: own }: Decimal): bigint => digits * 10n ** BigInt(scale - own);
  return [raise(a), raise(b)];
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const [x, y] = aligned(a, b);
  return { digits: x - y, scale: Math.max(a.scale, b.scale) };
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** a ÷ b in basis points (1/10000), rounded half away from zero. b must not be zero. */
export function ratioBasisPoints(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  if (y === 0n) throw new RangeError('division by zero');
  const negative = x < 0n !== y < 0n;
  const [numerator, denominator] = [x < 0n ? -x : x, y < 0n ? -y : y];
  const rounded = (numerator * 20_000n + denominator) / (denominator * 2n);
  return Number(negative ? -rounded : rounded);
}
