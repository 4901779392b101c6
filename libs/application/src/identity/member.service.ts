import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isBureau, principalRole, type Organization } from '#domain/organization/organization.js';
import { changePerson, checkRoles, separatedRoles, type Person, type RolesRefusal } from '#domain/person/person.js';
import { hasRole, systemActor, type PersonActor, type Role } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { checkViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { personChanged } from '../search/search.jobs.js';
import { normalizeAccount } from './account.js';
import { CredentialRepository } from './credential.repository.js';
import { MemberRepository, type Member, type OwnMembership } from './member.repository.js';
import { OrganizationRepository } from './organization.repository.js';
import { hashPassword, initialSecret } from './secrets.js';
import { SessionRepository } from './session.repository.js';

const initialSecretDays = 7;

export interface Invitation {
  readonly account: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

/** A member and, when the account is new or reset, the secret for its first sign-in: told once, kept as a hash. */
export interface InvitedMember {
  readonly member: Member;
  readonly initialSecret: string | null;
}

type Missing = Refusal<'organization.notFound' | 'member.notFound' | 'member.notManaged'>;
export type MemberRefusal =
  | RolesRefusal
  | Missing
  | Refusal<'member.exists' | 'member.self' | 'member.lastPrincipal' | 'member.sharedAccount' | 'version.stale'>;
export type PersonRefusal = Refusal<'member.notFound' | 'member.self' | 'state.notAllowed'>;

/** Who belongs to an organization, and with which roles. */
@Injectable()
export class MemberService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly members: MemberRepository,
    private readonly credentials: CredentialRepository,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async ofPerson(actor: PersonActor): Promise<{ person: Person; memberships: OwnMembership[] }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const person = await this.members.findPerson(tx, actor.personId);
      if (!person) throw new Error('the actor is nobody');
      return { person, memberships: await this.members.ofPerson(tx, actor.personId) };
    });
  }

  async list(actor: PersonActor, organizationId: string, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Member[], Refusal<'organization.notFound'>>> => {
      const organization = await this.organizations.find(tx, organizationId);
      const mine = actor.organizationId === organizationId;
      if (!organization || !(mine || manages(actor, organization))) return refuse('organization.notFound');
      return ok(await this.members.list(tx, organizationId, after, limit));
    });
  }

  /** Somebody with an account joins with it; for anybody else an account with an initial secret is made. */
  async invite(
    actor: PersonActor,
    organizationId: string,
    invitation: Invitation,
  ): Promise<Result<InvitedMember, MemberRefusal>> {
    const account = normalizeAccount(invitation.account);
    const secret = initialSecret();
    const passwordHash = await hashPassword(secret);
    return this.change(actor, organizationId, async (system, organization) => {
      const known = await this.credentials.byAccount(system, account);
      if (known && (await this.members.memberForUpdate(system, organizationId, known.personId)))
        return refuse('member.exists', {}, '/account');
      const memberships = known ? await this.members.ofPerson(system, known.personId) : [];
      const roles = checkRoles(organization.kind, invitation.roles, rolesOutside(memberships, organizationId));
      if (!roles.ok) return roles;
      const now = this.clock.now();
      const personId = known?.personId ?? uuid();
      if (!known) {
        const person = { id: personId, displayName: invitation.displayName, state: 'active', version: 1 } as const;
        await this.members.insertPerson(system, person, now);
        await this.credentials.put(system, { personId, account, ...this.initial(passwordHash, now) });
      }
      await this.members.put(system, { personId, organizationId, roles: roles.value }, now);
      await this.record(actor, personId, organizationId, 'join', roles.value.join(','));
      await this.tell(system, personId);
      const member = await this.members.memberForUpdate(system, organizationId, personId);
      if (!member) throw new Error('the new member is missing');
      return ok({ member, initialSecret: known ? null : secret });
    });
  }

  async changeRoles(
    actor: PersonActor,
    organizationId: string,
    personId: string,
    expectedVersion: number,
    wanted: readonly Role[],
  ): Promise<Result<Member, MemberRefusal>> {
    return this.change(actor, organizationId, async (system, organization) => {
      const member = await this.managed(system, actor, organization, personId, wanted);
      if (!member.ok) return member;
      if (member.value.version !== expectedVersion)
        return refuse('version.stale', { current: String(member.value.version) });
      const elsewhere = rolesOutside(await this.members.ofPerson(system, personId), organizationId);
      const roles = checkRoles(organization.kind, wanted, elsewhere);
      if (!roles.ok) return roles;
      const changed = { ...member.value, roles: roles.value, version: member.value.version + 1 };
      await this.members.saveRoles(system, changed);
      await this.record(actor, personId, organizationId, 'changeRoles', roles.value.join(','));
      return ok(changed);
    });
  }

  /** The person leaves: what they held for this organization ends at once. */
  async end(actor: PersonActor, organizationId: string, personId: string): Promise<Result<Member, MemberRefusal>> {
    return this.change(actor, organizationId, async (system, organization) => {
      const member = await this.managed(system, actor, organization, personId, []);
      if (!member.ok) return member;
      const now = this.clock.now();
      await this.members.end(system, member.value, now);
      await this.sessions.revokeOfPerson(system, personId, { organizationId }, 'membership ended', now);
      await this.record(actor, personId, organizationId, 'leave', null);
      await this.tell(system, personId);
      return member;
    });
  }

  /**
   * A new initial secret for somebody who forgot the password. An organization may do so for an account that is its
   * alone; otherwise it could take over somebody else's member.
   */
  async resetSecret(
    actor: PersonActor,
    organizationId: string,
    personId: string,
  ): Promise<Result<InvitedMember, MemberRefusal>> {
    const secret = initialSecret();
    const passwordHash = await hashPassword(secret);
    return this.change(actor, organizationId, async (system, organization) => {
      const member = await this.managed(system, actor, organization, personId, null);
      if (!member.ok) return member;
      const memberships = await this.members.ofPerson(system, personId);
      const credential = await this.credentials.ofPerson(system, personId);
      if (!credential) return refuse('member.notFound');
      if (memberships.length > 1 && !hasRole(actor, 'securityAdmin')) return refuse('member.sharedAccount');
      const now = this.clock.now();
      await this.credentials.put(system, { ...credential, ...this.initial(passwordHash, now) });
      await this.sessions.revokeOfPerson(system, personId, {}, 'password reset', now);
      await this.record(actor, personId, organizationId, 'resetSecret', null);
      return ok({ member: member.value, initialSecret: secret });
    });
  }

  /** A disabled person cannot sign in, and every session ends at once. */
  async disable(actor: PersonActor, personId: string, reason: string): Promise<Result<Person, PersonRefusal>> {
    return this.setState(actor, personId, 'disable', reason);
  }

  async enable(actor: PersonActor, personId: string, reason: string): Promise<Result<Person, PersonRefusal>> {
    return this.setState(actor, personId, 'enable', reason);
  }

  private async setState(actor: PersonActor, personId: string, event: 'disable' | 'enable', reason: string) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Person, PersonRefusal>> => {
      const before = await this.members.personForUpdate(tx, personId);
      if (!before) return refuse('member.notFound');
      if (personId === actor.personId) return refuse('member.self');
      const after = changePerson(before, event);
      if (!after.ok) return after;
      const now = this.clock.now();
      await this.members.savePerson(tx, after.value, now);
      const { state: from } = before;
      const entry = { subjectKind: 'person', subjectId: personId, parties: [], event, from, to: after.value.state };
      await this.journal.record(tx, { ...entry, reason });
      await this.tell(tx, personId);
      await this.unitOfWork.run(systemActor('identity.disable', actor.origin.requestId), (system) =>
        this.sessions.revokeOfPerson(system, personId, {}, event, now),
      );
      return after;
    });
  }

  /** Checks that the actor manages the organization, then goes on as the system, who alone writes accounts. */
  private async change<T>(
    actor: PersonActor,
    organizationId: string,
    work: (system: Tx, organization: Organization) => Promise<Result<T, MemberRefusal>>,
  ): Promise<Result<T, MemberRefusal>> {
    const changed = this.unitOfWork.run(actor, async (tx) => {
      const organization = await this.organizations.find(tx, organizationId);
      const mine = actor.organizationId === organizationId;
      if (!organization || !(mine || manages(actor, organization))) return refuse('organization.notFound');
      if (!manages(actor, organization)) return refuse('member.notManaged');
      const system = systemActor('identity.members', actor.origin.requestId);
      return this.unitOfWork.run(system, (systemTx) => work(systemTx, organization));
    });
    try {
      return await changed;
    } catch (error) {
      // Two administrators at once, each within the rule: the database's trigger sees both.
      if (checkViolation(error) !== 'membership_powers_separated') throw error;
      return refuse('member.powersNotSeparated', { roles: separatedRoles.join('、') }, '/roles');
    }
  }

  /** `left`: roles the member keeps; null when they do not change. Nobody changes the own place, and one principal stays. */
  private async managed(
    tx: Tx,
    actor: PersonActor,
    organization: Organization,
    personId: string,
    left: readonly Role[] | null,
  ): Promise<Result<Member, MemberRefusal>> {
    if (personId === actor.personId) return refuse('member.self');
    const principal = principalRole(organization.kind);
    const others = left === null ? 1 : await this.members.othersWithRole(tx, organization.id, personId, principal);
    const member = await this.members.memberForUpdate(tx, organization.id, personId);
    if (!member) return refuse('member.notFound');
    if (left !== null && member.roles.includes(principal) && !left.includes(principal) && others === 0)
      return refuse('member.lastPrincipal');
    return ok(member);
  }

  private initial(passwordHash: string, now: Date) {
    const initialUntil = new Date(now.getTime() + initialSecretDays * 86_400_000);
    return { passwordHash, changedAt: now, mustChange: true, initialUntil };
  }

  /** Where and whether the person is active is public of an expert. */
  private async tell(tx: Tx, personId: string): Promise<void> {
    await this.outbox.append(tx, { topic: personChanged, payload: { personId } });
  }

  private async record(
    actor: PersonActor,
    personId: string,
    organizationId: string,
    event: string,
    why: string | null,
  ) {
    await this.unitOfWork.run(actor, (tx) =>
      this.journal.record(tx, {
        ...{ subjectKind: 'person', subjectId: personId, parties: [organizationId], event, from: null, to: null },
        ...(why !== null && { reason: why }),
      }),
    );
  }
}

/** The security administrator manages the bureaus' staff; everybody else's people are managed by their own principals. */
const manages = (actor: PersonActor, organization: Organization): boolean =>
  isBureau(organization.kind)
    ? hasRole(actor, 'securityAdmin')
    : actor.organizationId === organization.id && hasRole(actor, principalRole(organization.kind));

const rolesOutside = (memberships: readonly OwnMembership[], organizationId: string): Role[] =>
  memberships.filter((own) => own.organizationId !== organizationId).flatMap((own) => own.roles);
