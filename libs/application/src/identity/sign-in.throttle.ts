import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Origin } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { CredentialRepository } from './credential.repository.js';
import { keyedHash } from './secrets.js';
import { SessionRepository } from './session.repository.js';

/** GB/T 22239-2019 三级 8.1.4.1 b): limit failed sign-ins. */
export const signInLimits = {
  /** Failures of one account from one address, then a lock of this pair. */
  maxFailures: 5,
  lockSeconds: 15 * 60,
  /** Failures of one account from everywhere; then only addresses that its owner used before are looked at. */
  maxAccountFailures: 50,
  accountWindowSeconds: 60 * 60,
  knownAddressDays: 90,
} as const;

/**
 * Counts sign-in attempts. The lock is of a pair of account and address, so nobody locks a victim out from elsewhere;
 * the count per account stops guessing from many addresses and spares those the owner is known by.
 * An account that does not exist is counted like any other: the answers tell nothing.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly credentials: CredentialRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In a transaction of its own, so that a refused sign-in is counted nevertheless. */
  async admit(account: string, origin: Origin): Promise<Result<null, Refusal<'session.locked'>>> {
    const now = this.clock.now();
    const actor = systemActor('identity.signIn', origin.requestId);
    const accountHash = this.hash(account);
    const addressHash = this.hash(origin.address);
    const { maxFailures, lockSeconds, maxAccountFailures, accountWindowSeconds } = signInLimits;
    const seen = await this.unitOfWork.runSeparately(actor, async (tx) => {
      await this.sessions.dropOldAttempts(tx, now);
      const pair = { accountHash, addressHash };
      const here = await this.sessions.countAttempt(tx, pair, maxFailures, now, later(now, lockSeconds));
      if (here.attempts > maxFailures) return here.until;
      const everywhere = { accountHash, addressHash: '' };
      const all = await this.sessions.countAttempt(
        tx,
        everywhere,
        maxAccountFailures,
        now,
        later(now, accountWindowSeconds),
      );
      if (all.attempts <= maxAccountFailures) return null;
      const owner = await this.credentials.byAccount(tx, account);
      const since = later(now, -signInLimits.knownAddressDays * 86_400);
      const known = owner !== null && (await this.sessions.usedAddress(tx, owner.personId, addressHash, since));
      return known ? null : all.until;
    });
    if (seen === null) return ok(null);
    const seconds = Math.max(1, Math.ceil((seen.getTime() - now.getTime()) / 1000));
    return refuse('session.locked', { seconds: String(seconds) });
  }

  async forget(account: string, origin: Origin): Promise<void> {
    await this.unitOfWork.runSeparately(systemActor('identity.signIn', origin.requestId), async (tx) => {
      await this.sessions.forgetAttempts(tx, this.hash(account), this.hash(origin.address));
      await this.sessions.forgetAttempts(tx, this.hash(account), '');
    });
  }

  hash(text: string): string {
    return keyedHash(this.config.jwtSecret, text);
  }
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);
