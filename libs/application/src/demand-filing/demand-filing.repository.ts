import { Injectable } from '@nestjs/common';
import type { ConsentWay, DemandFiling, FilingContact, PrincipalKind } from '#domain/demand-filing/demand-filing.js';
import type { Tx } from '#platform/database/unit-of-work.js';

interface Raw extends Omit<DemandFiling, 'principal' | 'consent'> {
  readonly principalKind: PrincipalKind;
  readonly principalName: string;
  readonly principalOrganizationId: string | null;
  readonly consentHow: ConsentWay;
  readonly consentGivenOn: string;
  readonly consentGivenBy: string;
  readonly consentNote: string;
  readonly consentWithdrawnAt: Date | null;
}

const columns = `demand_id AS "demandId", filer_organization_id AS "filerOrganizationId",
  filer_person_id AS "filerPersonId", mandate_id AS "mandateId", principal_kind AS "principalKind",
  principal_name AS "principalName", principal_organization_id AS "principalOrganizationId", consent_how AS "consentHow",
  consent_given_on::text AS "consentGivenOn", consent_given_by AS "consentGivenBy", consent_note AS "consentNote",
  consent_withdrawn_at AS "consentWithdrawnAt", handover_issued_at AS "handoverIssuedAt",
  taken_over_at AS "takenOverAt", taken_over_by_organization_id AS "takenOverByOrganizationId", created_at AS "createdAt"`;

/** Tables `demand_filing`, `demand_filing_contact`. */
@Injectable()
export class DemandFilingRepository {
  async insert(tx: Tx, filing: DemandFiling, contact: FilingContact): Promise<void> {
    const { principal, consent } = filing;
    await tx.query(
      `INSERT INTO demand_filing (demand_id, filer_organization_id, filer_person_id, mandate_id, principal_kind,
         principal_name, principal_organization_id, consent_how, consent_given_on, consent_given_by, consent_note, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        filing.demandId,
        filing.filerOrganizationId,
        filing.filerPersonId,
        filing.mandateId,
        principal.kind,
        principal.name,
        principal.organizationId,
        consent.how,
        consent.givenOn,
        consent.givenBy,
        consent.note,
        filing.createdAt,
      ],
    );
    await tx.query(
      `INSERT INTO demand_filing_contact (demand_id, reader_organization_id, name, phone) VALUES ($1, $2, $3, $4)`,
      [filing.demandId, filing.filerOrganizationId, contact.name, contact.phone],
    );
  }

  async forUpdate(tx: Tx, demandId: string): Promise<DemandFiling | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM demand_filing WHERE demand_id = $1 FOR UPDATE`, [
      demandId,
    ]);
    return row ? toFiling(row) : null;
  }

  async find(tx: Tx, demandId: string): Promise<DemandFiling | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM demand_filing WHERE demand_id = $1`, [demandId]);
    return row ? toFiling(row) : null;
  }

  /** Those that an organization wrote down, newest first. */
  async listOf(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<DemandFiling[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM demand_filing WHERE filer_organization_id = $1 AND ($2::uuid IS NULL OR demand_id < $2)
       ORDER BY demand_id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toFiling);
  }

  /** Null for a reader whom it is not shown to, and after it was erased. */
  async contact(tx: Tx, demandId: string): Promise<FilingContact | null> {
    const [row] = await tx.query<FilingContact>(`SELECT name, phone FROM demand_filing_contact WHERE demand_id = $1`, [
      demandId,
    ]);
    return row ?? null;
  }

  async issueHandover(tx: Tx, demandId: string, hash: string, at: Date): Promise<void> {
    await tx.query(`UPDATE demand_filing SET handover_hash = $2, handover_issued_at = $3 WHERE demand_id = $1`, [
      demandId,
      hash,
      at,
    ]);
  }

  async codeFits(tx: Tx, demandId: string, hash: string): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM demand_filing WHERE demand_id = $1 AND handover_hash = $2`, [
      demandId,
      hash,
    ]);
    return rows.length === 1;
  }

  /** The new owner reads the contact from here on; whoever filed does not any more. */
  async takeOver(tx: Tx, demandId: string, organizationId: string, personId: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE demand_filing SET taken_over_at = $2, taken_over_by_organization_id = $3, taken_over_by_person_id = $4,
         handover_hash = NULL, handover_issued_at = NULL WHERE demand_id = $1`,
      [demandId, at, organizationId, personId],
    );
    await tx.query(`UPDATE demand_filing_contact SET reader_organization_id = $2 WHERE demand_id = $1`, [
      demandId,
      organizationId,
    ]);
  }

  async withdrawConsent(tx: Tx, demandId: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE demand_filing SET consent_withdrawn_at = $2, handover_hash = NULL, handover_issued_at = NULL
       WHERE demand_id = $1`,
      [demandId, at],
    );
    await tx.query(`DELETE FROM demand_filing_contact WHERE demand_id = $1`, [demandId]);
  }

  /** Whether sides were brought together on it already: then the names of the sides stand. */
  async underWay(tx: Tx, demandId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM introduction WHERE demand_id = $1 AND state <> 'declined'
       UNION ALL SELECT FROM deal WHERE demand_id = $1 AND state <> 'brokenOff' LIMIT 1`,
      [demandId],
    );
    return rows.length > 0;
  }
}

const toFiling = ({
  principalKind,
  principalName,
  principalOrganizationId,
  consentHow,
  consentGivenOn,
  consentGivenBy,
  consentNote,
  consentWithdrawnAt,
  ...row
}: Raw): DemandFiling => ({
  ...row,
  principal: { kind: principalKind, name: principalName, organizationId: principalOrganizationId },
  consent: {
    how: consentHow,
    givenOn: consentGivenOn,
    givenBy: consentGivenBy,
    note: consentNote,
    withdrawnAt: consentWithdrawnAt,
  },
});
