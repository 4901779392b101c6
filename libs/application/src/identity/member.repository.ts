import { Injectable } from '@nestjs/common';
import type { OrganizationKind, OrganizationState } from '#domain/organization/organization.js';
import type { Membership, Person } from '#domain/person/person.js';
import type { Role } from '#domain/shared/actor.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** A member as the organization's managers see it. */
export interface Member extends Membership {
  /** The person's id: the key of pages. */
  readonly id: string;
  readonly displayName: string;
  readonly personState: string;
  readonly since: Date;
}

/** A membership as its person sees it. */
export interface OwnMembership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationKind: OrganizationKind;
  readonly organizationState: OrganizationState;
  readonly countyCode: string;
  readonly roles: Role[];
}

const memberColumns = `m.person_id AS id, m.person_id AS "personId", m.organization_id AS "organizationId", m.roles, m.version,
  p.display_name AS "displayName", p.state AS "personState", m.since`;

/** Tables `person` and `membership`. */
@Injectable()
export class MemberRepository {
  async insertPerson(tx: Tx, person: Person, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO person (id, display_name, state, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)`,
      [person.id, person.displayName, person.state, person.version, now],
    );
  }

  async personForUpdate(tx: Tx, id: string): Promise<Person | null> {
    const [row] = await tx.query<Person>(
      `SELECT id, display_name AS "displayName", state, version FROM person WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async findPerson(tx: Tx, id: string): Promise<Person | null> {
    const [row] = await tx.query<Person>(
      `SELECT id, display_name AS "displayName", state, version FROM person WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  async savePerson(tx: Tx, person: Person, now: Date): Promise<void> {
    await tx.execute(`UPDATE person SET display_name = $2, state = $3, version = $4, updated_at = $5 WHERE id = $1`, [
      person.id,
      person.displayName,
      person.state,
      person.version,
      now,
    ]);
  }

  /** Adds or revives a membership. */
  async put(tx: Tx, membership: Omit<Membership, 'version'>, now: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id, organization_id)
       DO UPDATE SET roles = $3, since = $4, ended_at = NULL, version = membership.version + 1`,
      [membership.personId, membership.organizationId, membership.roles, now],
    );
  }

  async saveRoles(tx: Tx, membership: Membership): Promise<void> {
    await tx.execute(`UPDATE membership SET roles = $3, version = $4 WHERE person_id = $1 AND organization_id = $2`, [
      membership.personId,
      membership.organizationId,
      membership.roles,
      membership.version,
    ]);
  }

  async end(tx: Tx, membership: Membership, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE membership SET ended_at = $3, version = version + 1 WHERE person_id = $1 AND organization_id = $2`,
      [membership.personId, membership.organizationId, now],
    );
  }

  async memberForUpdate(tx: Tx, organizationId: string, personId: string): Promise<Member | null> {
    const [row] = await tx.query<Member>(
      `SELECT ${memberColumns} FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organization_id = $1 AND m.person_id = $2 AND m.ended_at IS NULL FOR UPDATE OF m`,
      [organizationId, personId],
    );
    return row ?? null;
  }

  async list(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Member[]> {
    return tx.query<Member>(
      `SELECT ${memberColumns} FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organization_id = $1 AND m.ended_at IS NULL AND ($2::uuid IS NULL OR m.person_id > $2)
       ORDER BY m.person_id LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  /** Live memberships of a person in organizations that are not suspended, oldest first. */
  async ofPerson(tx: Tx, personId: string): Promise<OwnMembership[]> {
    return tx.query<OwnMembership>(
      `SELECT o.id AS "organizationId", o.name AS "organizationName", o.kind AS "organizationKind",
              o.state AS "organizationState", o.county_code AS "countyCode", m.roles
       FROM membership m JOIN organization o ON o.id = m.organization_id
       WHERE m.person_id = $1 AND m.ended_at IS NULL AND o.state <> 'suspended' ORDER BY m.since, o.id`,
      [personId],
    );
  }

  /** How many others hold a role in an organization; locks them, so that two last ones cannot both go. */
  async othersWithRole(tx: Tx, organizationId: string, personId: string, role: Role): Promise<number> {
    const rows = await tx.query(
      `SELECT person_id FROM membership WHERE organization_id = $1 AND ended_at IS NULL AND $2 = ANY (roles)
       ORDER BY person_id FOR UPDATE`,
      [organizationId, role],
    );
    return rows.filter((row) => row['person_id'] !== personId).length;
  }
}
