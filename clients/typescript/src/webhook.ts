import { createHmac, timingSafeEqual } from 'node:crypto';
import type { components } from './schema.js';

export type WebhookMessage = components['schemas']['EventMessageView'];

const toleranceSeconds = 300;

/**
 * The message of a webhook, when one of its signatures is of this secret and it is not older than five minutes
 * (Standard Webhooks 1.0.0); null otherwise. `body` is the text as it came, not parsed and written again.
 */
export function verifyWebhook(
  secret: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
  now: Date = new Date(),
): WebhookMessage | null {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name] ?? ''),
  ) as [string, string, string];
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds || !/^\d+$/.test(timestamp)) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  const signed = signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
    return signature.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected);
  });
  return signed ? (JSON.parse(body) as WebhookMessage) : null;
}
