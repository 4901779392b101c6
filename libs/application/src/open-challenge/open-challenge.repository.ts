import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { OpenChallenge } from '#domain/open-challenge/open-challenge.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

type Raw = Omit<OpenChallenge, 'budget' | 'prizes'> & {
  readonly budget: string | null;
  readonly prizes: readonly string[];
};

export interface ChallengeQuestion {
  readonly id: string;
  readonly challengeId: string;
  readonly organizationId: string;
  readonly text: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

/** Numbers of one challenge, by nobody's name. */
export interface ChallengeCounts {
  readonly joined: number;
  readonly questions: number;
  readonly answered: number;
  readonly committed: number;
  readonly withdrawn: number;
  readonly revealed: number;
  readonly lapsed: number;
  readonly scored: number;
}

const columns = `id, organization_id AS "organizationId", opened_by AS "openedBy", demand_id AS "demandId", state, title, summary,
  field, county_code AS "countyCode", budget_fen AS budget, ip_terms AS "ipTerms", criteria, prizes_fen AS prizes,
  pass_mark AS "passMark", questions_until AS "questionsUntil", commit_until AS "commitUntil", reveal_until AS "revealUntil",
  scoring_until::text AS "scoringUntil", terms_hash AS "termsHash", notice_id AS "noticeId",
  outcome_reason AS "outcomeReason", version, created_at AS "createdAt", updated_at AS "updatedAt",
  published_at AS "publishedAt"`;
const questionColumns = `id, challenge_id AS "challengeId", organization_id AS "organizationId", text, asked_at AS "askedAt",
  answer, answered_at AS "answeredAt"`;

/** Tables of the call: `open_challenge`, its details, entries and questions. */
@Injectable()
export class OpenChallengeRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, challenge: OpenChallenge, details: string): Promise<void> {
    await tx.query(
      `INSERT INTO open_challenge (id, organization_id, opened_by, demand_id, state, title, summary, field, county_code,
         budget_fen, ip_terms, criteria, prizes_fen, pass_mark, questions_until, commit_until, reveal_until, scoring_until,
         created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $19)`,
      [
        challenge.id,
        challenge.organizationId,
        challenge.openedBy,
        challenge.demandId,
        challenge.state,
        ...contentOf(challenge),
        challenge.createdAt,
      ],
    );
    await tx.query(`INSERT INTO open_challenge_detail (challenge_id, organization_id, details) VALUES ($1, $2, $3)`, [
      challenge.id,
      challenge.organizationId,
      details,
    ]);
  }

  /** Guarded by the version that was read. */
  async save(tx: Tx, challenge: OpenChallenge): Promise<void> {
    const touched = await tx.execute(
      `UPDATE open_challenge SET title = $3, summary = $4, field = $5, county_code = $6, budget_fen = $7, ip_terms = $8,
         criteria = $9, prizes_fen = $10, pass_mark = $11, questions_until = $12, commit_until = $13, reveal_until = $14,
         scoring_until = $15, state = $16, terms_hash = $17, notice_id = $18, outcome_reason = $19, updated_at = $20,
         published_at = $21, version = version + 1
       WHERE id = $1 AND version = $2`,
      [
        challenge.id,
        challenge.version - 1,
        ...contentOf(challenge),
        challenge.state,
        challenge.termsHash,
        challenge.noticeId,
        challenge.outcomeReason,
        challenge.updatedAt,
        challenge.publishedAt,
      ],
    );
    if (touched !== 1) throw new Error(`open challenge ${challenge.id} changed meanwhile`);
  }

  async forUpdate(tx: Tx, id: string): Promise<OpenChallenge | null> {
    return one(await tx.query<Raw>(`SELECT ${columns} FROM open_challenge WHERE id = $1 FOR UPDATE`, [id]));
  }

  async find(tx: Tx, id: string): Promise<OpenChallenge | null> {
    return one(await tx.query<Raw>(`SELECT ${columns} FROM open_challenge WHERE id = $1`, [id]));
  }

  async findPublic(id: string): Promise<OpenChallenge | null> {
    return one(
      await this.publicReader.query<Raw>(
        'openChallenge.findPublic',
        `SELECT ${columns} FROM open_challenge WHERE id = $1`,
        [id],
      ),
    );
  }

  async listPublic(after: string | null, limit: number): Promise<OpenChallenge[]> {
    const rows = await this.publicReader.query<Raw>(
      'openChallenge.listPublic',
      `SELECT ${columns} FROM open_challenge WHERE state <> 'cancelled' AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toDomain);
  }

  async listOf(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<OpenChallenge[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM open_challenge WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** One whose deadline is over, locked; rows that another worker holds are left to it. */
  async claimDue(tx: Tx, now: Date): Promise<OpenChallenge | null> {
    return one(
      await tx.query<Raw>(
        `SELECT ${columns} FROM open_challenge
         WHERE (state = 'open' AND commit_until <= $1) OR (state = 'revealing' AND reveal_until <= $1)
         ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [now],
      ),
    );
  }

  async details(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ details: string }>(
      `SELECT details FROM open_challenge_detail WHERE challenge_id = $1`,
      [id],
    );
    return row?.details ?? null;
  }

  async saveDetails(tx: Tx, id: string, details: string): Promise<void> {
    await tx.query(`UPDATE open_challenge_detail SET details = $2 WHERE challenge_id = $1`, [id, details]);
  }

  /** False when the organization has accepted the terms already. */
  async enter(
    tx: Tx,
    id: string,
    termsHash: string,
    at: Date,
    who: { organizationId: string; personId: string },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO open_challenge_entry (challenge_id, organization_id, person_id, terms_hash, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING challenge_id`,
      [id, who.organizationId, who.personId, termsHash, at],
    );
    return rows.length === 1;
  }

  async hasEntered(tx: Tx, id: string, organizationId: string): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM open_challenge_entry WHERE challenge_id = $1 AND organization_id = $2`, [
      id,
      organizationId,
    ]);
    return rows.length === 1;
  }

  async ask(tx: Tx, question: ChallengeQuestion): Promise<void> {
    await tx.query(
      `INSERT INTO open_challenge_question (id, challenge_id, organization_id, text, asked_at) VALUES ($1, $2, $3, $4, $5)`,
      [question.id, question.challengeId, question.organizationId, question.text, question.askedAt],
    );
  }

  async questionsAsked(tx: Tx, id: string, organizationId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM open_challenge_question WHERE challenge_id = $1 AND organization_id = $2`,
      [id, organizationId],
    );
    return row?.n ?? 0;
  }

  /** False when there is none, or it was answered. */
  async answer(tx: Tx, id: string, questionId: string, answer: string, at: Date): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE open_challenge_question SET answer = $3, answered_at = $4
       WHERE challenge_id = $1 AND id = $2 AND answer IS NULL`,
      [id, questionId, answer, at],
    );
    return touched === 1;
  }

  /** Answered ones, and those that `organizationId` asked; all of them when the caller reads. */
  async questions(
    tx: Tx,
    id: string,
    organizationId: string | null,
    all: boolean,
    after: string | null,
    limit: number,
  ): Promise<ChallengeQuestion[]> {
    return tx.query<ChallengeQuestion>(
      `SELECT ${questionColumns} FROM open_challenge_question
       WHERE challenge_id = $1 AND ($2::boolean OR answer IS NOT NULL OR organization_id = $3)
         AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
      [id, all, organizationId, after, limit],
    );
  }

  async counts(tx: Tx, id: string): Promise<ChallengeCounts> {
    const [row] = await tx.query<ChallengeCounts>(
      `SELECT (SELECT count(*)::int FROM open_challenge_entry WHERE challenge_id = $1) AS joined,
         (SELECT count(*)::int FROM open_challenge_question WHERE challenge_id = $1) AS questions,
         (SELECT count(*)::int FROM open_challenge_question WHERE challenge_id = $1 AND answer IS NOT NULL) AS answered,
         count(*) FILTER (WHERE state <> 'withdrawn')::int AS committed,
         count(*) FILTER (WHERE state = 'withdrawn')::int AS withdrawn,
         count(*) FILTER (WHERE content IS NOT NULL)::int AS revealed,
         count(*) FILTER (WHERE state = 'lapsed')::int AS lapsed,
         count(*) FILTER (WHERE EXISTS (SELECT FROM open_challenge_sheet s WHERE s.bid_id = b.id))::int AS scored
       FROM open_challenge_bid b WHERE challenge_id = $1`,
      [id],
    );
    if (!row) throw new Error('a count gives a row');
    return row;
  }

  /** Entries and commitments by Beijing day. */
  async trend(tx: Tx, id: string): Promise<{ day: LocalDate; joined: number; committed: number }[]> {
    return tx.query(
      `SELECT day::text AS day, sum(joined)::int AS joined, sum(committed)::int AS committed FROM (
         SELECT (at AT TIME ZONE 'Asia/Shanghai')::date AS day, 1 AS joined, 0 AS committed
         FROM open_challenge_entry WHERE challenge_id = $1
         UNION ALL SELECT (committed_at AT TIME ZONE 'Asia/Shanghai')::date, 0, 1
         FROM open_challenge_bid WHERE challenge_id = $1 AND state <> 'withdrawn') AS happened
       GROUP BY day ORDER BY day LIMIT 400`,
      [id],
    );
  }
}

const one = ([row]: Raw[]): OpenChallenge | null => (row ? toDomain(row) : null);

const toDomain = ({ budget, prizes, ...row }: Raw): OpenChallenge => ({
  ...row,
  budget: budget === null ? null : BigInt(budget),
  prizes: prizes.map((prize) => BigInt(prize)),
});

const contentOf = (challenge: OpenChallenge): unknown[] => [
  challenge.title,
  challenge.summary,
  challenge.field,
  challenge.countyCode,
  challenge.budget,
  challenge.ipTerms === null ? null : JSON.stringify(challenge.ipTerms),
  JSON.stringify(challenge.criteria),
  challenge.prizes.map(String),
  challenge.passMark,
  challenge.questionsUntil,
  challenge.commitUntil,
  challenge.revealUntil,
  challenge.scoringUntil,
];
