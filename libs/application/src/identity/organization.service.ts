import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { parseCreditCode } from '#domain/identifiers/credit-code.js';
import {
  amendOrganization,
  changeOrganization,
  mayVerify,
  principalRole,
  type Organization,
  type OrganizationEvent,
  type OrganizationKind,
} from '#domain/organization/organization.js';
import { checkPassword, passwordProfiles, type PasswordRefusal } from '#domain/person/password.js';
import { hasRole, systemActor, type Actor, type AnonymousActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { organizationChanged } from '../search/search.jobs.js';
import { normalizeAccount } from './account.js';
import { CredentialRepository } from './credential.repository.js';
import { MemberRepository } from './member.repository.js';
import { OrganizationRepository } from './organization.repository.js';
import { hashPassword } from './secrets.js';

export interface OrganizationContent {
  readonly name: string;
  readonly creditCode: string;
  readonly creditCodeOverride: string | null;
  readonly countyCode: string;
}

export interface SignUp extends OrganizationContent {
  readonly kind: OrganizationKind;
  readonly account: string;
  readonly password: string;
  readonly displayName: string;
}

type CodeRefusal = Refusal<'creditCode.malformed' | 'creditCode.overrideNeeded'>;
export type SignUpRefusal = PasswordRefusal | CodeRefusal | Refusal<'organization.exists' | 'account.taken'>;
export type OrganizationRefusal =
  | CodeRefusal
  | Refusal<
      | 'organization.notFound'
      | 'organization.exists'
      | 'account.taken'
      | 'organization.fixed'
      | 'organization.notYours'
      | 'state.notAllowed'
      | 'version.stale'
    >;

/** Use cases of organizations. */
@Injectable()
export class OrganizationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly members: MemberRepository,
    private readonly credentials: CredentialRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** The organization, its first person and that person's account, in one. */
  async signUp(actor: AnonymousActor | PersonActor, wanted: SignUp): Promise<Result<Organization, SignUpRefusal>> {
    const account = normalizeAccount(wanted.account);
    const names = [account, wanted.displayName, wanted.name];
    const password = checkPassword(passwordProfiles.asvs, wanted.password, names);
    if (!password.ok) return password;
    const code = checkedCode(wanted);
    if (!code.ok) return code;
    const passwordHash = await hashPassword(password.value);
    const now = this.clock.now();
    const { kind, name, countyCode } = wanted;
    const organization: Organization = {
      ...{ id: uuid(), kind, name, countyCode, ...code.value },
      ...{ state: 'unverified', stateReason: null, version: 1, createdAt: now, updatedAt: now },
    };
    const work = this.unitOfWork.run(actor, async (tx) => {
      await this.organizations.insert(tx, organization);
      const person = { id: uuid(), displayName: wanted.displayName, state: 'active', version: 1 } as const;
      await this.members.insertPerson(tx, person, now);
      await this.unitOfWork.run(systemActor('identity.signUp', actor.origin.requestId), async (system) => {
        await this.members.put(
          system,
          { personId: person.id, organizationId: organization.id, roles: [principalRole(kind)] },
          now,
        );
        const secret = { account, passwordHash, changedAt: now, mustChange: false, initialUntil: null };
        await this.credentials.put(system, { personId: person.id, ...secret });
      });
      await this.record(tx, 'signUp', null, organization);
      return ok(organization);
    });
    return once(work);
  }

  async find(tx: Tx, id: string): Promise<Organization | null> {
    return this.organizations.find(tx, id);
  }

  /** Whoever is not verified may prepare drafts but not publish. */
  async isVerified(tx: Tx, id: string): Promise<boolean> {
    return (await this.organizations.find(tx, id))?.state === 'verified';
  }

  /** A verified organization for anyone; another one for its own people and for whoever may judge it. */
  async get(actor: Actor, id: string): Promise<Result<Organization, Refusal<'organization.notFound'>>> {
    const known = await this.organizations.findPublic(id);
    if (known) return ok(known);
    if (actor.kind !== 'person') return refuse('organization.notFound');
    const own = await this.unitOfWork.run(actor, (tx) => this.organizations.find(tx, id));
    return own && maySee(actor, own) ? ok(own) : refuse('organization.notFound');
  }

  async listPublic(after: string | null, limit: number): Promise<Organization[]> {
    return this.organizations.listPublic(after, limit);
  }

  /** Those the actor may judge. */
  async listUnverified(actor: PersonActor, after: string | null, limit: number): Promise<Organization[]> {
    const countyCode = hasRole(actor, 'registrar', 'securityAdmin') ? null : actor.countyCode;
    return this.unitOfWork.run(actor, (tx) => this.organizations.listUnverified(tx, countyCode, after, limit));
  }

  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: Partial<OrganizationContent>,
  ): Promise<Result<Organization, OrganizationRefusal>> {
    const work = this.unitOfWork.run(actor, async (tx): Promise<Result<Organization, OrganizationRefusal>> => {
      const before = await this.organizations.forUpdate(tx, id);
      if (!before || actor.organizationId !== id) return refuse('organization.notFound');
      if (!hasRole(actor, principalRole(before.kind))) return refuse('organization.notYours');
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      const code =
        typeof change.creditCode !== 'string'
          ? ok({})
          : checkedCode({ creditCodeOverride: null, ...change, creditCode: change.creditCode });
      if (!code.ok) return code;
      const given = {
        ...(typeof change.name === 'string' && { name: change.name }),
        ...(typeof change.countyCode === 'string' && { countyCode: change.countyCode }),
        ...code.value,
      };
      const after = amendOrganization(before, given, this.clock.now());
      if (!after.ok) return after;
      await this.organizations.save(tx, after.value);
      await this.record(tx, before.state === 'rejected' ? 'resubmit' : 'amend', before, after.value);
      return after;
    });
    return once(work);
  }

  async verify(actor: PersonActor, id: string): Promise<Result<Organization, OrganizationRefusal>> {
    return this.judge(actor, id, 'verify', null);
  }

  async reject(actor: PersonActor, id: string, reason: string): Promise<Result<Organization, OrganizationRefusal>> {
    return this.judge(actor, id, 'reject', reason);
  }

  /** Nobody of a suspended organization can act: their sessions and API keys find no membership any more. */
  async suspend(actor: PersonActor, id: string, reason: string): Promise<Result<Organization, OrganizationRefusal>> {
    return this.judge(actor, id, 'suspend', reason);
  }

  async restore(actor: PersonActor, id: string): Promise<Result<Organization, OrganizationRefusal>> {
    return this.judge(actor, id, 'restore', null);
  }

  private async judge(
    actor: PersonActor,
    id: string,
    event: OrganizationEvent,
    reason: string | null,
  ): Promise<Result<Organization, OrganizationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.organizations.forUpdate(tx, id);
      if (!before || !maySee(actor, before)) return refuse('organization.notFound');
      if (!mayVerify(actor, before)) return refuse('organization.notYours');
      const after = changeOrganization(before, event, reason, this.clock.now());
      if (!after.ok) return after;
      await this.organizations.save(tx, after.value);
      await this.record(tx, event, before, after.value);
      return after;
    });
  }

  private async record(tx: Tx, event: string, before: Organization | null, after: Organization): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'organization',
      subjectId: after.id,
      parties: [after.id],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.stateReason !== null && { reason: after.stateReason }),
      ...(before && { before }),
      after,
    });
    await this.outbox.append(tx, { topic: organizationChanged, payload: { organizationId: after.id } });
  }
}

