import { foldIdentifier } from '../identifiers/text.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { OtherKind } from './right.js';

interface Shape {
  readonly pattern: RegExp;
  readonly shape: string;
}

/** What the certificates show. None of these numbers has a published check character: the shape is all there is. */
const shapes: Readonly<Record<OtherKind, Shape>> = {
  softwareCopyright: {
    pattern: /^(19|20)\d{2}SR\d{6,7}$/u,
    shape: '四位年份加 SR 加六或七位流水号，例如 2023SR0123456',
  },
  newVariety: {
    pattern: /^(CNA\d{9}|CNA\d{11}|(19|20)\d{6})$/u,
    shape: '农业品种 CNA 加 9 或 11 位数字（例如 CNA20191001234），林草品种 8 位数字（例如 20190123）',
  },
  layoutDesign: { pattern: /^BS\d{8}[\dX]$/u, shape: 'BS 加 9 位（末位可为 X），例如 BS.205014852' },
};

/** Folded, without dots, hyphens and prefixes of the office's wording. */
export const normalizeRightNumber = (text: string): string => foldIdentifier(text).replace(/[.·。．\-—]/gu, '');

export function parseRightNumber(kind: OtherKind, text: string): Result<string, Refusal<'right.numberMalformed'>> {
  const number = normalizeRightNumber(text);
  const { pattern, shape } = shapes[kind];
  return pattern.test(number) ? ok(number) : refuse('right.numberMalformed', { value: text, shape }, '/number');
}
