import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/** An amount in 分. Amounts are whole 分; 元 and 万元 are for reading and writing only. */
export type Fen = bigint;

const fenPerYuan = 100n;

/** `"1200000.5"` → 120000050n. Refuses more than two decimals, signs, separators and empty text: an input is never rounded. */
export function parseYuan(text: string): Result<Fen, Refusal<'money.malformed'>> {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return refuse('money.malformed', { value: text });
  return ok(BigInt(match[1] ?? '') * fenPerYuan + BigInt((match[2] ?? '').padEnd(2, '0')));
}

/** 120000050n → `"1200000.50"`. */
export function formatYuan(fen: Fen): string {
  const absolute = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${absolute / fenPerYuan}.${(absolute % fenPerYuan).toString().padStart(2, '0')}`;
}
