import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { maxSerial, numberPrefix } from '#domain/contract-registration/registration-number.js';
import { rowStatements } from '#platform/database/row-statements.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { toDomain, toRow } from './contract-registration.mapper.js';
import type { DeskCount, QueueFilter } from './work-queue.js';
import { ContractRegistrationRow } from './contract-registration.row.js';

const onTheDesk = `(state IN ('filed', 'accepted', 'underReview', 'expertReview', 'supplementRequested', 'secondReview')
  OR (state = 'registered' AND (contract_ended_at IS NOT NULL OR change_due OR open_change IS NOT NULL)))`;
/** A case whose due day cannot be named yet stands by its day of acceptance, so that it is not forgotten below. */
const urgency = `coalesce(due_on,
  CASE WHEN state IN ('accepted', 'underReview', 'expertReview', 'secondReview') THEN accepted_on END, 'infinity')`;
/** Who holds a registered case that is on the desk: the same answer as the domain's holder. */
const registeredHolder = `CASE WHEN contract_ended_at IS NOT NULL OR open_change = 'requested' THEN 'registrationOffice'
  WHEN open_change = 'verified' THEN 'reviewer' ELSE 'seller' END`;
/** Who holds any case on the desk. */
const deskHolder = `CASE state WHEN 'supplementRequested' THEN 'seller' WHEN 'expertReview' THEN 'experts'
  WHEN 'secondReview' THEN 'reviewer' WHEN 'registered' THEN ${registeredHolder} ELSE 'registrationOffice' END`;
const openOrValid = `state NOT IN ('draft', 'withdrawn', 'returned', 'refused', 'cancelled')`;

export interface SimilarityQuery {
  readonly id: string | null;
  readonly partyCodes: readonly string[];
  readonly lowest: bigint;
  readonly highest: bigint;
  readonly contractTextHash: string | null;
}

/** A serial that was counted; no number when that number was imported before. */
interface NumberTaken {
  readonly serial: number;
  readonly number: string | null;
}

@Injectable()
export class ContractRegistrationRepository {
  /** False when the contract has an open or valid filing already: the partial unique index decides, also in a race. */
  async insert(tx: Tx, registration: ContractRegistration): Promise<boolean> {
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ContractRegistrationRow)
      .values(toRow(registration) as object)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  async save(tx: Tx, registration: ContractRegistration): Promise<void> {
    const { update, values } = rowStatements<ContractRegistrationRow>(tx.manager, ContractRegistrationRow);
    await tx.prepared('contractRegistration.save', update, values(toRow(registration)));
  }

  /** The row locked for update, or null when the actor may not change it. */
  async forUpdate(tx: Tx, id: string): Promise<ContractRegistration | null> {
    const [found] = await this.read(tx, 'forUpdate', 'WHERE id = $1 FOR UPDATE', [id]);
    return found ?? null;
  }

  async find(tx: Tx, id: string): Promise<ContractRegistration | null> {
    const [found] = await this.read(tx, 'find', 'WHERE id = $1', [id]);
    return found ?? null;
  }

  /**
   * A filed case by the number printed on its receipt, or by its registration number; either ends in the check part of the
   * receipt (10 hexadecimal digits), so that nobody finds a case by counting.
   */
  async ofNumber(tx: Tx, number: string): Promise<ContractRegistration | null> {
    const where = `WHERE (provisional_number = $1
      OR (registration_number = left($1, -11) AND right(provisional_number, 11) = right($1, 11))) AND state <> 'draft'`;
    const [found] = await this.read(tx, 'ofNumber', where, [number]);
    return found ?? null;
  }

  /** The open or valid case of a contract, locked; there is at most one. */
  async ofContractForUpdate(tx: Tx, contractId: string): Promise<ContractRegistration | null> {
    const where = `WHERE contract_id = $1 AND ${openOrValid} FOR UPDATE`;
    const [found] = await this.read(tx, 'ofContractForUpdate', where, [contractId]);
    return found ?? null;
  }

