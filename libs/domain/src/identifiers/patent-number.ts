import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { foldIdentifier } from './text.js';

/**
 * Chinese patent application numbers (专利申请号; the number of a granted patent is the same with `ZL` before it).
 * Since 2003-10-01 (ZC 0006-2003《专利申请号标准》): 4 digits year, 1 kind, 7 serial, `.`, check character.
 * Before: 2 digits year, 1 kind, 5 serial, check character.
 */
export type PatentKind = 'invention' | 'utilityModel' | 'design';

export interface PatentNumber {
  /** Digits and check character without prefix and dot, `2017106018623`: two numbers are the same when these are. */
  readonly number: string;
  /** As printed: `201710601862.3`. */
  readonly display: string;
  readonly year: number;
  /** Null for a kind digit that the standard does not name: accepted with a warning. */
  readonly kind: PatentKind | null;
  /** True for an international application that entered the national phase (kind digits 8 and 9). */
  readonly international: boolean;
  readonly warnings: readonly PatentNumberWarning[];
}

export type PatentNumberWarning = 'patentNumber.unknownKind';
export type PatentNumberRefusal = Refusal<'patentNumber.malformed' | 'patentNumber.checkDigit'>;

const weightsOf12 = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;
const weightsOf8 = [2, 3, 4, 5, 6, 7, 8, 9] as const;

const kinds: Readonly<Record<string, Pick<PatentNumber, 'kind' | 'international'>>> = {
  '1': { kind: 'invention', international: false },
  '2': { kind: 'utilityModel', international: false },
  '3': { kind: 'design', international: false },
  '8': { kind: 'invention', international: true },
  '9': { kind: 'utilityModel', international: true },
};

/** Removes prefix (`ZL`, `CN`), dots, spaces; full-width and lower-case letters are folded. Checks nothing. */
export const normalizePatentNumber = (text: string): string =>
  foldIdentifier(text)
    .replace(/[.·。．]/gu, '')
    .replace(/^(ZL|CN)/u, '');

/** Reads an application or patent number; a publication number (`CN…A`) is another thing and is refused. */
export function parsePatentNumber(text: string): Result<PatentNumber, PatentNumberRefusal> {
  const number = normalizePatentNumber(text);
  const match = /^((\d{4})(\d)\d{7}|(\d{2})(\d)\d{5})([\dX])$/u.exec(number);
  const digits = match?.[1];
  if (digits === undefined) return refuse('patentNumber.malformed', { value: text });
  const expected = patentCheckCharacter(digits);
  if (match?.[6] !== expected) return refuse('patentNumber.checkDigit', { value: text, expected });
  const year = match[2] === undefined ? 1900 + Number(match[4]) + (Number(match[4]) < 50 ? 100 : 0) : Number(match[2]);
  if (year < 1985 || year > 2099) return refuse('patentNumber.malformed', { value: text });
  const known = kinds[match[3] ?? match[5] ?? ''];
  return ok({
    number,
    display: `${digits}.${expected}`,
    year,
    kind: known?.kind ?? null,
    international: known?.international ?? false,
    warnings: known ? [] : ['patentNumber.unknownKind'],
  });
}

/** Σ dᵢ·wᵢ mod 11, 10 is `X`. `digits` are the 12 (or, before October 2003, 8) digits before the check character. */
export function patentCheckCharacter(digits: string): string {
  const weights: readonly number[] = digits.length === 12 ? weightsOf12 : weightsOf8;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}
