import { Injectable } from '@nestjs/common';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { Expert, ExpertPanel } from '#domain/contract-registration/expert-panel.js';
import type { NonTechnologyItem } from '#domain/contract-registration/filed-contract.js';
import type { Reexamination } from '#domain/contract-registration/reexamination.js';
import type { ChangedTerms, RegistrationChange } from '#domain/contract-registration/registration-change.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { subject } from './registration-desk.js';

const changeColumns = `id, registration_id AS "registrationId", state, terms, reason, evidence, verified_type AS "verifiedType",
  verified_technology_value_fen AS "verifiedTechnologyValue", decision_reason AS "decisionReason",
  determined_by AS "determinedBy", reviewed_by AS "reviewedBy", requested_at AS "requestedAt", decided_at AS "decidedAt"`;
const reexaminationColumns = `id, registration_id AS "registrationId", state, objector, letter, reason,
  first_determined_by AS "firstDeterminedBy", first_reviewed_by AS "firstReviewedBy", requested_by AS "requestedBy",
  outcome, decision_reason AS "decisionReason", decided_by AS "decidedBy", requested_at AS "requestedAt",
  decided_at AS "decidedAt"`;
const panelColumns = `id, registration_id AS "registrationId", state, question, experts, result, called_by AS "calledBy",
  called_at AS "calledAt", concluded_at AS "concludedAt"`;

/** Money as text: JSON has no integers of that size. */
interface StoredTerms extends Omit<ChangedTerms, 'contractValue' | 'declaredTechnologyValue' | 'nonTechnologyItems'> {
  readonly contractValue: string | null;
  readonly declaredTechnologyValue: string | null;
  readonly nonTechnologyItems: readonly (Omit<NonTechnologyItem, 'amount'> & { readonly amount: string })[] | null;
}
type RawChange = Omit<RegistrationChange, 'terms' | 'verifiedTechnologyValue'> & {
  readonly terms: StoredTerms;
  readonly verifiedTechnologyValue: string | null;
};
type StoredExpert = Omit<Expert, 'opinion'> & {
  readonly opinion:
    (Omit<NonNullable<Expert['opinion']>, 'technologyValue'> & { technologyValue: string | null }) | null;
};
type RawPanel = Omit<ExpertPanel, 'experts'> & { readonly experts: readonly StoredExpert[] };

