import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import { lastDayOfMonth, type EnvoyLog, type Month, type TechEnvoy } from '#domain/tech-envoy/tech-envoy.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface EnvoyMonth {
  readonly id: string;
  readonly personId: string;
  readonly month: Month;
  readonly countyCode: string;
  readonly amount: Fen;
  readonly state: 'accrued' | 'paid';
  readonly logs: number;
  readonly paymentDocument: string | null;
  readonly paidOn: LocalDate | null;
}

/** Where envoys serve: the coverage map. */
export interface Coverage {
  readonly countyCode: string;
  readonly village: string;
  readonly envoys: number;
  readonly lastServedOn: LocalDate | null;
}

const envoyColumns = `id, person_id AS "personId", county_code AS "countyCode", villages, field, state,
  posted_from::text AS "postedFrom", posted_to::text AS "postedTo", document_number AS "documentNumber", version`;
const logColumns = `id, envoy_id AS "envoyId", person_id AS "personId", county_code AS "countyCode",
  served_on::text AS "servedOn", village, content, state, decision_reason AS "decisionReason"`;
const monthColumns = `id, person_id AS "personId", month, county_code AS "countyCode", amount_fen AS amount, state, logs,
  payment_document AS "paymentDocument", paid_on::text AS "paidOn"`;
const maxPeople = 5_000;
const maxVillages = 2_000;

