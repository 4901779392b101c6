import type { LocalDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';

/** What of a filed contract is compared with others. */
export interface DuplicateFacts {
  readonly title: string;
  readonly sellerCodes: readonly string[];
  readonly buyerCodes: readonly string[];
  readonly contractValue: Fen;
  readonly signedOn: LocalDate | null;
  readonly contractTextHash: string | null;
}

export type AgreementKind = 'textHash' | 'parties' | 'title' | 'amount' | 'signedOn';

/** One thing in which two contracts agree, and how much (percent). */
export interface Agreement {
  readonly kind: AgreementKind;
  readonly percent: number;
  readonly text: string;
}

export interface DuplicateVerdict {
  /** `same`: nothing tells them apart. `near`: an officer must look. */
  readonly verdict: 'same' | 'near';
  readonly agreements: readonly Agreement[];
}

/** When two contracts are near-duplicates. The platform's own measures, no rule of the regulations. */
export const duplicatePolicy = {
  titleSameFromPercent: 95,
  titleNearFromPercent: 60,
  /** Amounts within so many percent of the larger one. */
  amountWindowPercent: 5,
} as const;

/** Compares two contracts; null when they are none of each other's business. */
export function compareContracts(a: DuplicateFacts, b: DuplicateFacts): DuplicateVerdict | null {
  const title = titleSimilarity(a.title, b.title);
  const amount = amountAgreement(a.contractValue, b.contractValue);
  const parties = partyAgreement(a, b);
  const sameText = a.contractTextHash !== null && a.contractTextHash === b.contractTextHash;
  const sameDay = a.signedOn !== null && a.signedOn === b.signedOn;
  const sameTitle = title >= duplicatePolicy.titleSameFromPercent;
  const nearTitle = title >= duplicatePolicy.titleNearFromPercent;
  const nearAmount = amount >= 100 - duplicatePolicy.amountWindowPercent;
  const agreements: Agreement[] = [
    ...(sameText ? [{ kind: 'textHash', percent: 100, text: '合同文本的摘要（SHA-256）相同' } as const] : []),
    ...(parties > 0 ? [{ kind: 'parties', percent: parties, text: partyText(parties) } as const] : []),
    ...(nearTitle ? [{ kind: 'title', percent: title, text: `项目名称「${a.title}」与「${b.title}」` } as const] : []),
    ...(nearAmount
      ? [{ kind: 'amount', percent: amount, text: amountText(a.contractValue, b.contractValue) } as const]
      : []),
    ...(sameDay ? [{ kind: 'signedOn', percent: 100, text: `签订日期同为 ${a.signedOn}` } as const] : []),
  ];
  if (sameText || (parties === 100 && sameTitle && amount === 100)) return { verdict: 'same', agreements };
  const near = parties === 100 ? nearTitle && nearAmount : parties > 0 && sameTitle && nearAmount;
  return near ? { verdict: 'near', agreements } : null;
}

/** 100 when both sides are the same organizations, 50 when one side is, else 0. */
function partyAgreement(a: DuplicateFacts, b: DuplicateFacts): number {
  const same = (left: readonly string[], right: readonly string[]): boolean =>
    left.length > 0 && [...left].sort().join() === [...right].sort().join();
  return (same(a.sellerCodes, b.sellerCodes) ? 50 : 0) + (same(a.buyerCodes, b.buyerCodes) ? 50 : 0);
}

const partyText = (percent: number): string => (percent === 100 ? '买卖双方相同' : '买卖双方有一方相同');

/** The smaller amount in whole percent of the larger, rounded down: 100 only when equal. */
export function amountAgreement(a: Fen, b: Fen): number {
  const [smaller, larger] = a < b ? [a, b] : [b, a];
  return larger === 0n ? 100 : Number((smaller * 100n) / larger);
}

const amountText = (a: Fen, b: Fen): string =>
  a === b ? `成交额同为 ${formatYuan(a)} 元` : `成交额 ${formatYuan(a)} 元与 ${formatYuan(b)} 元相近`;

/** Dice's coefficient of the pairs of signs of both titles, in whole percent, rounded down. */
export function titleSimilarity(a: string, b: string): number {
  const left = normalizedTitle(a);
  const right = normalizedTitle(b);
  if (left === right) return 100;
  const pairsLeft = pairsOf(left);
  const pairsRight = pairsOf(right);
  const total = pairsLeft.length + pairsRight.length;
  if (total === 0) return 0;
  const counted = new Map<string, number>();
  for (const pair of pairsLeft) counted.set(pair, (counted.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsRight) {
    const before = counted.get(pair) ?? 0;
    if (before > 0) {
      shared += 1;
      counted.set(pair, before - 1);
    }
  }
  return Math.floor((200 * shared) / total);
}

/** Width and case folded, spaces and marks gone, and the words that every contract has. */
export function normalizedTitle(title: string): string {
  const folded = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');
  const bare = folded.replace(/(技术)?(开发|转让|许可|咨询|服务)?(合同|协议|协议书|合同书)$/u, '');
  return bare === '' ? folded : bare;
}

function pairsOf(text: string): string[] {
  const signs = [...text];
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