  async isFiled(tx: Tx, contractId: string): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT FROM contract_registration
       WHERE contract_id = $1 AND ${openOrValid}`,
      [contractId],
    );
    return row !== undefined;
  }

  /** Filings and cases of one organization, its own and those of contracts it is a party to, newest first. */
  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return this.list(
      tx,
      `SELECT id FROM contract_registration WHERE (organization_id = $1
           OR ($1 = ANY (party_ids) AND state NOT IN ('draft', 'withdrawn')))
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  /**
   * Open cases, and registered ones to cancel because the contract was ended or to change, the one due first on top; without a day last. The
   * cursor is the id of the last row before.
   */
  async listOpen(tx: Tx, filter: QueueFilter, after: string | null, limit: number) {
    return this.list(
      tx,
      `SELECT id FROM contract_registration WHERE ${onTheDesk}
         AND ($3::text[] IS NULL OR state = ANY ($3)) AND ($4::text IS NULL OR office = $4)
         AND ($5::uuid IS NULL OR examiner_id = $5)
         AND ($6::text IS NULL OR state <> 'registered' OR ${registeredHolder} = $6)
         AND ($1::uuid IS NULL OR (${urgency}, id) > (SELECT ${urgency}, id FROM contract_registration WHERE id = $1))
       ORDER BY ${urgency}, id LIMIT $2`,
      [after, limit, filter.states, filter.office, filter.examinerId, filter.holder],
    );
  }

  /** What lies on whose desk: how much in all, how much is due by `soon`, how much is overdue on `today`. */
  async deskCounts(tx: Tx, today: LocalDate, soon: LocalDate): Promise<DeskCount[]> {
    return tx.query<DeskCount>(
      `SELECT ${deskHolder} AS holder, count(*)::int AS open,
         count(*) FILTER (WHERE due_on BETWEEN $1 AND $2)::int AS "dueSoon",
         count(*) FILTER (WHERE due_on < $1)::int AS overdue
       FROM contract_registration WHERE ${onTheDesk} GROUP BY 1`,
      [today, soon],
    );
  }

