import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { DeclineReason } from '#domain/matching/match.js';
import type { Fen } from '#domain/money/money.js';
import type { RankedBid, Scores } from '#domain/open-challenge/challenge-scoring.js';
import type { OpenChallengeBid } from '#domain/open-challenge/sealed-bid.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface StoredSheet {
  readonly bidId: string;
  readonly personId: string;
  readonly scores: Scores;
  readonly weighted: number;
  readonly comment: string | null;
  readonly at: Date;
}

export interface ChallengeResult {
  readonly ranking: readonly RankedBid[];
  readonly openTie: readonly string[];
  readonly tieDecision: { readonly order: readonly string[]; readonly minutes: string } | null;
  readonly rankedBy: string;
}

export interface LoserFeedback {
  readonly bidId: string;
  readonly reason: DeclineReason;
  /** Criterion → what was missing. */
  readonly texts: Readonly<Record<string, string>>;
  readonly personId: string;
  readonly at: Date;
}

export interface ChallengeAward {
  readonly bidId: string;
  readonly challengeId: string;
  readonly organizationId: string;
  readonly rank: number;
  readonly prize: Fen;
  readonly dealId: string | null;
  readonly at: Date;
  readonly paymentDocument: string | null;
  readonly paidOn: LocalDate | null;
}

const columns = `id, challenge_id AS "challengeId", organization_id AS "organizationId", person_id AS "personId", state,
  algorithm, commitment, content, nonce, code, out_reason AS "outReason", failed_reveals AS "failedReveals", version,
  committed_at AS "committedAt", updated_at AS "updatedAt", revealed_at AS "revealedAt"`;
const awardColumns = `bid_id AS "bidId", challenge_id AS "challengeId", organization_id AS "organizationId", rank,
  prize_fen AS prize, deal_id AS "dealId", at, payment_document AS "paymentDocument", paid_on::text AS "paidOn"`;
const maxBids = 500;

