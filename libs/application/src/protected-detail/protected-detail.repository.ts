import { Injectable } from '@nestjs/common';
import type { ProtectedSubject } from '#domain/non-disclosure/non-disclosure.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** One version of the protected details of a listing or a demand. Never changed: the next version follows. */
export interface DetailVersion {
  readonly id: string;
  readonly subjectKind: WrittenKind;
  readonly subjectId: string;
  readonly organizationId: string;
  readonly serial: number;
  readonly detail: string;
  readonly hash: string;
  readonly personId: string;
  readonly createdAt: Date;
}
/** An achievement's details are its disclosure, which its owner writes with the achievement. */
export const writtenKinds = ['listing', 'demand'] as const;
export type WrittenKind = (typeof writtenKinds)[number];

const columns = `id, subject_kind AS "subjectKind", subject_id AS "subjectId", organization_id AS "organizationId",
  serial, detail, hash, person_id AS "personId", created_at AS "createdAt"`;

@Injectable()
export class ProtectedDetailRepository {
  async insert(tx: Tx, version: DetailVersion): Promise<void> {
    await tx.query(
      `INSERT INTO protected_detail (id, subject_kind, subject_id, organization_id, serial, detail, hash, person_id,
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[version.id, version.subjectKind, version.subjectId, version.organizationId, version.serial],
        ...[version.detail, version.hash, version.personId, version.createdAt],
      ],
    );
  }

  /** The next serial; whoever asks at the same time waits until this transaction ends. */
  async nextSerial(tx: Tx, { kind, id }: ProtectedSubject): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('protected-detail/' || $1, 0))`, [id]);
    const [row] = await tx.query<{ next: number }>(
      `SELECT coalesce(max(serial), 0) + 1 AS next FROM protected_detail WHERE subject_kind = $1 AND subject_id = $2`,
      [kind, id],
    );
    return row?.next ?? 1;
  }

  async newest(tx: Tx, { kind, id }: ProtectedSubject): Promise<DetailVersion | null> {
    const [row] = await tx.query<DetailVersion>(
      `SELECT ${columns} FROM protected_detail WHERE subject_kind = $1 AND subject_id = $2 ORDER BY serial DESC LIMIT 1`,
      [kind, id],
    );
    return row ?? null;
  }

  async versions(
    tx: Tx,
    { kind, id }: ProtectedSubject,
    after: string | null,
    limit: number,
  ): Promise<DetailVersion[]> {
    return tx.query<DetailVersion>(
      `SELECT ${columns} FROM protected_detail WHERE subject_kind = $1 AND subject_id = $2
         AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [kind, id, after, limit],
    );
  }

  /** The second layer of an achievement as it stands. */
  async disclosedDetail(tx: Tx, achievementId: string): Promise<string | null> {
    const [row] = await tx.query<{ detail: string | null }>(
      `SELECT detail FROM achievement_disclosure WHERE achievement_id = $1`,
      [achievementId],
    );
    return row?.detail ?? null;
  }
}
