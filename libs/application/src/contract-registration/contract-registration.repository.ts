import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { maxSerial } from '#domain/contract-registration/registration-number.js';
import { refuse, ok, type Refusal, type Result } from '#domain/shared/result.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { toDomain, toRow } from './contract-registration.mapper.js';
import { ContractRegistrationRow } from './contract-registration.row.js';

const onTheDesk = `(state IN ('filed', 'accepted', 'supplementRequested', 'secondReview')
  OR (state = 'registered' AND contract_ended_at IS NOT NULL))`;
/** A case whose due day cannot be named yet stands by its day of acceptance, so that it is not forgotten below. */
const urgency = `coalesce(due_on, CASE WHEN state IN ('accepted', 'secondReview') THEN accepted_on END, 'infinity')`;

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
    await tx.manager.update(ContractRegistrationRow, { id: registration.id }, toRow(registration) as object);
  }

  /** The row locked for update, or null when the actor may not change it. */
  async forUpdate(tx: Tx, id: string): Promise<ContractRegistration | null> {
    const row = await tx.manager.findOne(ContractRegistrationRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row ? toDomain(row) : null;
  }

  async find(tx: Tx, id: string): Promise<ContractRegistration | null> {
    const row = await tx.manager.findOne(ContractRegistrationRow, { where: { id } });
    return row ? toDomain(row) : null;
  }

  /** The open or valid case of a contract, locked; there is at most one. */
  async ofContractForUpdate(tx: Tx, contractId: string): Promise<ContractRegistration | null> {
    const row = await tx.manager.findOne(ContractRegistrationRow, {
      where: { contractId, state: Not(In(['returned', 'refused', 'cancelled'])) },
      lock: { mode: 'pessimistic_write' },
    });
    return row ? toDomain(row) : null;
  }

  async isFiled(tx: Tx, contractId: string): Promise<boolean> {
    const [row] = await tx.query(
      `SELECT FROM contract_registration WHERE contract_id = $1 AND state NOT IN ('returned', 'refused', 'cancelled')`,
      [contractId],
    );
    return row !== undefined;
  }

  /** Filings and cases of one organization, its own and those of contracts it is a party to, newest first. */
  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return this.list(
      tx,
      `SELECT id FROM contract_registration WHERE (organization_id = $1 OR $1 = ANY (party_ids))
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  /**
   * Open cases and those to cancel because the contract was ended, the one due first on top; without a day last. The
   * cursor is the id of the last row before.
   */
  async listOpen(tx: Tx, after: string | null, limit: number) {
    return this.list(
      tx,
      `SELECT id FROM contract_registration WHERE ${onTheDesk}
         AND ($1::uuid IS NULL OR (${urgency}, id) > (SELECT ${urgency}, id FROM contract_registration WHERE id = $1))
       ORDER BY ${urgency}, id LIMIT $2`,
      [after, limit],
    );
  }

  /**
   * The next serial of an office and year. The counter's row stays locked until the registering transaction ends, and
   * rolls back with it: no serial is given twice and none is lost.
   */
  async nextSerial(
    tx: Tx,
    year: number,
    office: string,
  ): Promise<Result<number, Refusal<'contractRegistration.numbersExhausted'>>> {
    const [row] = await tx.query<{ serial: number }>(
      `INSERT INTO registration_counter (year, office, last_serial) VALUES ($1, $2, 1)
       ON CONFLICT (year, office) DO UPDATE SET last_serial = registration_counter.last_serial + 1
         WHERE registration_counter.last_serial < $3
       RETURNING last_serial AS serial`,
      [year, office, maxSerial],
    );
    return row ? ok(row.serial) : refuse('contractRegistration.numbersExhausted', { office, year: String(year) });
  }

  private async list(tx: Tx, sql: string, params: readonly unknown[]): Promise<ContractRegistration[]> {
    const ids = (await tx.query<{ id: string }>(sql, params)).map((row) => row.id);
    if (ids.length === 0) return [];
    const rows = await tx.manager.findBy(ContractRegistrationRow, { id: In(ids) });
    const byId = new Map(rows.map((row) => [row.id, toDomain(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}
