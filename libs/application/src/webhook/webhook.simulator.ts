import type { Posted } from '#platform/outbound/outbound-post.js';

/** Receivers that a sandbox may name instead of a real one: each behaves in one way, and no call leaves the machine. */
const receivers: Readonly<Record<string, Omit<Posted, 'durationMs'>>> = {
  ok: { status: 200, error: null, answer: '{"received":true}' },
  'server-error': { status: 500, error: null, answer: 'simulated server error' },
  redirect: { status: 302, error: null, answer: '' },
  gone: { status: 410, error: null, answer: 'simulated: gone' },
  timeout: { status: null, error: 'timeout', answer: '' },
  unreachable: { status: null, error: 'connection', answer: '' },
};

const simulatedPattern = /^https:\/\/sandbox\.invalid\/([a-z-]+)$/;

export const simulatedAddresses: readonly string[] = Object.keys(receivers).map(
  (name) => `https://sandbox.invalid/${name}`,
);

export const isSimulated = (url: string): boolean => simulatedAddresses.includes(url);

/** What the receiver of this name would have answered; null when the address is a real one. */
export function simulated(url: string): Posted | null {
  const found = receivers[simulatedPattern.exec(url)?.[1] ?? ''];
  return found ? { ...found, durationMs: 1 } : null;
}
