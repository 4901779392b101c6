import { Injectable } from '@nestjs/common';
import type { DealDocument, DocumentVersion } from '#domain/deal-room/deal-room.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** How often one reason was given, for offers and negotiations or for disclosures. */
export interface ReasonCount {
  readonly of: 'deal' | 'nonDisclosure';
  readonly reasonCode: string;
  readonly count: number;
}

const documentColumns = `id, deal_id AS "dealId", organization_id AS "organizationId", person_id AS "personId", state,
  title, kind, gated, created_at AS "createdAt"`;
const versionColumns = `id, document_id AS "documentId", organization_id AS "organizationId", serial,
  attachment_id AS "attachmentId", body, note, content_hash AS "contentHash", person_id AS "personId",
  created_at AS "createdAt"`;

@Injectable()
export class DealRoomRepository {
  async insert(tx: Tx, document: DealDocument): Promise<void> {
    await tx.query(
      `INSERT INTO deal_document (id, deal_id, organization_id, person_id, state, title, kind, gated, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[document.id, document.dealId, document.organizationId, document.personId, document.state],
        ...[document.title, document.kind, document.gated, document.createdAt],
      ],
    );
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE deal_document SET state = 'withdrawn' WHERE id = $1`, [id]);
  }

  async find(tx: Tx, id: string): Promise<DealDocument | null> {
    const [row] = await tx.query<DealDocument>(`SELECT ${documentColumns} FROM deal_document WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Oldest first. */
  async list(tx: Tx, dealId: string, after: string | null, limit: number): Promise<DealDocument[]> {
    return tx.query<DealDocument>(
      `SELECT ${documentColumns} FROM deal_document WHERE deal_id = $1 AND ($2::uuid IS NULL OR id > $2)
       ORDER BY id LIMIT $3`,
      [dealId, after, limit],
    );
  }

  async countOfDeal(tx: Tx, dealId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM deal_document WHERE deal_id = $1`, [
      dealId,
    ]);
    return row?.n ?? 0;
  }

  async insertVersion(tx: Tx, version: DocumentVersion): Promise<void> {
    await tx.query(
      `INSERT INTO deal_document_version (id, document_id, organization_id, serial, attachment_id, body, note,
         content_hash, person_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[version.id, version.documentId, version.organizationId, version.serial, version.attachmentId],
        ...[version.body, version.note, version.contentHash, version.personId, version.createdAt],
      ],
    );
  }

  /** Read as the system for the other side, after the gate. */
  async version(tx: Tx, documentId: string, serial: number): Promise<DocumentVersion | null> {
    const [row] = await tx.query<DocumentVersion>(
      `SELECT ${versionColumns} FROM deal_document_version WHERE document_id = $1 AND serial = $2`,
      [documentId, serial],
    );
    return row ?? null;
  }

  async lastSerial(tx: Tx, documentId: string): Promise<number> {
    const [row] = await tx.query<{ last: number }>(
      `SELECT coalesce(max(serial), 0) AS last FROM deal_document_version WHERE document_id = $1`,
      [documentId],
    );
    return row?.last ?? 0;
  }

  /** Without their contents: what there is may be known to both sides. */
  async versions(tx: Tx, documentId: string, after: string | null, limit: number): Promise<DocumentVersion[]> {
    const rows = await tx.query<DocumentVersion>(
      `SELECT ${versionColumns} FROM deal_document_version WHERE document_id = $1 AND ($2::uuid IS NULL OR id > $2)
       ORDER BY id LIMIT $3`,
      [documentId, after, limit],
    );
    return rows.map((row) => ({ ...row, body: null }));
  }

  async reasonCounts(tx: Tx, from: string, to: string): Promise<ReasonCount[]> {
    return tx.query<ReasonCount>(
      `SELECT 'deal' AS of, content ->> 'reasonCode' AS "reasonCode", count(*)::int AS count FROM deal_entry
       WHERE kind IN ('refusal', 'breakOff') AND at >= $1::timestamptz AND at < $2::timestamptz GROUP BY 2
       UNION ALL
       SELECT 'nonDisclosure', refusal_reason, count(*)::int FROM non_disclosure
       WHERE state = 'refused' AND updated_at >= $1::timestamptz AND updated_at < $2::timestamptz GROUP BY 2
       ORDER BY 1, 3 DESC, 2`,
      [from, to],
    );
  }
}
