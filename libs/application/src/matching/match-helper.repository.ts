import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AgencyFacts, ExpertFacts, FittingAchievement, InstitutionFacts } from '#domain/matching/match-helper.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** What a person lets be told of himself as an expert. */
export interface ExpertProfile {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly introduction: string;
  /** Agreed to be found by anybody, beyond those whose need fits. */
  readonly publicSearch: boolean;
  readonly consentedAt: Date;
}

export type ExpertProfileContent = Pick<ExpertProfile, 'name' | 'fields' | 'introduction' | 'publicSearch'>;

const profileColumns = `id, public_name AS "name", fields, introduction, public_search AS "publicSearch",
  consented_at AS "consentedAt"`;
const maxFound = 50;

/** Table `expert_profile`, and public facts of organizations that bear on a need. */
@Injectable()
export class MatchHelperRepository {
  async ofPerson(tx: Tx, personId: string, organizationId: string): Promise<ExpertProfile | null> {
    const [row] = await tx.query<ExpertProfile>(
      `SELECT ${profileColumns} FROM expert_profile
       WHERE person_id = $1 AND organization_id = $2 AND withdrawn_at IS NULL`,
      [personId, organizationId],
    );
    return row ?? null;
  }

  async save(
    tx: Tx,
    personId: string,
    organizationId: string,
    { name, fields, introduction, publicSearch }: ExpertProfileContent,
    now: Date,
  ): Promise<ExpertProfile> {
    const [row] = await tx.query<ExpertProfile>(
      `INSERT INTO expert_profile AS mine (id, person_id, organization_id, public_name, fields, introduction, consented_at,
         public_search) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (person_id, organization_id) DO UPDATE SET public_name = excluded.public_name,
         fields = excluded.fields, introduction = excluded.introduction, withdrawn_at = NULL,
         public_search = excluded.public_search,
         consented_at = CASE WHEN mine.withdrawn_at IS NULL THEN mine.consented_at ELSE excluded.consented_at END
       RETURNING ${profileColumns}`,
      [uuid(), personId, organizationId, name, fields, introduction, now, publicSearch],
    );
    if (!row) throw new Error('the profile was not written');
    return row;
  }

  /** Consent withdrawn: the words go too. */
  async withdraw(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.execute(
      `UPDATE expert_profile SET withdrawn_at = $2, public_name = '', fields = '{}', introduction = '',
         public_search = false WHERE id = $1`,
      [id, now],
    );
  }

  async fitting(tx: Tx, demandId: string): Promise<FittingAchievement[]> {
    return tx.query(
      `SELECT a.id, a.title, a.organization_id AS "organizationId", m.score
       FROM match m JOIN achievement a ON a.id = m.achievement_id AND a.state = 'published'
       WHERE m.demand_id = $1 AND m.state NOT IN ('superseded', 'declined') ORDER BY m.score DESC, m.id LIMIT $2`,
      [demandId, maxFound],
    );
  }

  /** People of these units who agreed, still belong to them, and which of the achievements name them as inventors. */
  async experts(tx: Tx, fitting: readonly FittingAchievement[]): Promise<ExpertFacts[]> {
    return tx.query(
      `SELECT e.id AS "profileId", e.public_name AS name, e.introduction, e.fields,
         e.organization_id AS "organizationId", o.name AS "organizationName",
         ARRAY(SELECT i.achievement_id FROM achievement_inventor i
               WHERE i.achievement_id = ANY ($2::uuid[]) AND i.organization_id = e.organization_id
                 AND i.name = p.display_name) AS "achievementIds"
       FROM expert_profile e
       JOIN organization o ON o.id = e.organization_id AND o.state = 'verified'
       JOIN person p ON p.id = e.person_id AND p.state = 'active'
       JOIN membership s ON s.person_id = e.person_id AND s.organization_id = e.organization_id AND s.ended_at IS NULL
       WHERE e.organization_id = ANY ($1::uuid[]) AND e.withdrawn_at IS NULL ORDER BY e.id LIMIT 500`,
      [fitting.map(({ organizationId }) => organizationId), fitting.map(({ id }) => id)],
    );
  }

  async institutions(tx: Tx, ids: readonly string[]): Promise<InstitutionFacts[]> {
    return tx.query(
      `SELECT id AS "organizationId", name AS "organizationName", county_code AS "countyCode" FROM organization
       WHERE id = ANY ($1::uuid[]) AND state = 'verified'`,
      [ids],
    );
  }

  /** Transfer agencies with what they did in a field, as counts: with whom is not told. */
  async agencies(tx: Tx, field: string | null): Promise<AgencyFacts[]> {
    return tx.query(
      `SELECT o.id AS "organizationId", o.name AS "organizationName", o.county_code AS "countyCode",
         (SELECT count(*)::int FROM mandate m
          LEFT JOIN demand d ON m.subject_kind = 'demand' AND d.id = m.subject_id
          LEFT JOIN achievement a ON m.subject_kind = 'achievement' AND a.id = m.subject_id
          WHERE m.agency_organization_id = o.id AND m.state IN ('accepted', 'ended') AND m.accepted_at IS NOT NULL
            AND coalesce(d.field, a.field) = $1) AS "mandatesInField",
         (SELECT count(*)::int FROM introduction i
          WHERE i.introducer_organization_id = o.id AND i.introducer_kind = 'broker' AND i.state = 'accepted')
           AS "introductionsMade"
       FROM organization o WHERE o.kind = 'transferAgency' AND o.state = 'verified' ORDER BY o.id LIMIT 500`,
      [field],
    );
  }
}
