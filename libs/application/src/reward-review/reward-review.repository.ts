import { Injectable } from '@nestjs/common';
import type { Fen } from '#domain/money/money.js';
import type {
  FrozenCandidate,
  RewardApplicationState,
  RewardAward,
  RewardReview,
  Sheet,
} from '#domain/reward-review/reward-review.js';
import type { ReviewScheme } from '#domain/reward-review/reward-review.policy.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface RewardApplication {
  readonly id: string;
  readonly reviewId: string;
  readonly applicantKind: 'organization' | 'person';
  readonly applicantId: string;
  readonly organizationId: string;
  readonly submittedBy: string;
  readonly state: RewardApplicationState;
  readonly statement: string;
  readonly evidence: readonly string[];
  readonly benefit: Fen;
  readonly findings: string | null;
  readonly checkedBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Where the review of an application stands, and what came of the application there. */
export interface ApplicationStanding extends Pick<
  RewardReview,
  'id' | 'scheme' | 'fiscalYear' | 'state' | 'applicationsUntil' | 'noticeId'
> {
  readonly applicationId: string;
  readonly rank: number | null;
  readonly awarded: boolean;
  /** Why the frozen facts kept it from an award. */
  readonly ineligible: string | null;
}

/** What the frozen snapshot takes from a running account. */
export interface AccrualFacts {
  readonly accrualId: string;
  readonly beneficiaryId: string;
  readonly total: string;
  readonly amount: string;
  readonly contracts: number;
  readonly reachedAt: Date | null;
}

export interface StoredSheet {
  readonly applicationId: string;
  readonly personId: string;
  readonly scores: Sheet;
  readonly weighted: number;
  readonly comment: string | null;
  readonly at: Date;
}

type RawApplication = Omit<RewardApplication, 'benefit'> & { readonly benefit: string };
type RawAward = Omit<RewardAward, 'amount' | 'paid'> & { readonly amount: string; readonly paid: string | null };

const reviewColumns = `id, scheme, fiscal_year AS "fiscalYear", state, applications_until::text AS "applicationsUntil",
  opened_by AS "openedBy", organization_id AS "organizationId", snapshot, snapshot_hash AS "snapshotHash", ranking,
  open_tie AS "openTie", tie_decision AS "tieDecision", ranked_by AS "rankedBy", notice_id AS "noticeId",
  approved_by AS "approvedBy", archive_hash AS "archiveHash", version, created_at AS "createdAt", updated_at AS "updatedAt"`;
const applicationColumns = `id, review_id AS "reviewId", applicant_kind AS "applicantKind", applicant_id AS "applicantId",
  organization_id AS "organizationId", submitted_by AS "submittedBy", state, statement, evidence, benefit_fen AS benefit,
  findings, checked_by AS "checkedBy", version, created_at AS "createdAt", updated_at AS "updatedAt"`;
const awardColumns = `id, review_id AS "reviewId", application_id AS "applicationId", accrual_id AS "accrualId",
  amount_fen AS amount, paid_fen AS paid, reason, state, payment_document AS "paymentDocument", paid_on::text AS "paidOn"`;
const maxCandidates = 1_000;