const maySee = (actor: PersonActor, organization: Organization): boolean =>
  organization.state === 'verified' || actor.organizationId === organization.id || mayVerify(actor, organization);

/** A code that fails its check needs a written reason; a reason for a good code is dropped. */
function checkedCode(
  content: Pick<OrganizationContent, 'creditCode' | 'creditCodeOverride'>,
): Result<Pick<OrganizationContent, 'creditCode' | 'creditCodeOverride'>, CodeRefusal> {
  const code = parseCreditCode(content.creditCode);
  if (!code.ok) return refuse('creditCode.malformed', code.refusal.params, '/creditCode');
  if (code.value.warnings.length === 0) return ok({ creditCode: code.value.code, creditCodeOverride: null });
  if (content.creditCodeOverride === null) return refuse('creditCode.overrideNeeded', {}, '/creditCodeOverride');
  return ok({ creditCode: code.value.code, creditCodeOverride: content.creditCodeOverride });
}

/** Turns the unique constraints of sign-up into refusals. */
async function once<T, R extends Refusal>(
  work: Promise<Result<T, R>>,
): Promise<Result<T, R | Refusal<'organization.exists' | 'account.taken'>>> {
  try {
    return await work;
  } catch (error) {
    const constraint = uniqueViolation(error);
    if (constraint === 'organization_credit_code_once') return refuse('organization.exists', {}, '/creditCode');
    if (constraint === 'credential_account_once') return refuse('account.taken', {}, '/account');
    throw error;
  }
}
