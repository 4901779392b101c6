import { Injectable } from '@nestjs/common';
import type { InstitutionRecord, OfferRights } from '#matching/rank/subject.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** What else bears on an achievement: its patents, and how its institution's introduced pairs ended. */
export interface OfferFacts {
  readonly rights: OfferRights | null;
  readonly record: InstitutionRecord | null;
}

export const noFacts: OfferFacts = { rights: null, record: null };

interface FactsRow {
  readonly id: string;
  readonly patents: OfferRights['patents'];
  readonly pledged: boolean;
  readonly exclusive: boolean;
  readonly sole: boolean;
  readonly ordinary: boolean;
  readonly introduced: number;
  readonly contracted: number;
}

/** Reads facts of achievements that stand in other concepts' tables, many at once. */
@Injectable()
export class OfferFactsReader {
  /** Of these achievements; one without patents has `none`. Read as the system: only what follows from them is shown. */
  async read(tx: Tx, achievementIds: readonly string[]): Promise<ReadonlyMap<string, OfferFacts>> {
    const rows = await tx.query<FactsRow>(
      `WITH wanted AS (SELECT id, organization_id FROM achievement WHERE id = ANY ($1::uuid[])),
       record AS (
         SELECT achievement_organization_id AS organization_id, count(*)::int AS introduced,
           count(*) FILTER (WHERE state = 'contracted')::int AS contracted
         FROM match WHERE state IN ('introduced', 'contracted')
           AND achievement_organization_id IN (SELECT organization_id FROM wanted) GROUP BY 1)
       SELECT w.id, CASE WHEN p.granted THEN 'granted' WHEN p.pending THEN 'pending' WHEN p.any_patent THEN 'ended'
           ELSE 'none' END AS patents,
         coalesce(p.pledged, false) AS pledged, coalesce(p.exclusive, false) AS exclusive,
         coalesce(p.sole, false) AS sole, coalesce(p.ordinary, false) AS ordinary,
         coalesce(r.introduced, 0) AS introduced, coalesce(r.contracted, 0) AS contracted
       FROM wanted w
       LEFT JOIN (
         SELECT achievement_id, true AS any_patent, bool_or(state = 'granted') AS granted,
           bool_or(state IN ('applied', 'published')) AS pending,
           bool_or(state = 'granted' AND pledged AND NOT pledgee_consents) AS pledged,
           bool_or(state = 'granted' AND licence = 'exclusive') AS exclusive,
           bool_or(state = 'granted' AND licence = 'sole') AS sole,
           bool_or(state = 'granted' AND licence = 'ordinary') AS ordinary
         FROM patent WHERE achievement_id = ANY ($1::uuid[]) GROUP BY 1) AS p ON p.achievement_id = w.id
       LEFT JOIN record r USING (organization_id)`,
      [achievementIds],
    );
    return new Map(rows.map((row) => [row.id, factsOf(row)]));
  }
}

function factsOf(row: FactsRow): OfferFacts {
  const licence = row.exclusive ? 'exclusive' : row.sole ? 'sole' : row.ordinary ? 'ordinary' : 'none';
  const { introduced, contracted } = row;
  return {
    rights: { patents: row.patents, pledged: row.pledged, licence },
    record: introduced > 0 ? { introduced, contracted } : null,
  };
}