/** Tables of the bids: `open_challenge_bid`, its sheets, recusals, feedback, result and awards. */
@Injectable()
export class OpenChallengeBidRepository {
  async insert(tx: Tx, bid: OpenChallengeBid): Promise<void> {
    await tx.query(
      `INSERT INTO open_challenge_bid (id, challenge_id, organization_id, person_id, state, algorithm, commitment,
         committed_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [
        bid.id,
        bid.challengeId,
        bid.organizationId,
        bid.personId,
        bid.state,
        bid.algorithm,
        bid.commitment,
        bid.committedAt,
      ],
    );
  }

  async save(tx: Tx, bid: OpenChallengeBid): Promise<void> {
    const touched = await tx.execute(
      `UPDATE open_challenge_bid SET state = $3, algorithm = $4, commitment = $5, content = $6, nonce = $7, code = $8,
         out_reason = $9, committed_at = $10, updated_at = $11, revealed_at = $12, person_id = $13, version = version + 1
       WHERE id = $1 AND version = $2`,
      [
        bid.id,
        bid.version - 1,
        bid.state,
        bid.algorithm,
        bid.commitment,
        bid.content === null ? null : JSON.stringify(bid.content),
        bid.nonce,
        bid.code,
        bid.outReason,
        bid.committedAt,
        bid.updatedAt,
        bid.revealedAt,
        bid.personId,
      ],
    );
    if (touched !== 1) throw new Error(`bid ${bid.id} changed meanwhile`);
  }

  async find(tx: Tx, id: string): Promise<OpenChallengeBid | null> {
    const [row] = await tx.query<OpenChallengeBid>(`SELECT ${columns} FROM open_challenge_bid WHERE id = $1`, [id]);
    return row ?? null;
  }

  async ofOrganization(tx: Tx, challengeId: string, organizationId: string): Promise<OpenChallengeBid | null> {
    const [row] = await tx.query<OpenChallengeBid>(
      `SELECT ${columns} FROM open_challenge_bid WHERE challenge_id = $1 AND organization_id = $2 FOR UPDATE`,
      [challengeId, organizationId],
    );
    return row ?? null;
  }

  async listOf(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<OpenChallengeBid[]> {
    return tx.query<OpenChallengeBid>(
      `SELECT ${columns} FROM open_challenge_bid WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  /** Every bid of a challenge, locked, by id. */
  async allOf(tx: Tx, challengeId: string): Promise<OpenChallengeBid[]> {
    return tx.query<OpenChallengeBid>(
      `SELECT ${columns} FROM open_challenge_bid WHERE challenge_id = $1 ORDER BY id LIMIT ${maxBids} FOR UPDATE`,
      [challengeId],
    );
  }

  async countOf(tx: Tx, challengeId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM open_challenge_bid WHERE challenge_id = $1`,
      [challengeId],
    );
    return row?.n ?? 0;
  }

  get mostBids(): number {
    return maxBids;
  }

  async revealFailed(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE open_challenge_bid SET failed_reveals = failed_reveals + 1 WHERE id = $1`, [id]);
  }

  /** Hashes of the files that the bidder handed in. */
  async filesOf(tx: Tx, bidId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ sha256: string }>(
      `SELECT sha256 FROM attachment WHERE subject_kind = 'openChallengeBid' AND subject_id = $1 AND removed_at IS NULL`,
      [bidId],
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  async personExists(tx: Tx, personId: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM person WHERE id = $1 AND state = 'active'`, [personId])).length === 1;
  }

  /** False when the person is on the panel already. */
  async appoint(tx: Tx, challengeId: string, personId: string, by: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO open_challenge_judge (challenge_id, person_id, appointed_by, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING person_id`,
      [challengeId, personId, by, at],
    );
    return rows.length === 1;
  }

  async judges(tx: Tx, challengeId: string): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `SELECT person_id AS "personId" FROM open_challenge_judge WHERE challenge_id = $1 ORDER BY at, person_id`,
      [challengeId],
    );
    return rows.map(({ personId }) => personId);
  }

  async recuse(tx: Tx, bidId: string, personId: string, reason: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO open_challenge_recusal (bid_id, person_id, reason, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [bidId, personId, reason, at],
    );
  }

  async recusals(tx: Tx, challengeId: string): Promise<{ bidId: string; personId: string; reason: string }[]> {
    return tx.query(
      `SELECT r.bid_id AS "bidId", r.person_id AS "personId", r.reason FROM open_challenge_recusal r
       JOIN open_challenge_bid b ON b.id = r.bid_id WHERE b.challenge_id = $1 ORDER BY r.bid_id, r.person_id`,
      [challengeId],
    );
  }

  /** False when the judge has scored the bid. */
  async insertSheet(tx: Tx, sheet: StoredSheet): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO open_challenge_sheet (bid_id, person_id, scores, weighted, comment, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING bid_id`,
      [sheet.bidId, sheet.personId, JSON.stringify(sheet.scores), sheet.weighted, sheet.comment, sheet.at],
    );
    return rows.length === 1;
  }

  async sheets(tx: Tx, challengeId: string): Promise<StoredSheet[]> {
    return tx.query<StoredSheet>(
      `SELECT s.bid_id AS "bidId", s.person_id AS "personId", s.scores, s.weighted, s.comment, s.at
       FROM open_challenge_sheet s JOIN open_challenge_bid b ON b.id = s.bid_id WHERE b.challenge_id = $1
       ORDER BY s.bid_id, s.person_id`,
      [challengeId],
    );
  }

  async saveResult(
    tx: Tx,
    challengeId: string,
    organizationId: string,
    result: ChallengeResult,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO open_challenge_result (challenge_id, organization_id, ranking, open_tie, tie_decision, ranked_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (challenge_id) DO UPDATE SET ranking = $3, open_tie = $4, tie_decision = $5, ranked_by = $6, at = $7`,
      [
        challengeId,
        organizationId,
        JSON.stringify(result.ranking),
        JSON.stringify(result.openTie),
        result.tieDecision === null ? null : JSON.stringify(result.tieDecision),
        result.rankedBy,
        at,
      ],
    );
  }

  async result(tx: Tx, challengeId: string): Promise<ChallengeResult | null> {
    const [row] = await tx.query<ChallengeResult>(
      `SELECT ranking, open_tie AS "openTie", tie_decision AS "tieDecision", ranked_by AS "rankedBy"
       FROM open_challenge_result WHERE challenge_id = $1`,
      [challengeId],
    );
    return row ?? null;
  }

  /** Written again until the award is concluded. */
  async giveFeedback(tx: Tx, feedback: LoserFeedback): Promise<void> {
    await tx.query(
      `INSERT INTO open_challenge_feedback (bid_id, reason, texts, person_id, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (bid_id) DO UPDATE SET reason = $2, texts = $3, person_id = $4, at = $5`,
      [feedback.bidId, feedback.reason, JSON.stringify(feedback.texts), feedback.personId, feedback.at],
    );
  }

  async feedback(tx: Tx, challengeId: string): Promise<LoserFeedback[]> {
    return tx.query<LoserFeedback>(
      `SELECT f.bid_id AS "bidId", f.reason, f.texts, f.person_id AS "personId", f.at FROM open_challenge_feedback f
       JOIN open_challenge_bid b ON b.id = f.bid_id WHERE b.challenge_id = $1 ORDER BY f.bid_id`,
      [challengeId],
    );
  }

  async insertAward(tx: Tx, award: ChallengeAward): Promise<void> {
    await tx.query(
      `INSERT INTO open_challenge_award (bid_id, challenge_id, organization_id, rank, prize_fen, deal_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [award.bidId, award.challengeId, award.organizationId, award.rank, award.prize, award.dealId, award.at],
    );
  }

  async awards(tx: Tx, challengeId: string): Promise<ChallengeAward[]> {
    const rows = await tx.query<Omit<ChallengeAward, 'prize'> & { readonly prize: string }>(
      `SELECT ${awardColumns} FROM open_challenge_award WHERE challenge_id = $1 ORDER BY rank`,
      [challengeId],
    );
    return rows.map((row) => ({ ...row, prize: BigInt(row.prize) }));
  }

  /** False when it is paid already. */
  async pay(tx: Tx, bidId: string, document: string, paidOn: LocalDate): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE open_challenge_award SET payment_document = $2, paid_on = $3 WHERE bid_id = $1 AND paid_on IS NULL`,
      [bidId, document, paidOn],
    );
    return touched === 1;
  }
}