@Injectable()
export class RewardReviewRepository {
  /** False when the scheme's year has a review already. */
  async insert(tx: Tx, review: RewardReview): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reward_review (id, scheme, fiscal_year, state, applications_until, opened_by, organization_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [
        review.id,
        review.scheme,
        review.fiscalYear,
        review.state,
        review.applicationsUntil,
        review.openedBy,
        review.organizationId,
        review.createdAt,
      ],
    );
    return rows.length === 1;
  }

  /** Guarded by the version that was read. */
  async save(tx: Tx, review: RewardReview): Promise<void> {
    const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
    const touched = await tx.execute(
      `UPDATE reward_review SET state = $3, snapshot = $4, snapshot_hash = $5, ranking = $6, open_tie = $7, tie_decision = $8,
         ranked_by = $9, notice_id = $10, approved_by = $11, archive_hash = $12, version = version + 1, updated_at = $13
       WHERE id = $1 AND version = $2`,
      [
        review.id,
        review.version - 1,
        review.state,
        json(review.snapshot),
        review.snapshotHash,
        json(review.ranking),
        json(review.openTie),
        json(review.tieDecision),
        review.rankedBy,
        review.noticeId,
        review.approvedBy,
        review.archiveHash,
        review.updatedAt,
      ],
    );
    if (touched !== 1) throw new Error(`reward review ${review.id} changed meanwhile`);
  }

  async forUpdate(tx: Tx, id: string): Promise<RewardReview | null> {
    const [row] = await tx.query<RewardReview>(`SELECT ${reviewColumns} FROM reward_review WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ?? null;
  }

  async find(tx: Tx, id: string): Promise<RewardReview | null> {
    const [row] = await tx.query<RewardReview>(`SELECT ${reviewColumns} FROM reward_review WHERE id = $1`, [id]);
    return row ?? null;
  }

  async list(tx: Tx, after: string | null, limit: number): Promise<RewardReview[]> {
    return tx.query<RewardReview>(
      `SELECT ${reviewColumns} FROM reward_review WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  /** False when the applicant has one already. */
  async insertApplication(tx: Tx, application: RewardApplication): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reward_application (id, review_id, applicant_kind, applicant_id, organization_id, submitted_by, state,
         statement, evidence, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [
        application.id,
        application.reviewId,
        application.applicantKind,
        application.applicantId,
        application.organizationId,
        application.submittedBy,
        application.state,
        application.statement,
        JSON.stringify(application.evidence),
        application.createdAt,
      ],
    );
    return rows.length === 1;
  }

  async saveApplication(tx: Tx, application: RewardApplication): Promise<void> {
    const touched = await tx.execute(
      `UPDATE reward_application SET state = $3, statement = $4, evidence = $5, benefit_fen = $6, findings = $7,
         checked_by = $8, version = version + 1, updated_at = $9 WHERE id = $1 AND version = $2`,
      [
        application.id,
        application.version - 1,
        application.state,
        application.statement,
        JSON.stringify(application.evidence),
        application.benefit.toString(),
        application.findings,
        application.checkedBy,
        application.updatedAt,
      ],
    );
    if (touched !== 1) throw new Error(`reward application ${application.id} changed meanwhile`);
  }

  async applicationForUpdate(tx: Tx, id: string): Promise<RewardApplication | null> {
    const [row] = await tx.query<RawApplication>(
      `SELECT ${applicationColumns} FROM reward_application WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ? toApplication(row) : null;
  }

  /** Those of a review that the actor may see; of all reviews when it is null. Newest first. */
  async applications(
    tx: Tx,
    reviewId: string | null,
    after: string | null,
    limit: number,
  ): Promise<RewardApplication[]> {
    const rows = await tx.query<RawApplication>(
      `SELECT ${applicationColumns} FROM reward_application
       WHERE ($1::uuid IS NULL OR review_id = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [reviewId, after, limit],
    );
    return rows.map(toApplication);
  }

  async application(tx: Tx, id: string): Promise<RewardApplication | null> {
    const [row] = await tx.query<RawApplication>(`SELECT ${applicationColumns} FROM reward_application WHERE id = $1`, [
      id,
    ]);
    return row ? toApplication(row) : null;
  }

  async standings(tx: Tx, applicationIds: readonly string[]): Promise<ApplicationStanding[]> {
    return tx.query<ApplicationStanding>(
      `SELECT a.id AS "applicationId", r.id, r.scheme, r.fiscal_year AS "fiscalYear", r.state,
         r.applications_until::text AS "applicationsUntil", r.notice_id AS "noticeId",
         (place ->> 'rank')::int AS rank, coalesce((place ->> 'awarded')::boolean, false) AS awarded,
         candidate ->> 'ineligible' AS ineligible
       FROM reward_application a JOIN reward_review r ON r.id = a.review_id
       LEFT JOIN LATERAL jsonb_array_elements(r.ranking) AS place ON place ->> 'applicationId' = a.id::text
       LEFT JOIN LATERAL jsonb_array_elements(r.snapshot -> 'candidates') AS candidate
         ON candidate ->> 'applicationId' = a.id::text
       WHERE a.id = ANY ($1::uuid[])`,
      [applicationIds],
    );
  }

  async awardsOf(tx: Tx, applicationIds: readonly string[]): Promise<RewardAward[]> {
    const rows = await tx.query<RawAward>(
      `SELECT ${awardColumns} FROM reward_award WHERE application_id = ANY ($1::uuid[])`,
      [applicationIds],
    );
    return rows.map(toAward);
  }

  async applicationsIn(tx: Tx, reviewId: string, states: readonly string[]): Promise<RewardApplication[]> {
    const rows = await tx.query<RawApplication>(
      `SELECT ${applicationColumns} FROM reward_application WHERE review_id = $1 AND state = ANY ($2)
       ORDER BY id LIMIT ${maxCandidates}`,
      [reviewId, states],
    );
    return rows.map(toApplication);
  }

  /** Running accounts of a scheme and year, with what ranks them. */
  async accrualFacts(tx: Tx, scheme: ReviewScheme, fiscalYear: number, threshold: Fen): Promise<AccrualFacts[]> {
    return tx.query<AccrualFacts>(
      `SELECT a.id AS "accrualId", a.beneficiary_id AS "beneficiaryId", a.total_fen AS total, a.amount_fen AS amount,
         (SELECT count(*)::int FROM (
            SELECT FROM reward_item i WHERE i.accrual_id = a.id AND i.outcome <> 'refused'
            GROUP BY i.contract_id HAVING sum(i.base_fen) > 0) AS counted) AS contracts,
         (SELECT min(i.at) FROM reward_item i
          WHERE i.accrual_id = a.id AND i.outcome <> 'refused' AND i.total_after_fen >= $3) AS "reachedAt"
       FROM reward_accrual a WHERE a.scheme = $1 AND a.fiscal_year = $2 AND a.state = 'provisional' ORDER BY a.id`,
      [scheme, fiscalYear, threshold.toString()],
    );
  }

  /** Running accounts of a scheme and year that no award names. */
  async openAccruals(tx: Tx, scheme: ReviewScheme, fiscalYear: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM reward_accrual WHERE scheme = $1 AND fiscal_year = $2 AND state = 'provisional' ORDER BY id`,
      [scheme, fiscalYear],
    );
    return rows.map(({ id }) => id);
  }

  /** Names of applicants, for a notice. */
  async names(tx: Tx, applicants: readonly FrozenCandidate[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      `SELECT id, name FROM organization WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, display_name FROM person WHERE id = ANY ($1::uuid[])`,
      [applicants.map(({ applicantId }) => applicantId)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async addPanelist(tx: Tx, reviewId: string, personId: string, appointedBy: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reward_panelist (review_id, person_id, appointed_by, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING person_id`,
      [reviewId, personId, appointedBy, at],
    );
    return rows.length === 1;
  }

  async panel(tx: Tx, reviewId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT person_id AS id FROM reward_panelist WHERE review_id = $1 ORDER BY person_id`,
      [reviewId],
    );
    return rows.map(({ id }) => id);
  }

  async personExists(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM person WHERE id = $1`, [id])).length === 1;
  }

  async recuse(tx: Tx, applicationId: string, personId: string, reason: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO reward_recusal (application_id, person_id, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [applicationId, personId, reason, at],
    );
  }

  async recusals(tx: Tx, reviewId: string): Promise<{ applicationId: string; personId: string; reason: string }[]> {
    return tx.query(
      `SELECT r.application_id AS "applicationId", r.person_id AS "personId", r.reason FROM reward_recusal r
       JOIN reward_application a ON a.id = r.application_id WHERE a.review_id = $1 ORDER BY 1, 2`,
      [reviewId],
    );
  }

  /** False when the panelist wrote one already. */
  async insertSheet(tx: Tx, sheet: StoredSheet): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reward_sheet (application_id, person_id, scores, weighted, comment, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING person_id`,
      [sheet.applicationId, sheet.personId, JSON.stringify(sheet.scores), sheet.weighted, sheet.comment, sheet.at],
    );
    return rows.length === 1;
  }

  async sheets(tx: Tx, reviewId: string): Promise<StoredSheet[]> {
    return tx.query<StoredSheet>(
      `SELECT s.application_id AS "applicationId", s.person_id AS "personId", s.scores, s.weighted, s.comment, s.at
       FROM reward_sheet s JOIN reward_application a ON a.id = s.application_id
       WHERE a.review_id = $1 ORDER BY s.application_id, s.person_id`,
      [reviewId],
    );
  }

  async insertAward(tx: Tx, award: RewardAward): Promise<void> {
    await tx.query(
      `INSERT INTO reward_award (id, review_id, application_id, accrual_id, amount_fen, reason, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        award.id,
        award.reviewId,
        award.applicationId,
        award.accrualId,
        award.amount.toString(),
        award.reason,
        award.state,
      ],
    );
  }

  async awardForUpdate(tx: Tx, id: string): Promise<RewardAward | null> {
    const [row] = await tx.query<RawAward>(`SELECT ${awardColumns} FROM reward_award WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toAward(row) : null;
  }

  async payAward(tx: Tx, { id, paid, paymentDocument, paidOn }: RewardAward): Promise<void> {
    const touched = await tx.execute(
      `UPDATE reward_award SET state = 'paid', payment_document = $2, paid_on = $3, paid_fen = $4 WHERE id = $1 AND state = 'approved'`,
      [id, paymentDocument, paidOn, paid?.toString() ?? null],
    );
    if (touched !== 1) throw new Error(`award ${id} was paid meanwhile`);
  }

  async awards(tx: Tx, reviewId: string): Promise<RewardAward[]> {
    const rows = await tx.query<RawAward>(
      `SELECT ${awardColumns} FROM reward_award WHERE review_id = $1 ORDER BY id LIMIT ${maxCandidates}`,
      [reviewId],
    );
    return rows.map(toAward);
  }
}

const toApplication = ({ benefit, ...row }: RawApplication): RewardApplication => ({
  ...row,
  benefit: BigInt(benefit),
});
const toAward = ({ amount, paid, ...row }: RawAward): RewardAward => ({
  ...row,
  amount: BigInt(amount),
  paid: paid === null ? null : BigInt(paid),
});
