import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config.js';
import { openText, sealText } from '#platform/secret/sealed-text.js';
import type { StoredEndpoint } from './webhook.repository.js';

const prefix = 'whsec_';
const secretBytes = 32; // Standard Webhooks: "between 24 bytes (192 bits) and 64 bytes (512 bits)"
const purpose = 'webhook-secret';

/** Secrets of endpoints, and the signatures made of them. A secret is shown once and kept sealed. */
@Injectable()
export class WebhookSigner {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  newSecret(): string {
    return prefix + randomBytes(secretBytes).toString('base64');
  }

  seal(endpointId: string, secret: string): string {
    return sealText(this.config.jwtSecret, purpose, endpointId, secret);
  }

  /**
   * The headers of a message: `id.timestamp.body` signed with each secret that is valid at `now`. Null when a secret
   * does not open any more (the process's own secret was changed).
   */
  headers(
    endpoint: Pick<StoredEndpoint, 'id' | 'secret' | 'previousSecret' | 'previousSecretUntil'>,
    messageId: string,
    body: string,
    now: Date,
  ): Readonly<Record<string, string>> | null {
    const overlaps = endpoint.previousSecretUntil !== null && endpoint.previousSecretUntil > now;
    const sealed = [
      endpoint.secret,
      ...(overlaps && endpoint.previousSecret !== null ? [endpoint.previousSecret] : []),
    ];
    const secrets = sealed.map((one) => openText(this.config.jwtSecret, purpose, endpoint.id, one));
    if (secrets.some((secret) => secret === null)) return null;
    const timestamp = String(Math.floor(now.getTime() / 1000));
    return {
      'webhook-id': messageId,
      'webhook-timestamp': timestamp,
      'webhook-signature': secrets.map((secret) => sign(secret ?? '', `${messageId}.${timestamp}.${body}`)).join(' '),
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'qingyang-market-webhooks/1',
    };
  }
}

const sign = (secret: string, text: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(text)
    .digest('base64')}`;
