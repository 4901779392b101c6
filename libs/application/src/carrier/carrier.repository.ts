import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { carrierReviewPolicy, type CarrierReview } from '#domain/carrier/carrier-review.js';
import type { CarrierKind, CarrierTitle } from '#domain/carrier/carrier-title.js';
import type { CountedTenancy, CountedTitle } from '#domain/carrier/counting.js';
import { plainTable } from '#platform/database/plain-table.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const titles = plainTable<CarrierTitle>('carrier_title', {
  id: 'plain',
  organizationId: 'plain',
  kind: 'plain',
  level: 'plain',
  state: 'plain',
  origin: 'plain',
  name: 'plain',
  countyCode: 'plain',
  professionalField: 'plain',
  statement: 'plain',
  facts: 'json',
  document: 'plain',
  recognizedOn: 'plain',
  validUntil: 'plain',
  endedOn: 'plain',
  filedBy: 'plain',
  examinedBy: 'plain',
  opinion: 'plain',
  decidedBy: 'plain',
  decisionReason: 'plain',
  noticeId: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});
const reviews = plainTable<CarrierReview>('carrier_review', {
  id: 'plain',
  titleId: 'plain',
  organizationId: 'plain',
  year: 'plain',
  state: 'plain',
  dueOn: 'plain',
  report: 'plain',
  figures: 'json',
  submittedAt: 'plain',
  proposal: 'plain',
  examinedBy: 'plain',
  opinion: 'plain',
  decidedBy: 'plain',
  decisionReason: 'plain',
  rectifyUntil: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});

export interface TitleFilter {
  readonly kind: CarrierKind | null;
  readonly countyCode: string | null;
}

/** An organization with the titles it holds. */
export interface Carrier {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
}

const page = `AND ($1::uuid IS NULL OR t.id < $1) ORDER BY t.id DESC LIMIT $2`;
const inForce = `state IN ('recognized', 'rectifying')`;

@Injectable()
export class CarrierRepository {
  readonly titles = titles;
  readonly reviews = reviews;

  async listInForce(tx: Tx, { kind, countyCode }: TitleFilter, after: string | null, limit: number) {
    return titles.where(
      tx,
      `WHERE t.${inForce} AND ($3::text IS NULL OR t.kind = $3) AND ($4::text IS NULL OR t.county_code = $4) ${page}`,
      [after, limit, kind, countyCode],
    );
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return titles.where(tx, `WHERE t.organization_id = $3 ${page}`, [after, limit, organizationId]);
  }

  /** Every title an organization holds or held, for its public page. */
  async publicHistory(tx: Tx, organizationId: string) {
    return titles.where(
      tx,
      `WHERE t.organization_id = $1 AND t.state IN ('recognized', 'rectifying', 'withdrawn', 'expired')
       ORDER BY t.recognized_on, t.id`,
      [organizationId],
    );
  }

  async listOpen(tx: Tx, after: string | null, limit: number) {
    return titles.where(tx, `WHERE t.state IN ('applied', 'examined', 'publicized', 'recorded') ${page}`, [
      after,
      limit,
    ]);
  }

  async claimExpired(tx: Tx, today: LocalDate): Promise<CarrierTitle | null> {
    const [found] = await titles.where(
      tx,
      `WHERE t.${inForce} AND t.valid_until < $1 ORDER BY t.valid_until, t.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [today],
    );
    return found ?? null;
  }

  /** A title in force without a review of a year for which it owes one; locked. */
  async claimUnreviewed(tx: Tx, year: number): Promise<CarrierTitle | null> {
    const [found] = await titles.where(
      tx,
      `WHERE t.${inForce} AND t.recognized_on <= $2 AND (t.valid_until IS NULL OR t.valid_until >= $3)
         AND NOT EXISTS (SELECT FROM carrier_review r WHERE r.title_id = t.id AND r.year = $1)
       ORDER BY t.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [year, `${year}-${carrierReviewPolicy.recognizedBy}`, `${year}-12-31`],
    );
    return found ?? null;
  }

  async listReviews(tx: Tx, scope: string | null, after: string | null, limit: number) {
    return reviews.where(tx, `WHERE ($3::uuid IS NULL OR t.organization_id = $3) ${page}`, [after, limit, scope]);
  }

  async reviewsOfTitle(tx: Tx, titleId: string) {
    return reviews.where(tx, `WHERE t.title_id = $1 ORDER BY t.year`, [titleId]);
  }

  /** Organizations that hold a title. */
  async carriers(tx: Tx, only: string | null, after: string | null, limit: number): Promise<Carrier[]> {
    return tx.query<Carrier>(
      `SELECT o.id, o.name, o.county_code AS "countyCode" FROM organization o
       WHERE EXISTS (SELECT FROM carrier_title t WHERE t.organization_id = o.id AND t.${inForce})
         AND ($1::uuid IS NULL OR o.id = $1) AND ($2::uuid IS NULL OR o.id < $2) ORDER BY o.id DESC LIMIT $3`,
      [only, after, limit],
    );
  }

  async organizationOf(tx: Tx, id: string): Promise<{ kind: string; state: string; name: string } | null> {
    const [row] = await tx.query<{ kind: string; state: string; name: string }>(
      `SELECT kind, state, name FROM organization WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** All that was ever in force, for counting on any day. */
  async counted(tx: Tx): Promise<CountedTitle[]> {
    return tx.query<CountedTitle>(
      `SELECT id AS "titleId", organization_id AS "organizationId", kind, level, professional_field IS NOT NULL AS professional,
         recognized_on AS "recognizedOn", valid_until AS "validUntil", ended_on AS "endedOn"
       FROM carrier_title WHERE recognized_on IS NOT NULL ORDER BY id`,
    );
  }

  async countedTenancies(tx: Tx): Promise<CountedTenancy[]> {
    return tx.query<CountedTenancy>(
      `SELECT id AS "tenancyId", incubator_organization_id AS "incubatorOrganizationId",
         enterprise_organization_id AS "enterpriseOrganizationId", admitted_on AS "admittedOn", ended_on AS "endedOn",
         technology_based AS "technologyBased", by_definition AS "byDefinition"
       FROM tenancy WHERE admitted_on IS NOT NULL ORDER BY id`,
    );
  }
}
