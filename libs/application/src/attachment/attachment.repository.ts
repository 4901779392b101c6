import { Injectable } from '@nestjs/common';
import type { Attachment, AttachmentSubject, AttachmentUsage } from '#domain/attachment/attachment.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, organization_id AS "organizationId", subject_kind AS "subjectKind", subject_id AS "subjectId",
  reader_ids AS "readerIds", material_kind AS "materialKind", file_name AS "fileName", media_type AS "mediaType",
  size_bytes AS "sizeBytes", sha256, scan_state AS "scanState", uploaded_by AS "uploadedBy", created_at AS "createdAt",
  removed_at AS "removedAt"`;

export interface Subject {
  readonly kind: AttachmentSubject;
  readonly id: string;
}

@Injectable()
export class AttachmentRepository {
  /** False when the subject has a living attachment of this content already: the partial unique index decides. */
  async insert(tx: Tx, attachment: Attachment): Promise<boolean> {
    const inserted = await tx.execute(
      `INSERT INTO attachment (id, organization_id, subject_kind, subject_id, reader_ids, material_kind, file_name,
         media_type, size_bytes, sha256, uploaded_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (subject_kind, subject_id, sha256) WHERE removed_at IS NULL DO NOTHING`,
      [
        attachment.id,
        attachment.organizationId,
        attachment.subjectKind,
        attachment.subjectId,
        attachment.readerIds,
        attachment.materialKind,
        attachment.fileName,
        attachment.mediaType,
        attachment.sizeBytes,
        attachment.sha256,
        attachment.uploadedBy,
        attachment.createdAt,
      ],
    );
    return inserted === 1;
  }

  async find(tx: Tx, id: string): Promise<Attachment | null> {
    const [row] = await tx.query<Attachment>(`SELECT ${columns} FROM attachment WHERE id = $1`, [id]);
    return row ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<Attachment | null> {
    const [row] = await tx.query<Attachment>(`SELECT ${columns} FROM attachment WHERE id = $1 FOR UPDATE`, [id]);
    return row ?? null;
  }

  async remove(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`UPDATE attachment SET removed_at = $2 WHERE id = $1`, [id, at]);
  }

  /** Oldest first, the removed ones left out. */
  async list(tx: Tx, subject: Subject, after: string | null, limit: number): Promise<Attachment[]> {
    return tx.query<Attachment>(
      `SELECT ${columns} FROM attachment WHERE subject_kind = $1 AND subject_id = $2 AND removed_at IS NULL
         AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      [subject.kind, subject.id, after, limit],
    );
  }

  /** All that was ever handed in, the removed ones too: for evidence. */
  async history(tx: Tx, subject: Subject): Promise<Attachment[]> {
    return tx.query<Attachment>(
      `SELECT ${columns} FROM attachment WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id`,
      [subject.kind, subject.id],
    );
  }

  /** Locked until the transaction ends, so that two uploads at once cannot both take the last place. */
  async usage(tx: Tx, subject: Subject, organizationId: string): Promise<AttachmentUsage> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('attachment-quota/' || k, 0))
      FROM unnest($1::text[]) AS k ORDER BY k`,
      [[subject.id, organizationId]],
    );
    const [row] = await tx.query<{ files: number; subjectBytes: string; organizationBytes: string }>(
      `SELECT count(*) FILTER (WHERE subject_kind = $1 AND subject_id = $2)::int AS files,
         coalesce(sum(size_bytes) FILTER (WHERE subject_kind = $1 AND subject_id = $2), 0) AS "subjectBytes",
         coalesce(sum(size_bytes) FILTER (WHERE organization_id = $3), 0) AS "organizationBytes"
       FROM attachment WHERE removed_at IS NULL AND (organization_id = $3 OR (subject_kind = $1 AND subject_id = $2))`,
      [subject.kind, subject.id, organizationId],
    );
    if (!row) throw new Error('an aggregate gave no row');
    return {
      files: row.files,
      subjectBytes: Number(row.subjectBytes),
      organizationBytes: Number(row.organizationBytes),
    };
  }
}
