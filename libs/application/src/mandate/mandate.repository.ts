import { Injectable } from '@nestjs/common';
import type {
  DualAgencyConsent,
  Fee,
  FeeBase,
  Mandate,
  MandateState,
  MandateSubject,
} from '#domain/mandate/mandate.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { DualAgencyConsentRow, MandateRow } from './mandate.row.js';

const columns = `id, broker_person_id AS "brokerPersonId", agency_organization_id AS "agencyOrganizationId",
  principal_organization_id AS "principalOrganizationId", subject_kind AS "subjectKind", subject_id AS "subjectId",
  match_id AS "matchId", state, fee_kind AS "feeKind", fee_amount_fen AS "feeAmountFen",
  fee_basis_points AS "feeBasisPoints", fee_base AS "feeBase", exclusive, expires_on AS "expiresOn",
  tail_days AS "tailDays", interest_note AS "interestNote", close_reason AS "closeReason", version, created_at AS "createdAt",
  updated_at AS "updatedAt", accepted_at AS "acceptedAt", ended_at AS "endedAt"`;

const consentColumns = `id, match_id AS "matchId", agency_organization_id AS "agencyOrganizationId",
  principal_organization_id AS "principalOrganizationId", person_id AS "personId", statement, consented_at AS "consentedAt"`;

type RawMandate = Omit<MandateRow, 'feeAmountFen'> & { feeAmountFen: string | null };

@Injectable()
export class MandateRepository {
  async insert(tx: Tx, mandate: Mandate): Promise<void> {
    await tx.manager.insert(MandateRow, toRow(mandate));
  }

  async save(tx: Tx, mandate: Mandate): Promise<void> {
    await tx.manager.update(MandateRow, { id: mandate.id }, toRow(mandate));
  }

  async forUpdate(tx: Tx, id: string): Promise<Mandate | null> {
    const [row] = await tx.query<RawMandate>(`SELECT ${columns} FROM mandate WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  async find(tx: Tx, id: string): Promise<Mandate | null> {
    const [row] = await tx.query<RawMandate>(`SELECT ${columns} FROM mandate WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  /** Accepted mandates on one demand or achievement, seen by its principal or the system. */
  async acceptedOn(tx: Tx, subject: MandateSubject): Promise<Mandate[]> {
    const rows = await tx.query<RawMandate>(
      `SELECT ${columns} FROM mandate WHERE subject_kind = $1 AND subject_id = $2 AND state = 'accepted' ORDER BY id`,
      [subject.kind, subject.id],
    );
    return rows.map(toDomain);
  }

  /** What an agency was accepted for, or proposed, on either side of a match. */
  async standingOfAgency(tx: Tx, agencyOrganizationId: string, subjectIds: readonly string[]): Promise<Mandate[]> {
    const rows = await tx.query<RawMandate>(
      `SELECT ${columns} FROM mandate
       WHERE agency_organization_id = $1 AND subject_id = ANY ($2) AND state IN ('proposed', 'accepted') ORDER BY id`,
      [agencyOrganizationId, subjectIds],
    );
    return rows.map(toDomain);
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Mandate[]> {
    const rows = await tx.query<RawMandate>(
      `SELECT ${columns} FROM mandate WHERE $1 IN (agency_organization_id, principal_organization_id)
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** Two principals or two brokers on one subject wait for each other. */
  async lockSubject(tx: Tx, subject: MandateSubject): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('mandate/' || $1, 0))`, [subject.id]);
  }

  async insertConsent(tx: Tx, consent: DualAgencyConsent): Promise<void> {
    await tx.manager.insert(DualAgencyConsentRow, { ...consent });
  }

  async consents(tx: Tx, matchId: string, agencyOrganizationId: string): Promise<DualAgencyConsent[]> {
    return tx.query<DualAgencyConsent>(
      `SELECT ${consentColumns} FROM dual_agency_consent WHERE match_id = $1 AND agency_organization_id = $2 ORDER BY id`,
      [matchId, agencyOrganizationId],
    );
  }
}

function toRow({ subject, fee, ...mandate }: Mandate): MandateRow {
  return {
    ...mandate,
    subjectKind: subject.kind,
    subjectId: subject.id,
    feeKind: fee.kind,
    feeAmountFen: fee.kind === 'fixed' ? fee.amount : null,
    feeBasisPoints: fee.kind === 'percent' ? fee.basisPoints : null,
    feeBase: fee.kind === 'percent' ? fee.base : null,
  };
}

function toDomain(row: RawMandate): Mandate {
  const { subjectKind, subjectId, feeKind: _kind, feeAmountFen, feeBasisPoints, feeBase, state, ...rest } = row;
  const fee: Fee =
    feeAmountFen === null
      ? { kind: 'percent', basisPoints: feeBasisPoints ?? 0, base: feeBase as FeeBase }
      : { kind: 'fixed', amount: BigInt(feeAmountFen) };
  return {
    ...rest,
    state: state as MandateState,
    subject: { kind: subjectKind as MandateSubject['kind'], id: subjectId },
    fee,
  };
}
