import type pg from 'pg';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { systemActor } from '#domain/shared/actor.js';
import { ContractRegistrationRepository } from '#application/contract-registration/contract-registration.repository.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { BookedEntry, BookedItem, Books } from '../simulation/books.js';
import type { TestMarket } from './market.js';

/** Registrations that are only said to be: without the contract, the people and the organizations behind them. */
export async function withoutBackground(owner: pg.Pool): Promise<void> {
  await owner.query(`
    DO $$ DECLARE link record; BEGIN
      FOR link IN SELECT conrelid::regclass AS name, conname FROM pg_constraint WHERE contype = 'f'
        AND conrelid IN ('contract_registration'::regclass, 'reward_item'::regclass, 'reward_contract'::regclass)
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', link.name, link.conname); END LOOP;
    END $$`);
}

export async function putOrganizations(owner: pg.Pool, kinds: ReadonlyMap<string, string>): Promise<void> {
  for (const [id, kind] of kinds) {
    await owner.query(
      `INSERT INTO organization (id, kind, name, credit_code, county_code, state, created_at, updated_at)
       VALUES ($1::uuid, $2, '示例单位', 'TEST-' || $1::text, '621022', 'verified', now(), now())`,
      [id, kind],
    );
  }
}

/** Writes the registration as it now stands; its number is its own. */
export async function putRegistration(market: TestMarket, registration: ContractRegistration): Promise<void> {
  const repository = market.api.get(ContractRegistrationRepository, { strict: false });
  const unitOfWork = market.api.get(UnitOfWork, { strict: false });
  await unitOfWork.run(systemActor('test', 'test'), async (tx) => {
    const known = await repository.find(tx, registration.id);
    if (known) await repository.save(tx, { ...registration, version: known.version + 1 });
    else if (!(await repository.insert(tx, registration))) throw new Error(`${registration.id} was not inserted`);
  });
}

/** The books as they stand in PostgreSQL. */
export async function readBooks(owner: pg.Pool): Promise<Books> {
  const [accruals, items, entries, balances, budgets] = await Promise.all([
    owner.query(`SELECT * FROM reward_accrual`),
    owner.query(`SELECT * FROM reward_item ORDER BY id`),
    owner.query(`SELECT e.id, e.kind, e.reverses, json_agg(json_build_object('account', p.account_code,
      'amount', p.amount_fen::text)) AS postings FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id GROUP BY e.id`),
    owner.query(`SELECT code, balance_fen FROM ledger_account`),
    owner.query(`SELECT * FROM budget_line`),
  ]);
  return {
    accruals: accruals.rows.map((row) => ({
      id: row.id,
      scheme: row.scheme,
      policyId: row.policy_id,
      beneficiary: { kind: row.beneficiary_kind, id: row.beneficiary_id },
      fiscalYear: row.fiscal_year,
      state: row.state,
      total: BigInt(row.total_fen),
      amount: BigInt(row.amount_fen),
      version: row.version,
    })),
    items: items.rows.map((row): BookedItem => ({
      accrualId: row.accrual_id,
      registrationId: row.registration_id,
      contractId: row.contract_id,
      outcome: row.outcome,
      refusal: row.refusal,
      shareBasisPoints: row.share_basis_points,
      base: BigInt(row.base_fen),
      totalAfter: BigInt(row.total_after_fen),
      amountAfter: BigInt(row.amount_after_fen),
      increment: BigInt(row.increment_fen),
      entryId: row.entry_id,
    })),
    entries: entries.rows.map((row): BookedEntry => ({
      id: row.id,
      kind: row.kind,
      reverses: row.reverses,
      postings: row.postings.map((one: { account: string; amount: string }) => ({
        account: one.account,
        amount: BigInt(one.amount),
      })),
    })),
    balances: new Map(balances.rows.map((row) => [row.code, BigInt(row.balance_fen)])),
    budgets: budgets.rows.map((row) => ({
      fund: row.fund,
      fiscalYear: row.fiscal_year,
      appropriated: BigInt(row.appropriated_fen),
      committed: BigInt(row.committed_fen),
      paid: BigInt(row.paid_fen),
      receivable: BigInt(row.receivable_fen),
    })),
  };
}
