import { Injectable } from '@nestjs/common';
import type { Acceptance, Introducer, Introduction, IntroductionState } from '#domain/introduction/introduction.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { IntroductionAcceptanceRow, IntroductionContactRow, IntroductionRow } from './introduction.row.js';

const columns = `i.id, i.match_id AS "matchId", i.demand_id AS "demandId", i.achievement_id AS "achievementId",
  i.demand_organization_id AS "demandOrganizationId", i.achievement_organization_id AS "achievementOrganizationId",
  i.introducer_kind AS "introducerKind", i.introducer_person_id AS "introducerPersonId",
  i.introducer_organization_id AS "introducerOrganizationId", i.mandate_ids AS "mandateIds", i.state, i.message,
  i.decline_reason AS "declineReason", i.version, i.created_at AS "createdAt", i.updated_at AS "updatedAt"`;

/** The contact is null for whom the policies of its table do not give it. */
const acceptances = `
  (SELECT coalesce(json_agg(json_build_object('organizationId', a.organization_id, 'personId', a.person_id,
     'acceptedAt', a.accepted_at, 'contact', c.contact) ORDER BY a.accepted_at, a.organization_id), '[]')
   FROM introduction_acceptance a LEFT JOIN introduction_contact c USING (introduction_id, organization_id)
   WHERE a.introduction_id = i.id) AS acceptances`;

type RawIntroduction = IntroductionRow & {
  readonly acceptances: readonly (Omit<Acceptance, 'acceptedAt'> & { readonly acceptedAt: string })[];
};

@Injectable()
export class IntroductionRepository {
  async insert(tx: Tx, introduction: Introduction): Promise<void> {
    await tx.manager.insert(IntroductionRow, toRow(introduction));
  }

  async save(tx: Tx, introduction: Introduction): Promise<void> {
    await tx.manager.update(IntroductionRow, { id: introduction.id }, toRow(introduction));
  }

  async insertAcceptance(tx: Tx, introductionId: string, { contact, ...acceptance }: Acceptance): Promise<void> {
    await tx.manager.insert(IntroductionAcceptanceRow, { introductionId, ...acceptance });
    if (contact === null) return;
    const { organizationId } = acceptance;
    await tx.manager.insert(IntroductionContactRow, { introductionId, organizationId, contact });
  }

  async forUpdate(tx: Tx, id: string): Promise<Introduction | null> {
    // Locked first: the acceptances are then read as the holder before us left them.
    await tx.query(`SELECT id FROM introduction WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(tx, id);
  }

  async find(tx: Tx, id: string): Promise<Introduction | null> {
    const [row] = await tx.query<RawIntroduction>(
      `SELECT ${columns}, ${acceptances} FROM introduction i WHERE i.id = $1`,
      [id],
    );
    return row ? toDomain(row) : null;
  }

  async listOfOrganization(
    tx: Tx,
    organizationId: string,
    after: string | null,
    limit: number,
  ): Promise<Introduction[]> {
    const rows = await tx.query<RawIntroduction>(
      `SELECT ${columns}, ${acceptances} FROM introduction i
       WHERE $1 IN (i.demand_organization_id, i.achievement_organization_id, i.introducer_organization_id)
         AND ($2::uuid IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }
}

const toRow = ({ introducer, acceptances: _given, ...row }: Introduction): IntroductionRow => ({
  ...row,
  introducerKind: introducer.kind,
  introducerPersonId: introducer.personId,
  introducerOrganizationId: introducer.organizationId,
  mandateIds: [...introducer.mandateIds],
});

function toDomain(raw: RawIntroduction): Introduction {
  const { introducerKind, introducerPersonId, introducerOrganizationId, mandateIds, acceptances: given, ...row } = raw;
  return {
    ...row,
    state: row.state as IntroductionState,
    introducer: {
      kind: introducerKind as Introducer['kind'],
      personId: introducerPersonId,
      organizationId: introducerOrganizationId,
      mandateIds,
    },
    acceptances: given.map((acceptance) => ({ ...acceptance, acceptedAt: new Date(acceptance.acceptedAt) })),
  };
}
