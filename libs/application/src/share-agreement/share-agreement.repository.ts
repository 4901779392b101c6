import { Injectable } from '@nestjs/common';
import type { InventorConfirmation, ShareAgreement } from '#domain/share-agreement/share-agreement.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `a.id, a.achievement_id AS "achievementId", a.organization_id AS "organizationId", a.round, a.basis, a.statement,
  a.inventors, a.content_hash AS "contentHash", a.state, a.proposed_by AS "proposedBy", a.version, a.created_at AS "createdAt",
  a.agreed_at AS "agreedAt",
  coalesce((SELECT json_agg(json_build_object('position', c.position, 'answer', c.answer, 'manner', c.manner,
    'attachmentId', c.attachment_id, 'contentHash', c.content_hash, 'reason', c.reason, 'byPersonId', c.by_person_id,
    'at', c.at) ORDER BY c.at, c.position) FROM inventor_confirmation c WHERE c.agreement_id = a.id), '[]') AS confirmations`;

type Raw = Omit<ShareAgreement, 'confirmations'> & {
  readonly confirmations: readonly (Omit<InventorConfirmation, 'at'> & { readonly at: string })[];
};

@Injectable()
export class ShareAgreementRepository {
  async insert(tx: Tx, agreement: ShareAgreement): Promise<void> {
    await tx.query(
      `INSERT INTO share_agreement (id, achievement_id, organization_id, round, basis, statement, inventors, person_ids,
         content_hash, state, proposed_by, version, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        agreement.id,
        agreement.achievementId,
        agreement.organizationId,
        agreement.round,
        agreement.basis,
        agreement.statement,
        JSON.stringify(agreement.inventors),
        agreement.inventors.flatMap(({ personId }) => personId ?? []),
        agreement.contentHash,
        agreement.state,
        agreement.proposedBy,
        agreement.version,
        agreement.createdAt,
      ],
    );
  }

  async saveState(tx: Tx, { id, state, version, agreedAt }: ShareAgreement): Promise<void> {
    await tx.execute(`UPDATE share_agreement SET state = $2, version = $3, agreed_at = $4 WHERE id = $1`, [
      id,
      state,
      version,
      agreedAt,
    ]);
  }

  async insertConfirmation(tx: Tx, agreement: ShareAgreement, confirmation: InventorConfirmation): Promise<void> {
    await tx.query(
      `INSERT INTO inventor_confirmation (agreement_id, organization_id, position, answer, manner, attachment_id, content_hash,
         reason, by_person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        agreement.id,
        agreement.organizationId,
        confirmation.position,
        confirmation.answer,
        confirmation.manner,
        confirmation.attachmentId,
        confirmation.contentHash,
        confirmation.reason,
        confirmation.byPersonId,
        confirmation.at,
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<ShareAgreement | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM share_agreement a WHERE a.id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async forUpdate(tx: Tx, id: string): Promise<ShareAgreement | null> {
    const [row] = await tx.query<Raw>(`SELECT ${columns} FROM share_agreement a WHERE a.id = $1 FOR UPDATE OF a`, [id]);
    return row ? toDomain(row) : null;
  }

  /** Every round of one achievement, first to last. */
  async rounds(tx: Tx, achievementId: string): Promise<ShareAgreement[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM share_agreement a WHERE a.achievement_id = $1 ORDER BY a.round`,
      [achievementId],
    );
    return rows.map(toDomain);
  }

  /** What row-level security shows: of one's organization, of rounds that name one, or all for the bureau. */
  async list(tx: Tx, state: string | null, after: string | null, limit: number): Promise<ShareAgreement[]> {
    const rows = await tx.query<Raw>(
      `SELECT ${columns} FROM share_agreement a WHERE ($1::uuid IS NULL OR a.id < $1) AND ($2::text IS NULL OR a.state = $2)
       ORDER BY a.id DESC LIMIT $3`,
      [after, state, limit],
    );
    return rows.map(toDomain);
  }

  async unknownPeople(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`SELECT id FROM person WHERE id = ANY ($1::uuid[])`, [ids]);
    const known = new Set(rows.map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  }
}

const toDomain = ({ confirmations, ...row }: Raw): ShareAgreement => ({
  ...row,
  confirmations: confirmations.map((each) => ({ ...each, at: new Date(each.at) })),
});