  /** Is there an open or valid case with this signed text? */
  async isTextFiled(tx: Tx, contractTextHash: string): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT FROM contract_registration
       WHERE contract_text_hash = $1 AND ${openOrValid}`,
      [contractTextHash],
    );
    return row !== undefined;
  }

  /** The serial can be counted, the check part behind it cannot: 40 random bits. */
  async provisionalNumber(tx: Tx, year: number): Promise<string> {
    const [row] = await tx.query<{ serial: string; check: string }>(
      `SELECT to_char(nextval('registration_provisional'), 'FM999999000000') AS serial,
         upper(left(replace(gen_random_uuid()::text, '-', ''), 10)) AS "check"`,
    );
    if (!row) throw new Error('a sequence gives a number');
    return `QY-${year}-${row.serial}-${row.check}`;
  }

  /** Cases that may be the same contract: a party in common and an amount nearby, or the same text. Newest first. */
  async similar(
    tx: Tx,
    { id, partyCodes, lowest, highest, contractTextHash }: SimilarityQuery,
    limit: number,
  ): Promise<ContractRegistration[]> {
    return this.list(
      tx,
      `SELECT id FROM contract_registration
       WHERE ${openOrValid} AND ($1::uuid IS NULL OR id <> $1)
         AND ((party_codes && $2::text[] AND contract_value_fen BETWEEN $3 AND $4)
           OR ($5::text IS NOT NULL AND contract_text_hash = $5))
       ORDER BY id DESC LIMIT $6`,
      [id, partyCodes, lowest.toString(), highest.toString(), contractTextHash, limit],
    );
  }

  /** Credit codes of these organizations that fail a check and were documented at signing up. */
  async documentedCodes(tx: Tx, organizationIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ code: string }>(
      `SELECT credit_code AS code FROM organization WHERE id = ANY ($1::uuid[]) AND credit_code_override IS NOT NULL`,
      [organizationIds],
    );
    return rows.map((row) => row.code);
  }

  /** Cases whose next reminder has come, locked; those another worker holds are left out. */
  async remindable(tx: Tx, today: string, limit: number): Promise<ContractRegistration[]> {
    return this.list(
      tx,
      `SELECT id FROM contract_registration WHERE reminder_on <= $1 ORDER BY reminder_on, id LIMIT $2
       FOR UPDATE SKIP LOCKED`,
      [today, limit],
    );
  }

  /** The clock's own note on a case: no version, since nothing that anybody sees changes. */
  async setReminder(tx: Tx, id: string, reminderOn: string | null): Promise<void> {
    await tx.execute(`UPDATE contract_registration SET reminder_on = $2 WHERE id = $1`, [id, reminderOn]);
  }

  /** Running cases without a due day, the oldest first, locked. */
  async unnamed(tx: Tx, limit: number): Promise<ContractRegistration[]> {
    return this.list(
      tx,
      `SELECT id FROM contract_registration
       WHERE due_on IS NULL AND state IN ('accepted', 'underReview', 'expertReview', 'secondReview')
       ORDER BY accepted_on, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
  }

  /** Registrations that stand, by the instant of registration, by id. */
  async listRegistered(
    tx: Tx,
    { from, to }: { readonly from: Date; readonly to: Date },
    after: string | null,
    limit: number,
  ): Promise<ContractRegistration[]> {
    return this.list(
      tx,
      `SELECT id FROM contract_registration WHERE state = 'registered' AND registered_at >= $1 AND registered_at < $2
         AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      [from, to, after, limit],
    );
  }

  /**
   * Takes the next serial of an office and year, and keeps its number as issued to a registration. Whoever comes first is
   * served first (an advisory lock queues; the counter's row alone would hand each turn to anybody, and somebody would wait
   * for ever), and holds the turn until the registering transaction ends: so this comes after all that needs no number. The
   * serial rolls back with the transaction: none is given twice and none is lost.
   */
  async takeNumber(tx: Tx, { id, office }: Pick<ContractRegistration, 'id' | 'office'>, day: LocalDate, at: Date) {
    const [row] = await tx.prepared<NumberTaken>(
      'registrationNumber.take',
      `WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('registration_counter'), $1::int * 100 + $2::text::int)),
       counted AS (
         INSERT INTO registration_counter (year, office, last_serial) SELECT $1::int, $2::text, 1 FROM turn
         ON CONFLICT (year, office) DO UPDATE SET last_serial = registration_counter.last_serial + 1
           WHERE registration_counter.last_serial < $3::int
         RETURNING last_serial AS serial),
       issued AS (
         INSERT INTO issued_number (number, origin, registration_id, at)
         SELECT $4::text || to_char(serial, 'FM000000'), 'issued', $5::uuid, $6::timestamptz FROM counted
         ON CONFLICT (number) DO NOTHING RETURNING number)
       SELECT serial, number FROM counted LEFT JOIN issued ON true`,
      [Number(day.slice(0, 4)), office, maxSerial, numberPrefix(day, office), id, at],
    );
    return row;
  }

  private async list(tx: Tx, sql: string, params: readonly unknown[]): Promise<ContractRegistration[]> {
    const ids = (await tx.query<{ id: string }>(sql, params)).map((row) => row.id);
    if (ids.length === 0) return [];
    const found = await this.read(tx, 'list', 'WHERE id = ANY ($1::uuid[])', [ids]);
    const byId = new Map(found.map((registration) => [registration.id, registration]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  private async read(tx: Tx, name: string, where: string, params: readonly unknown[]): Promise<ContractRegistration[]> {
    const { select, read } = rowStatements<ContractRegistrationRow>(tx.manager, ContractRegistrationRow);
    const sql = `SELECT ${select} FROM contract_registration ${where}`;
    return (await tx.prepared<object>(`contractRegistration.${name}`, sql, params)).map((raw) => toDomain(read(raw)));
  }
}