/** Changes, objections and expert panels of registrations. */
@Injectable()
export class RegistrationProcedureRepository {
  /** False when another change of the registration is open. */
  async insertChange(tx: Tx, change: RegistrationChange, registration: ContractRegistration): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO registration_change (id, organization_id, registration_id, party_ids, state, terms, reason, evidence, requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        change.id,
        registration.organizationId,
        change.registrationId,
        subject(registration).parties,
        change.state,
        storeTerms(change.terms),
        change.reason,
        change.evidence,
        change.requestedAt,
      ],
    );
    return rows.length === 1;
  }

  async registrationOfChange(tx: Tx, id: string): Promise<string | null> {
    return registrationOf(tx, 'registration_change', id);
  }

  async findChange(tx: Tx, id: string): Promise<RegistrationChange | null> {
    const [row] = await tx.query<RawChange>(`SELECT ${changeColumns} FROM registration_change WHERE id = $1`, [id]);
    return row ? readChange(row) : null;
  }

  /** First to last. */
  async changesOf(tx: Tx, registrationId: string): Promise<RegistrationChange[]> {
    const rows = await tx.query<RawChange>(
      `SELECT ${changeColumns} FROM registration_change WHERE registration_id = $1 ORDER BY id`,
      [registrationId],
    );
    return rows.map(readChange);
  }

  async saveChange(tx: Tx, change: RegistrationChange): Promise<void> {
    await tx.execute(
      `UPDATE registration_change SET state = $2, verified_type = $3, verified_technology_value_fen = $4,
         decision_reason = $5, determined_by = $6, reviewed_by = $7, decided_at = $8 WHERE id = $1`,
      [
        change.id,
        change.state,
        change.verifiedType,
        change.verifiedTechnologyValue?.toString() ?? null,
        change.decisionReason,
        change.determinedBy,
        change.reviewedBy,
        change.decidedAt,
      ],
    );
  }

  /** False when another objection to the registration is open. */
  async insertReexamination(
    tx: Tx,
    made: Reexamination,
    organizationId: string,
    registration: ContractRegistration,
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO reexamination (id, organization_id, registration_id, party_ids, state, objector, letter, reason,
         first_determined_by, first_reviewed_by, requested_by, requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
      [
        made.id,
        organizationId,
        made.registrationId,
        subject(registration).parties,
        made.state,
        made.objector,
        made.letter,
        made.reason,
        made.firstDeterminedBy,
        made.firstReviewedBy,
        made.requestedBy,
        made.requestedAt,
      ],
    );
    return rows.length === 1;
  }

  async registrationOfReexamination(tx: Tx, id: string): Promise<string | null> {
    return registrationOf(tx, 'reexamination', id);
  }

  async findReexamination(tx: Tx, id: string): Promise<Reexamination | null> {
    const [row] = await tx.query<Reexamination>(`SELECT ${reexaminationColumns} FROM reexamination WHERE id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** First to last. */
  async reexaminationsOf(tx: Tx, registrationId: string): Promise<Reexamination[]> {
    return tx.query<Reexamination>(
      `SELECT ${reexaminationColumns} FROM reexamination WHERE registration_id = $1 ORDER BY id`,
      [registrationId],
    );
  }

  async saveReexamination(tx: Tx, made: Reexamination): Promise<void> {
    await tx.execute(
      `UPDATE reexamination SET state = $2, outcome = $3, decision_reason = $4, decided_by = $5, decided_at = $6 WHERE id = $1`,
      [made.id, made.state, made.outcome, made.decisionReason, made.decidedBy, made.decidedAt],
    );
  }

  async insertPanel(tx: Tx, panel: ExpertPanel): Promise<void> {
    await tx.query(
      `INSERT INTO expert_panel (id, registration_id, state, question, experts, called_by, called_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        panel.id,
        panel.registrationId,
        panel.state,
        panel.question,
        storeExperts(panel.experts),
        panel.calledBy,
        panel.calledAt,
      ],
    );
  }

  async savePanel(tx: Tx, panel: ExpertPanel): Promise<void> {
    await tx.execute(`UPDATE expert_panel SET state = $2, experts = $3, result = $4, concluded_at = $5 WHERE id = $1`, [
      panel.id,
      panel.state,
      storeExperts(panel.experts),
      panel.result && JSON.stringify(panel.result),
      panel.concludedAt,
    ]);
  }

  /** First to last; the last one is open or none is. */
  async panelsOf(tx: Tx, registrationId: string): Promise<ExpertPanel[]> {
    const rows = await tx.query<RawPanel>(
      `SELECT ${panelColumns} FROM expert_panel WHERE registration_id = $1 ORDER BY id`,
      [registrationId],
    );
    return rows.map(readPanel);
  }
}

async function registrationOf(
  tx: Tx,
  table: 'registration_change' | 'reexamination',
  id: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(`SELECT registration_id AS id FROM ${table} WHERE id = $1`, [id]);
  return row?.id ?? null;
}

const storeTerms = (terms: ChangedTerms): string =>
  JSON.stringify({
    ...terms,
    contractValue: terms.contractValue?.toString() ?? null,
    declaredTechnologyValue: terms.declaredTechnologyValue?.toString() ?? null,
    nonTechnologyItems: terms.nonTechnologyItems?.map((item) => ({ ...item, amount: item.amount.toString() })) ?? null,
  });

const fenOrNull = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

const readChange = ({ terms, verifiedTechnologyValue, ...row }: RawChange): RegistrationChange => ({
  ...row,
  verifiedTechnologyValue: fenOrNull(verifiedTechnologyValue),
  terms: {
    ...terms,
    relatedParty: terms.relatedParty ?? null, // older requests could not say it
    contractValue: fenOrNull(terms.contractValue),
    declaredTechnologyValue: fenOrNull(terms.declaredTechnologyValue),
    nonTechnologyItems: terms.nonTechnologyItems?.map((item) => ({ ...item, amount: BigInt(item.amount) })) ?? null,
  },
});

const storeExperts = (experts: readonly Expert[]): string =>
  JSON.stringify(
    experts.map((expert) => ({
      ...expert,
      opinion: expert.opinion && {
        ...expert.opinion,
        technologyValue: expert.opinion.technologyValue?.toString() ?? null,
      },
    })),
  );

const readPanel = (row: RawPanel): ExpertPanel => ({
  ...row,
  experts: row.experts.map((expert) => ({
    ...expert,
    opinion: expert.opinion && { ...expert.opinion, technologyValue: fenOrNull(expert.opinion.technologyValue) },
  })),
});
