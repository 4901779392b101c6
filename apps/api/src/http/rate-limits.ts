import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Actor } from '#domain/shared/actor.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { RefusalException } from './refusal.exception.js';

/**
 * Calls per window, counted by address for strangers and by person for everybody else. A session of a unit that
 * imports or reads in bulk gets 200 a second; a key gets what GitHub gives one (5,000 an hour, 80 writes a minute).
 */
export const rateLimits = {
  anonymous: { calls: 600, windowSeconds: 60 },
  badCredentials: { calls: 60, windowSeconds: 60 },
  signIn: { calls: 60, windowSeconds: 60 },
  signUp: { calls: 20, windowSeconds: 600 },
  session: { calls: 12_000, windowSeconds: 60 },
  key: { calls: 5_000, windowSeconds: 3600 },
  keyWrite: { calls: 80, windowSeconds: 60 },
} as const satisfies Record<string, { readonly calls: number; readonly windowSeconds: number }>;

export type RateBucket = keyof typeof rateLimits;

const guessed: ReadonlySet<RateBucket> = new Set<RateBucket>(['badCredentials', 'signIn', 'signUp']);

/**
 * Admits or refuses (429) a call. Counters are in Redis where there is one, else in this process; with Redis away they
 * fall back to the process, so that limits neither fail open nor stop the market.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly redis: Redis | null;
  private readonly limiters: Readonly<Record<RateBucket, RateLimiterAbstract>> | null;
  private readonly factor: number;

  constructor(@Inject(CONFIG) config: Config) {
    this.factor = config.rateLimitFactor;
    this.redis =
      config.rateLimit && config.redisUrl !== null
        ? new Redis(config.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, lazyConnect: false })
        : null;
    this.redis?.on('error', () => undefined); // the insurance limiter takes over
    this.limiters = config.rateLimit ? this.build() : null;
  }

  /** Counts a call of a known caller in the bucket that fits. `special` is the operation's own, counted by address. */
  async admit(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    special: 'signIn' | 'signUp' | undefined,
  ): Promise<void> {
    if (!this.limiters) return;
    if (special !== undefined) await this.consume(special, addressKey(request.ip), reply);
    else if (actor.kind !== 'person') await this.consume('anonymous', addressKey(request.ip), reply);
    else if (actor.via === 'session') await this.consume('session', actor.personId, reply);
    else {
      if (request.method !== 'GET' && request.method !== 'HEAD') await this.consume('keyWrite', actor.personId, reply);
      await this.consume('key', actor.personId, reply);
    }
  }

  /** Counts credentials that did not hold, by address: guessing tokens is no faster than guessing passwords. */
  async countBadCredentials(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.consume('badCredentials', addressKey(request.ip), reply);
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis?.disconnect();
  }

  private async consume(bucket: RateBucket, key: string, reply: FastifyReply): Promise<void> {
    if (!this.limiters) return;
    const { windowSeconds } = rateLimits[bucket];
    const calls = this.callsOf(bucket);
    const taken = await this.limiters[bucket].consume(key).catch((outcome: unknown) => {
      if (outcome instanceof RateLimiterRes) return outcome;
      throw outcome;
    });
    const seconds = String(Math.max(1, Math.ceil(taken.msBeforeNext / 1000)));
    const headers = {
      'ratelimit-policy': `"${bucket}";q=${calls};w=${windowSeconds}`,
      ratelimit: `"${bucket}";r=${Math.max(0, taken.remainingPoints)};t=${seconds}`,
    };
    if (taken.consumedPoints > calls)
      throw new RefusalException({ code: 'rate.limited' }, [], { ...headers, 'retry-after': seconds });
    reply.headers(headers);
  }

  /** The factor never loosens what slows the guessing of secrets. */
  private callsOf(bucket: RateBucket): number {
    return rateLimits[bucket].calls * (guessed.has(bucket) ? 1 : this.factor);
  }

  private build(): Record<RateBucket, RateLimiterAbstract> {
    const entries = (Object.keys(rateLimits) as RateBucket[]).map((bucket) => {
      const { windowSeconds } = rateLimits[bucket];
      const options = { keyPrefix: `qy-rate-${bucket}`, points: this.callsOf(bucket), duration: windowSeconds };
      const memory = new RateLimiterMemory(options);
      if (!this.redis) return [bucket, memory] as const;
      return [bucket, new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: memory })] as const;
    });
    return Object.fromEntries(entries) as Record<RateBucket, RateLimiterAbstract>;
  }
}

/** An IPv6 caller owns a /64, so that is what counts. */
function addressKey(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right].slice(0, 4).join(':');
}
