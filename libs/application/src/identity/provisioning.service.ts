import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { normalizeCreditCode, parseCreditCode } from '#domain/identifiers/credit-code.js';
import type { Organization, OrganizationKind } from '#domain/organization/organization.js';
import { checkRoles } from '#domain/person/person.js';
import type { Role, SystemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { normalizeAccount } from './account.js';
import { CredentialRepository } from './credential.repository.js';
import { MemberRepository } from './member.repository.js';
import { OrganizationRepository } from './organization.repository.js';
import { hashPassword, initialSecret } from './secrets.js';

const initialSecretDays = 7;

export interface ProvisionedOrganization {
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly creditCode: string;
  readonly countyCode: string;
}

export interface ProvisionedMember {
  readonly organizationId: string;
  readonly account: string;
  readonly password: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

/** What the system sets up without anybody signing up: demo data, the bureaus, the first administrator. */
@Injectable()
export class ProvisioningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationRepository,
    private readonly members: MemberRepository,
    private readonly credentials: CredentialRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Id of the organization with this credit code, verified; made when there is none. */
  async provisionOrganization(actor: SystemActor, wanted: ProvisionedOrganization): Promise<string> {
    const code = parseCreditCode(wanted.creditCode);
    if (!code.ok) throw new Error(`credit code ${wanted.creditCode} of ${wanted.name} is malformed`);
    const now = this.clock.now();
    const organization: Organization = {
      ...wanted,
      id: uuid(),
      creditCode: normalizeCreditCode(wanted.creditCode),
      creditCodeOverride: code.value.warnings.length > 0 ? actor.name : null,
      state: 'verified',
      stateReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await this.organizations.findByCreditCode(tx, organization.creditCode);
      if (known) return known.id;
      await this.organizations.insert(tx, organization);
      await this.journal.record(tx, {
        subjectKind: 'organization',
        subjectId: organization.id,
        parties: [organization.id],
        event: 'provision',
        from: null,
        to: 'verified',
        after: organization,
      });
      return organization.id;
    });
  }

  /**
   * Id of the person with this account, who is made a member with these roles. A known account keeps its password.
   * Throws when the roles do not fit the organization: that is a mistake of whoever wrote the data.
   */
  async provisionMember(actor: SystemActor, wanted: ProvisionedMember): Promise<string> {
    return this.provision(actor, wanted, false);
  }

  /** Like provisionMember, with a password of our making that must be changed at the first sign-in; null: account known. */
  async provisionWithInitialSecret(
    actor: SystemActor,
    wanted: Omit<ProvisionedMember, 'password'>,
  ): Promise<string | null> {
    const account = normalizeAccount(wanted.account);
    const secret = initialSecret();
    return this.unitOfWork.run(actor, async (tx) => {
      if (await this.credentials.byAccount(tx, account)) return null;
      await this.provision(actor, { ...wanted, password: secret }, true);
      return secret;
    });
  }

  /**
   * A sandbox unit with one member, in the transaction of the system at work in sandboxes: nobody signs in as that
   * person; the key of the sandbox acts for it.
   */
  async provisionSandbox(
    tx: Tx,
    unit: Pick<Organization, 'id' | 'kind' | 'name' | 'countyCode' | 'creditCode'>,
    roles: readonly Role[],
  ): Promise<string> {
    const now = this.clock.now();
    const personId = uuid();
    const held = roles.filter((role) => checkRoles(unit.kind, [role], []).ok);
    const verified = { state: 'verified', stateReason: null, creditCodeOverride: null } as const;
    await this.organizations.insert(tx, { ...unit, ...verified, version: 1, createdAt: now, updatedAt: now });
    await this.members.insertPerson(tx, { id: personId, displayName: '沙箱', state: 'active', version: 1 }, now);
    await this.members.put(tx, { personId, organizationId: unit.id, roles: held }, now);
    return personId;
  }

  private async provision(actor: SystemActor, wanted: ProvisionedMember, mustChange: boolean): Promise<string> {
    const account = normalizeAccount(wanted.account);
    const known = await this.unitOfWork.run(actor, (tx) => this.credentials.byAccount(tx, account));
    const passwordHash = known?.passwordHash ?? (await hashPassword(wanted.password));
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const personId = known?.personId ?? uuid();
      if (!known) {
        const person = { id: personId, displayName: wanted.displayName, state: 'active', version: 1 } as const;
        await this.members.insertPerson(tx, person, now);
        await this.credentials.put(tx, {
          personId,
          account,
          passwordHash,
          changedAt: now,
          mustChange,
          initialUntil: mustChange ? new Date(now.getTime() + initialSecretDays * 86_400_000) : null,
        });
      }
      await this.join(tx, personId, wanted, now);
      return personId;
    });
  }

  private async join(tx: Tx, personId: string, wanted: ProvisionedMember, now: Date): Promise<void> {
    const { organizationId } = wanted;
    const organization = await this.organizations.find(tx, organizationId);
    if (!organization) throw new Error(`no organization ${organizationId}`);
    const memberships = await this.members.ofPerson(tx, personId);
    const elsewhere = memberships.filter((own) => own.organizationId !== organizationId).flatMap((own) => own.roles);
    const roles = checkRoles(organization.kind, wanted.roles, elsewhere);
    if (!roles.ok) throw new Error(`${wanted.account} at ${organization.name}: ${JSON.stringify(roles.refusal)}`);
    const current = memberships.find((own) => own.organizationId === organizationId);
    if (current && [...current.roles].sort().join() === [...roles.value].sort().join()) return;
    await this.members.put(tx, { personId, organizationId, roles: roles.value }, now);
    await this.journal.record(tx, {
      subjectKind: 'person',
      subjectId: personId,
      parties: [organizationId],
      event: 'join',
      from: null,
      to: null,
      reason: roles.value.join(','),
    });
  }
}
