import { problemCatalog, type ErrorCode } from '../http/problem.catalog.js';
import type { OperationOptions } from '../http/operation.js';

/** What a magic value in a sandbox's request does. */
export type MagicOutcome = { readonly refuse: ErrorCode } | { readonly waitMs: number };

export const slowMs = 3_000;
const magicPattern = /^沙箱[:：](.{1,80})$/;
const forcedPrefix = /^错误[:：]/;
/** A conflict that says something about the object, rather than about the call. */
const isConflict = (code: ErrorCode): boolean =>
  problemCatalog[code].status === 409 && !code.startsWith('idempotency.') && code !== 'state.notAllowed';

/** The magic values, as the documentation lists them. */
export const magicValues = [
  { value: '沙箱:限流', effect: '429 rate.limited，带 Retry-After' },
  { value: '沙箱:繁忙', effect: '503 service.unavailable，带 Retry-After' },
  { value: '沙箱:缓慢', effect: `等 ${slowMs / 1000} 秒后照常处理` },
  { value: '沙箱:重复', effect: '该操作声明的第一个 409（编号、信用代码重复等）；没有则照常处理' },
  { value: '沙箱:版本过期', effect: '412 version.stale' },
  {
    value: '沙箱:撮合…',
    effect:
      '填在需求或成果的 externalKey 开头：发布后得到模拟的对方和一项撮合；其后各步见 POST /v1/sandbox/simulated-steps',
  },
  { value: '沙箱:错误:<代码>', effect: '该操作声明的任一错误，例如 沙箱:错误:demand.tooVague' },
] as const;

/** What the first magic value in a body asks for, of what the operation can answer; null when there is none. */
export function magicIn(body: unknown, operation: OperationOptions): MagicOutcome | null {
  for (const word of magicWords(body)) {
    const outcome = outcomeOf(word, operation);
    if (outcome) return outcome;
  }
  return null;
}

function outcomeOf(word: string, { errors = [] }: OperationOptions): MagicOutcome | null {
  if (word === '限流') return { refuse: 'rate.limited' };
  if (word === '繁忙') return { refuse: 'service.unavailable' };
  if (word === '缓慢') return { waitMs: slowMs };
  const declared = errors.find(
    (code) =>
      (word === '重复' && isConflict(code)) ||
      (word === '版本过期' && code === 'version.stale') ||
      (forcedPrefix.test(word) && code === word.replace(forcedPrefix, '')),
  );
  return declared === undefined ? null : { refuse: declared };
}

function* magicWords(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    const word = magicPattern.exec(value.trim())?.[1];
    if (word !== undefined) yield word;
  } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
    for (const part of Object.values(value)) yield* magicWords(part);
  }
}
