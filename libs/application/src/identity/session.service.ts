import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isBureau } from '#domain/organization/organization.js';
import {
  checkPassword,
  passwordExpired,
  passwordProfiles,
  type PasswordProfile,
  type PasswordRefusal,
} from '#domain/person/password.js';
import { systemActor, type AnonymousActor, type Origin, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { normalizeAccount } from './account.js';
import { CredentialRepository, type Credential } from './credential.repository.js';
import { MemberRepository, type OwnMembership } from './member.repository.js';
import { hashPassword, hashToken, initialSecret, passwordMatches, randomToken } from './secrets.js';
import { SessionRepository, type Session } from './session.repository.js';
import { SignInThrottle } from './sign-in.throttle.js';

export interface SignIn {
  readonly account: string;
  readonly password: string;
  /** Which organization to act for; the first one joined when left out. */
  readonly organizationId: string | null;
  /** Replaces an initial or expired password in the same call. */
  readonly newPassword: string | null;
}

/** A session as its holder gets it; the refresh token is not kept, only its hash. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
  readonly memberships: readonly OwnMembership[];
}

export type SignInRefusal =
  PasswordRefusal | Refusal<'session.refused' | 'session.locked' | 'session.passwordChangeRequired'>;

/** Signing in, staying signed in, signing out. */
@Injectable()
export class SessionService {
  /** Checked when there is no such account, so that both cases take the same time. */
  private readonly decoy = hashPassword(initialSecret());

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly credentials: CredentialRepository,
    private readonly members: MemberRepository,
    private readonly throttle: SignInThrottle,
    private readonly journal: Journal,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async signIn(actor: AnonymousActor, wanted: SignIn): Promise<Result<OpenedSession, SignInRefusal>> {
    const account = normalizeAccount(wanted.account);
    const admitted = await this.throttle.admit(account, actor.origin);
    if (!admitted.ok) {
      await this.recordFailure(actor, account, null, 'locked');
      return admitted;
    }
    const system = systemActor('identity.signIn', actor.origin.requestId);
    const credential = await this.unitOfWork.run(system, (tx) => this.credentials.byAccount(tx, account));
    const matches = await passwordMatches(credential?.passwordHash ?? (await this.decoy), wanted.password);
    if (!credential || !matches) {
      await this.recordFailure(actor, account, credential, 'wrong account or password');
      return refuse('session.refused');
    }
    const opened = await this.open(actor, wanted, credential);
    if (opened.ok) await this.throttle.forget(account, actor.origin);
    else await this.recordFailure(actor, account, credential, opened.refusal.code);
    return opened;
  }

  /**
   * Each refresh token is good once. A second use means two holders: the whole session ends. Within `leewaySeconds` of
   * the first use it is taken for the same holder, whose browser was reloaded before the answer came.
   */
  async refresh(
    origin: Origin,
    refreshToken: string,
    leewaySeconds = 0,
  ): Promise<Result<OpenedSession, Refusal<'session.refused'>>> {
    const now = this.clock.now();
    const tokenHash = hashToken(refreshToken);
    const system = systemActor('identity.refresh', origin.requestId);
    const outcome = await this.unitOfWork.run(system, async (tx) => {
      const token = await this.sessions.refreshTokenForUpdate(tx, tokenHash);
      if (!token) return null;
      const session = await this.sessions.forUpdate(tx, token.sessionId, now);
      if (!session) return null;
      if (token.usedAt !== null && now.getTime() - token.usedAt.getTime() >= leewaySeconds * 1000) {
        await this.end(tx, session, 'refresh token used twice', now);
        return null;
      }
      const person = await this.members.findPerson(tx, session.personId);
      const memberships = await this.members.ofPerson(tx, session.personId);
      const current = memberships.find((own) => own.organizationId === session.organizationId);
      if (token.expiresAt <= now || person?.state !== 'active' || !current) return null;
      if (token.usedAt === null) await this.sessions.useRefreshToken(tx, tokenHash, now);
      await this.sessions.touch(tx, session.id, now);
      return this.issue(tx, session, memberships);
    });
    // Not a refused Result inside the transaction: ending a stolen session must not be rolled back.
    return outcome ? ok(outcome) : refuse('session.refused');
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Session[]> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, (tx) => this.sessions.listOfPerson(tx, actor.personId, now, after, limit));
  }

  async signOut(actor: PersonActor, sessionId: string): Promise<Result<null, Refusal<'session.notFound'>>> {
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await this.sessions.forUpdate(tx, sessionId, now);
      if (!session || session.personId !== actor.personId) return refuse('session.notFound');
      await this.end(tx, session, 'signed out', now);
      return ok(null);
    });
  }

  /** Ends every other session of the person: whoever learned the old password is out. */
  async changePassword(
    actor: PersonActor,
    currentSessionId: string,
    passwords: { readonly current: string; readonly wanted: string },
  ): Promise<Result<null, PasswordRefusal | Refusal<'password.wrong' | 'session.locked'>>> {
    const system = systemActor('identity.password', actor.origin.requestId);
    const credential = await this.unitOfWork.run(system, (tx) => this.credentials.ofPerson(tx, actor.personId));
    if (!credential) return refuse('password.wrong', {}, '/currentPassword');
    const admitted = await this.throttle.admit(credential.account, actor.origin);
    if (!admitted.ok) return admitted;
    if (!(await passwordMatches(credential.passwordHash, passwords.current))) {
      return refuse('password.wrong', {}, '/currentPassword');
    }
    await this.throttle.forget(credential.account, actor.origin);
    return this.unitOfWork.run(system, async (tx) => {
      const memberships = await this.members.ofPerson(tx, actor.personId);
      const replaced = await this.replacePassword(tx, credential, memberships, passwords.wanted);
      if (!replaced.ok) return replaced;
      const now = this.clock.now();
      await this.sessions.revokeOfPerson(tx, actor.personId, { exceptId: currentSessionId }, 'password changed', now);
      await this.unitOfWork.run(actor, (own) => this.record(own, actor.personId, 'person', 'changePassword', null));
      return ok(null);
    });
  }

  private async open(
    actor: AnonymousActor,
    wanted: SignIn,
    credential: Credential,
  ): Promise<Result<OpenedSession, SignInRefusal>> {
    const now = this.clock.now();
    const system = systemActor('identity.signIn', actor.origin.requestId);
    return this.unitOfWork.run(system, async (tx): Promise<Result<OpenedSession, SignInRefusal>> => {
      const person = await this.members.findPerson(tx, credential.personId);
      const memberships = await this.members.ofPerson(tx, credential.personId);
      const chosen = memberships.find(
        (own) => wanted.organizationId === null || own.organizationId === wanted.organizationId,
      );
      const initialOver = credential.initialUntil !== null && credential.initialUntil <= now;
      if (person?.state !== 'active' || !chosen || initialOver) return refuse('session.refused');
      if (credential.mustChange || this.isExpired(profileOf(memberships), credential, now)) {
        if (wanted.newPassword === null) return refuse('session.passwordChangeRequired', {}, '/newPassword');
        const replaced = await this.replacePassword(tx, credential, memberships, wanted.newPassword, '/newPassword');
        if (!replaced.ok) return replaced;
      }
      const session: Session = {
        id: uuid(),
        personId: person.id,
        organizationId: chosen.organizationId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + profileOf(memberships).absoluteSeconds * 1000),
        lastUsedAt: now,
      };
      await this.sessions.insert(tx, session, this.throttle.hash(actor.origin.address));
      await this.unitOfWork.run(actor, (own) => this.record(own, session.id, 'session', 'signIn', person.id));
      return ok(await this.issue(tx, session, memberships));
    });
  }

  /** The demo's clock is moved at will: there the bureau's passwords do not age. */
  private isExpired(profile: PasswordProfile, credential: Credential, now: Date): boolean {
    return this.config.mode !== 'demo' && passwordExpired(profile, credential.changedAt, now);
  }

  private async replacePassword(
    tx: Tx,
    credential: Credential,
    memberships: readonly OwnMembership[],
    wanted: string,
    pointer = '/newPassword',
  ): Promise<Result<null, PasswordRefusal>> {
    const names = [credential.account, ...memberships.map((own) => own.organizationName)];
    const checked = checkPassword(profileOf(memberships), wanted, names, pointer);
    if (!checked.ok) return checked;
    if (await passwordMatches(credential.passwordHash, checked.value)) return refuse('password.tooCommon', {}, pointer);
    await this.credentials.put(tx, {
      ...credential,
      passwordHash: await hashPassword(checked.value),
      changedAt: this.clock.now(),
      mustChange: false,
      initialUntil: null,
    });
    return ok(null);
  }

  private async issue(tx: Tx, session: Session, memberships: readonly OwnMembership[]): Promise<OpenedSession> {
    const now = this.clock.now();
    const refreshToken = randomToken();
    const idleEnd = now.getTime() + profileOf(memberships).idleSeconds * 1000;
    const refreshExpiresAt = new Date(Math.min(idleEnd, session.expiresAt.getTime()));
    await this.sessions.insertRefreshToken(tx, hashToken(refreshToken), session.id, now, refreshExpiresAt);
    const { id: sessionId, personId, organizationId } = session;
    return { sessionId, personId, organizationId, refreshToken, refreshExpiresAt, memberships };
  }

  private async end(tx: Tx, session: Session, reason: string, now: Date): Promise<void> {
    await this.sessions.revoke(tx, session.id, reason, now);
    await this.record(tx, session.id, 'session', 'end', reason);
  }

  /** In a transaction of its own: a failed sign-in is a fact although nothing else happened. Names no account in clear. */
  private async recordFailure(
    actor: AnonymousActor,
    account: string,
    credential: Credential | null,
    why: string,
  ): Promise<void> {
    const reason = `${why}; account ${this.throttle.hash(account).slice(0, 16)}`;
    await this.unitOfWork.runSeparately(actor, (tx) =>
      this.record(tx, credential?.personId ?? uuid(), 'session', 'signInFailed', reason),
    );
  }

  private async record(tx: Tx, id: string, subjectKind: string, event: string, reason: string | null): Promise<void> {
    await this.journal.record(tx, {
      ...{ subjectKind, subjectId: id, parties: [], event, from: null, to: null },
      ...(reason !== null && { reason }),
    });
  }
}

/** Whoever works in a bureau, anywhere, follows the stricter profile everywhere. */
export const profileOf = (memberships: readonly OwnMembership[]): PasswordProfile =>
  memberships.some((own) => isBureau(own.organizationKind)) ? passwordProfiles.dengbao : passwordProfiles.asvs;