@Injectable()
export class TechEnvoyRepository {
  async insert(tx: Tx, envoy: TechEnvoy, postedBy: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO tech_envoy (id, person_id, county_code, villages, field, state, posted_from, document_number, posted_by,
         created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        envoy.id,
        envoy.personId,
        envoy.countyCode,
        envoy.villages,
        envoy.field,
        envoy.state,
        envoy.postedFrom,
        envoy.documentNumber,
        postedBy,
        at,
      ],
    );
  }

  async forUpdate(tx: Tx, id: string): Promise<TechEnvoy | null> {
    const [row] = await tx.query<TechEnvoy>(`SELECT ${envoyColumns} FROM tech_envoy WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async find(tx: Tx, id: string): Promise<TechEnvoy | null> {
    const [row] = await tx.query<TechEnvoy>(`SELECT ${envoyColumns} FROM tech_envoy WHERE id = $1`, [id]);
    return row ?? null;
  }

  async end(tx: Tx, { id, version, postedTo }: TechEnvoy, at: Date): Promise<void> {
    const touched = await tx.execute(
      `UPDATE tech_envoy SET state = 'ended', posted_to = $3, version = version + 1, updated_at = $4
       WHERE id = $1 AND version = $2`,
      [id, version, postedTo, at],
    );
    if (touched !== 1) throw new Error(`tech envoy ${id} changed meanwhile`);
  }

  /** Newest first; of one county, or all when it is null. Row-level security leaves an envoy his own. */
  async list(tx: Tx, county: string | null, after: string | null, limit: number): Promise<TechEnvoy[]> {
    return tx.query<TechEnvoy>(
      `SELECT ${envoyColumns} FROM tech_envoy WHERE ($1::text IS NULL OR county_code = $1)
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [county, after, limit],
    );
  }

  /** False when the day and village are logged already. */
  async insertLog(tx: Tx, log: EnvoyLog, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO envoy_log (id, envoy_id, person_id, county_code, served_on, village, content, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT ON CONSTRAINT envoy_log_once DO NOTHING RETURNING id`,
      [log.id, log.envoyId, log.personId, log.countyCode, log.servedOn, log.village, log.content, log.state, at],
    );
    return rows.length === 1;
  }

  async logForUpdate(tx: Tx, id: string): Promise<EnvoyLog | null> {
    const [row] = await tx.query<EnvoyLog>(`SELECT ${logColumns} FROM envoy_log WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async decideLog(tx: Tx, { id, state, decisionReason }: EnvoyLog, decidedBy: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE envoy_log SET state = $2, decided_by = $3, decision_reason = $4, decided_at = $5 WHERE id = $1`,
      [id, state, decidedBy, decisionReason, at],
    );
  }

  async logs(tx: Tx, county: string | null, after: string | null, limit: number): Promise<EnvoyLog[]> {
    return tx.query<EnvoyLog>(
      `SELECT ${logColumns} FROM envoy_log WHERE ($1::text IS NULL OR county_code = $1) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [county, after, limit],
    );
  }

  /** People with confirmed service in a month who have no subsidy for it yet. */
  async unpaidPeople(tx: Tx, month: Month): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT l.person_id AS id FROM envoy_log l
       WHERE l.state = 'confirmed' AND l.served_on BETWEEN $1::date AND $2::date
         AND NOT EXISTS (SELECT FROM envoy_month m WHERE m.person_id = l.person_id AND m.month = $3)
       ORDER BY 1 LIMIT ${maxPeople}`,
      [`${month}-01`, lastDayOfMonth(month), month],
    );
    return rows.map(({ id }) => id);
  }

  async postsOf(tx: Tx, personId: string): Promise<TechEnvoy[]> {
    return tx.query<TechEnvoy>(`SELECT ${envoyColumns} FROM tech_envoy WHERE person_id = $1 ORDER BY id`, [personId]);
  }

  async logsOf(tx: Tx, personId: string, month: Month): Promise<EnvoyLog[]> {
    return tx.query<EnvoyLog>(
      `SELECT ${logColumns} FROM envoy_log WHERE person_id = $1 AND served_on BETWEEN $2::date AND $3::date ORDER BY id`,
      [personId, `${month}-01`, lastDayOfMonth(month)],
    );
  }

  /** Takes the person's month until the transaction ends, so that two runs cannot both pay it. */
  async lockMonth(tx: Tx, personId: string, month: Month): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`envoyMonth/${personId}/${month}`]);
    const rows = await tx.query(`SELECT FROM envoy_month WHERE person_id = $1 AND month = $2`, [personId, month]);
    return rows.length === 0;
  }

  async insertMonth(tx: Tx, row: EnvoyMonth, entryId: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO envoy_month (id, person_id, month, county_code, amount_fen, state, logs, entry_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [row.id, row.personId, row.month, row.countyCode, row.amount.toString(), row.state, row.logs, entryId, at],
    );
  }

  async accruedForUpdate(tx: Tx, month: Month): Promise<EnvoyMonth[]> {
    const rows = await tx.query<RawMonth>(
      `SELECT ${monthColumns} FROM envoy_month WHERE month = $1 AND state = 'accrued' ORDER BY id LIMIT ${maxPeople} FOR UPDATE`,
      [month],
    );
    return rows.map(toMonth);
  }

  async payMonth(tx: Tx, id: string, entryId: string, document: string, paidOn: LocalDate): Promise<void> {
    await tx.query(
      `UPDATE envoy_month SET state = 'paid', payment_entry_id = $2, payment_document = $3, paid_on = $4 WHERE id = $1`,
      [id, entryId, document, paidOn],
    );
  }

  async months(tx: Tx, month: Month | null, after: string | null, limit: number): Promise<EnvoyMonth[]> {
    const rows = await tx.query<RawMonth>(
      `SELECT ${monthColumns} FROM envoy_month WHERE ($1::text IS NULL OR month = $1) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [month, after, limit],
    );
    return rows.map(toMonth);
  }

  async coverage(tx: Tx): Promise<Coverage[]> {
    return tx.query<Coverage>(
      `SELECT e.county_code AS "countyCode", v.village, count(DISTINCT e.person_id)::int AS envoys,
         (SELECT max(l.served_on)::text FROM envoy_log l
          WHERE l.state = 'confirmed' AND l.county_code = e.county_code AND l.village = v.village) AS "lastServedOn"
       FROM tech_envoy e CROSS JOIN LATERAL unnest(e.villages) AS v (village)
       WHERE e.state = 'serving' GROUP BY 1, 2 ORDER BY 1, 2 LIMIT ${maxVillages}`,
    );
  }

  async personExists(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query(`SELECT FROM person WHERE id = $1`, [id])).length === 1;
  }
}

type RawMonth = Omit<EnvoyMonth, 'amount'> & { readonly amount: string };
const toMonth = ({ amount, ...row }: RawMonth): EnvoyMonth => ({ ...row, amount: BigInt(amount) });
