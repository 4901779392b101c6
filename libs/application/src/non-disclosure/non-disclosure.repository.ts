import { Injectable } from '@nestjs/common';
import type {
  AgreementText,
  NonDisclosure,
  NonDisclosureState,
  ProtectedKind,
  ProtectedSubject,
} from '#domain/non-disclosure/non-disclosure.js';
import type { NonDisclosureRefusalReason } from '#domain/non-disclosure/refusal-reasons.policy.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** An owner's own text. Only the newest that is not retired is offered for signing. */
export interface OwnText extends Omit<AgreementText, 'source'> {
  readonly id: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

/** One person saw one part of a subject. */
export interface Reading {
  readonly id: string;
  readonly subject: ProtectedSubject;
  /** Which version, in words: 第 2 版. */
  readonly part: string;
  readonly contentHash: string;
  readonly ownerOrganizationId: string;
  readonly readerOrganizationId: string;
  readonly personId: string;
  /** By an agreement, because the owner shows it without one, or by the bureau's right. */
  readonly basis: ReadingBasis;
  readonly agreementId: string | null;
  readonly address: string;
  readonly readAt: Date;
}
export type ReadingBasis = 'agreement' | 'open' | 'bureau';

interface RawAgreement {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectTitle: string;
  readonly ownerOrganizationId: string;
  readonly recipientOrganizationId: string;
  readonly state: string;
  readonly textSource: 'market' | 'owner';
  readonly textVersion: number;
  readonly textTitle: string;
  readonly textBody: string;
  readonly textHash: string;
  readonly confidentialMonths: number;
  readonly purpose: string;
  readonly requestedOrganizationId: string;
  readonly requestedPersonId: string;
  readonly requestedAddress: string;
  readonly requestedAt: Date;
  readonly acceptedOrganizationId: string | null;
  readonly acceptedPersonId: string | null;
  readonly acceptedAddress: string | null;
  readonly acceptedAt: Date | null;
  readonly confidentialUntil: string | null;
  readonly refusalReason: string | null;
  readonly closeReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const columns = `id, subject_kind AS "subjectKind", subject_id AS "subjectId", subject_title AS "subjectTitle",
  owner_organization_id AS "ownerOrganizationId", recipient_organization_id AS "recipientOrganizationId", state,
  text_source AS "textSource", text_version AS "textVersion", text_title AS "textTitle", text_body AS "textBody",
  text_hash AS "textHash", confidential_months AS "confidentialMonths", purpose,
  requested_organization_id AS "requestedOrganizationId", requested_person_id AS "requestedPersonId",
  requested_address AS "requestedAddress", requested_at AS "requestedAt",
  accepted_organization_id AS "acceptedOrganizationId", accepted_person_id AS "acceptedPersonId",
  accepted_address AS "acceptedAddress", accepted_at AS "acceptedAt", confidential_until AS "confidentialUntil",
  refusal_reason AS "refusalReason", close_reason AS "closeReason", version, created_at AS "createdAt",
  updated_at AS "updatedAt"`;

const textColumns = `id, organization_id AS "organizationId", serial AS version, title, body,
  confidential_months AS "confidentialMonths", hash, person_id AS "personId", created_at AS "createdAt",
  retired_at AS "retiredAt"`;

const readingColumns = `id, subject_kind AS "subjectKind", subject_id AS "subjectId", part,
  content_hash AS "contentHash", owner_organization_id AS "ownerOrganizationId",
  reader_organization_id AS "readerOrganizationId", person_id AS "personId", basis, agreement_id AS "agreementId",
  address, read_at AS "readAt"`;

@Injectable()
export class NonDisclosureRepository {
  async insert(tx: Tx, agreement: NonDisclosure): Promise<void> {
    const { subject, text, requested, ...rest } = agreement;
    await tx.query(
      `INSERT INTO non_disclosure (id, subject_kind, subject_id, subject_title, owner_organization_id,
         recipient_organization_id, state, text_source, text_version, text_title, text_body, text_hash,
         confidential_months, purpose, requested_organization_id, requested_person_id, requested_address, requested_at,
         version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        ...[rest.id, subject.kind, subject.id, rest.subjectTitle, rest.ownerOrganizationId],
        ...[rest.recipientOrganizationId, rest.state, text.source, text.version, text.title, text.body, text.hash],
        ...[text.confidentialMonths, rest.purpose, requested.organizationId, requested.personId, requested.address],
        ...[requested.at, rest.version, rest.createdAt, rest.updatedAt],
      ],
    );
  }

  async save(tx: Tx, agreement: NonDisclosure): Promise<void> {
    const { accepted } = agreement;
    await tx.query(
      `UPDATE non_disclosure SET state = $2, accepted_organization_id = $3, accepted_person_id = $4,
         accepted_address = $5, accepted_at = $6, confidential_until = $7, refusal_reason = $8, close_reason = $9,
         version = $10, updated_at = $11 WHERE id = $1`,
      [
        ...[agreement.id, agreement.state, accepted?.organizationId ?? null, accepted?.personId ?? null],
        ...[accepted?.address ?? null, accepted?.at ?? null, agreement.confidentialUntil, agreement.refusalReason],
        ...[agreement.closeReason, agreement.version, agreement.updatedAt],
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<NonDisclosure | null> {
    return this.one(tx, `SELECT ${columns} FROM non_disclosure WHERE id = $1`, [id]);
  }

  async forUpdate(tx: Tx, id: string): Promise<NonDisclosure | null> {
    return this.one(tx, `SELECT ${columns} FROM non_disclosure WHERE id = $1 FOR UPDATE`, [id]);
  }

  /** The one agreement between a subject and a reader that is asked for or stands. */
  async current(
    tx: Tx,
    { kind, id }: ProtectedSubject,
    recipientOrganizationId: string,
  ): Promise<NonDisclosure | null> {
    return this.one(
      tx,
      `SELECT ${columns} FROM non_disclosure WHERE subject_kind = $1 AND subject_id = $2
         AND recipient_organization_id = $3 AND state IN ('requested', 'accepted')`,
      [kind, id, recipientOrganizationId],
    );
  }

  async list(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<NonDisclosure[]> {
    const rows = await tx.query<RawAgreement>(
      `SELECT ${columns} FROM non_disclosure
       WHERE $1 IN (owner_organization_id, recipient_organization_id) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** One whose duty is over, claimed by this transaction. */
  async claimExpired(tx: Tx, today: string): Promise<NonDisclosure | null> {
    return this.one(
      tx,
      `SELECT ${columns} FROM non_disclosure WHERE state IN ('accepted', 'closed') AND confidential_until < $1
       ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [today],
    );
  }

  async nextTextSerial(tx: Tx, organizationId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('non-disclosure-text/' || $1, 0))`, [organizationId]);
    const [row] = await tx.query<{ next: number }>(
      `SELECT coalesce(max(serial), 0) + 1 AS next FROM non_disclosure_text WHERE organization_id = $1`,
      [organizationId],
    );
    return row?.next ?? 1;
  }

  async insertText(tx: Tx, text: OwnText): Promise<void> {
    await tx.query(
      `INSERT INTO non_disclosure_text (id, organization_id, serial, title, body, confidential_months, hash, person_id,
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[text.id, text.organizationId, text.version, text.title, text.body, text.confidentialMonths, text.hash],
        ...[text.personId, text.createdAt],
      ],
    );
  }

  async retireText(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`UPDATE non_disclosure_text SET retired_at = $2 WHERE id = $1`, [id, at]);
  }

  async findText(tx: Tx, id: string): Promise<OwnText | null> {
    const [row] = await tx.query<OwnText>(`SELECT ${textColumns} FROM non_disclosure_text WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ?? null;
  }

  async newestText(tx: Tx, organizationId: string): Promise<OwnText | null> {
    const [row] = await tx.query<OwnText>(
      `SELECT ${textColumns} FROM non_disclosure_text WHERE organization_id = $1 AND retired_at IS NULL
       ORDER BY serial DESC LIMIT 1`,
      [organizationId],
    );
    return row ?? null;
  }

  async texts(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<OwnText[]> {
    return tx.query<OwnText>(
      `SELECT ${textColumns} FROM non_disclosure_text WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  async insertReading(tx: Tx, { subject, ...reading }: Reading): Promise<void> {
    await tx.query(
      `INSERT INTO disclosure_reading (id, subject_kind, subject_id, part, content_hash, owner_organization_id,
         reader_organization_id, person_id, basis, agreement_id, address, read_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[reading.id, subject.kind, subject.id, reading.part, reading.contentHash, reading.ownerOrganizationId],
        ...[reading.readerOrganizationId, reading.personId, reading.basis, reading.agreementId, reading.address],
        reading.readAt,
      ],
    );
  }

  /** Newest first, as far as the actor of the transaction may see. */
  async readings(tx: Tx, { kind, id }: ProtectedSubject, after: string | null, limit: number): Promise<Reading[]> {
    const rows = await tx.query<Omit<Reading, 'subject'> & { subjectKind: ProtectedKind; subjectId: string }>(
      `SELECT ${readingColumns} FROM disclosure_reading WHERE subject_kind = $1 AND subject_id = $2
         AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [kind, id, after, limit],
    );
    return rows.map(({ subjectKind, subjectId, ...row }) => ({
      ...row,
      subject: { kind: subjectKind, id: subjectId },
    }));
  }

  private async one(tx: Tx, sql: string, params: readonly unknown[]): Promise<NonDisclosure | null> {
    const [row] = await tx.query<RawAgreement>(sql, params);
    return row ? toDomain(row) : null;
  }
}

const toDomain = (row: RawAgreement): NonDisclosure => ({
  id: row.id,
  subject: { kind: row.subjectKind as ProtectedKind, id: row.subjectId },
  subjectTitle: row.subjectTitle,
  ownerOrganizationId: row.ownerOrganizationId,
  recipientOrganizationId: row.recipientOrganizationId,
  state: row.state as NonDisclosureState,
  text: {
    source: row.textSource,
    version: row.textVersion,
    title: row.textTitle,
    body: row.textBody,
    confidentialMonths: row.confidentialMonths,
    hash: row.textHash,
  },
  purpose: row.purpose,
  requested: {
    organizationId: row.requestedOrganizationId,
    personId: row.requestedPersonId,
    address: row.requestedAddress,
    at: row.requestedAt,
  },
  accepted: acceptedOf(row),
  confidentialUntil: row.confidentialUntil,
  refusalReason: row.refusalReason as NonDisclosureRefusalReason | null,
  closeReason: row.closeReason,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

const acceptedOf = (row: RawAgreement): NonDisclosure['accepted'] =>
  row.acceptedOrganizationId === null || row.acceptedPersonId === null || row.acceptedAt === null
    ? null
    : {
        organizationId: row.acceptedOrganizationId,
        personId: row.acceptedPersonId,
        address: row.acceptedAddress ?? '',
        at: row.acceptedAt,
      };
