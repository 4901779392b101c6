import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type {
  Objection,
  ObjectionState,
  PublicNotice,
  PublicNoticeState,
} from '#domain/public-notice/public-notice.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { ObjectionRow, PublicNoticeRow } from './public-notice.row.js';

const columns = `id, organization_id AS "organizationId", subject_kind AS "subjectKind", subject_id AS "subjectId", state,
  title, items, objection_procedure AS "objectionProcedure", posted_on AS "postedOn", days, last_day AS "lastDay", provisional,
  version, created_at AS "createdAt", updated_at AS "updatedAt"`;

const objectionColumns = `id, notice_id AS "noticeId", person_id AS "personId", organization_id AS "organizationId", state,
  reason, decision_reason AS "decisionReason", created_at AS "createdAt", decided_at AS "decidedAt"`;

/** An objection with what it is about. */
export interface NoticedObjection {
  readonly objection: Objection;
  readonly notice: Pick<PublicNotice, 'title' | 'state' | 'organizationId' | 'lastDay'>;
  readonly id: string;
}

@Injectable()
export class PublicNoticeRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, notice: PublicNotice): Promise<void> {
    await tx.manager.insert(PublicNoticeRow, { ...notice, items: [...notice.items] });
  }

  async save(tx: Tx, notice: PublicNotice): Promise<void> {
    await tx.manager.update(PublicNoticeRow, { id: notice.id }, { ...notice, items: [...notice.items] });
  }

  async forUpdate(tx: Tx, id: string): Promise<PublicNotice | null> {
    const [row] = await tx.query<PublicNoticeRow>(`SELECT ${columns} FROM public_notice WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row ? toDomain(row) : null;
  }

  /** One running notice whose last day is before today, locked; rows that another worker holds are left to it. */
  async claimDue(tx: Tx, today: LocalDate): Promise<PublicNotice | null> {
    const [row] = await tx.query<PublicNoticeRow>(
      `SELECT ${columns} FROM public_notice WHERE state = 'running' AND last_day < $1
       ORDER BY last_day, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [today],
    );
    return row ? toDomain(row) : null;
  }

  async findPublic(id: string): Promise<PublicNotice | null> {
    const [row] = await this.publicReader.query<PublicNoticeRow>(
      'publicNotice.findPublic',
      `SELECT ${columns} FROM public_notice WHERE id = $1`,
      [id],
    );
    return row ? toDomain(row) : null;
  }

  async listPublic(after: string | null, limit: number): Promise<PublicNotice[]> {
    const rows = await this.publicReader.query<PublicNoticeRow>(
      'publicNotice.listPublic',
      `SELECT ${columns} FROM public_notice WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toDomain);
  }

  async insertObjection(tx: Tx, objection: Objection): Promise<void> {
    await tx.manager.insert(ObjectionRow, objection);
  }

  async saveObjection(tx: Tx, objection: Objection): Promise<void> {
    await tx.manager.update(ObjectionRow, { id: objection.id }, objection);
  }

  async objection(tx: Tx, noticeId: string, id: string): Promise<Objection | null> {
    const [row] = await tx.query<ObjectionRow>(
      `SELECT ${objectionColumns} FROM objection WHERE notice_id = $1 AND id = $2`,
      [noticeId, id],
    );
    return row ? toObjection(row) : null;
  }

  /** Those still open; the notice's own lock keeps new ones out. */
  async openObjections(tx: Tx, noticeId: string): Promise<Objection[]> {
    const rows = await tx.query<ObjectionRow>(
      `SELECT ${objectionColumns} FROM objection WHERE notice_id = $1 AND state = 'open' ORDER BY id`,
      [noticeId],
    );
    return rows.map(toObjection);
  }

  /** Objections of a notice that the actor may read: its owner and the bureau all, an objector their own side's. */
  async listObjections(tx: Tx, noticeId: string, after: string | null, limit: number): Promise<Objection[]> {
    const rows = await tx.query<ObjectionRow>(
      `SELECT ${objectionColumns} FROM objection WHERE notice_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [noticeId, after, limit],
    );
    return rows.map(toObjection);
  }

  /** All the actor may read; `waiting`: only open ones that the actor's side decides. */
  async listAllObjections(tx: Tx, waiting: boolean, after: string | null, limit: number): Promise<NoticedObjection[]> {
    const rows = await tx.query<ObjectionRow & { notice: NoticedObjection['notice'] }>(
      `SELECT ${objectionColumns}, (SELECT jsonb_build_object('title', n.title, 'state', n.state,
           'organizationId', n.organization_id, 'lastDay', n.last_day) FROM public_notice n WHERE n.id = notice_id) AS notice
       FROM objection
       WHERE ($1::uuid IS NULL OR id < $1) AND (NOT $2 OR (state = 'open' AND (app_has_role('reviewer')
         OR notice_id IN (SELECT n.id FROM public_notice n WHERE n.organization_id = app_organization_id()))))
       ORDER BY id DESC LIMIT $3`,
      [after, waiting, limit],
    );
    return rows.map(({ notice, ...row }) => ({ id: row.id, objection: toObjection(row), notice }));
  }
}

const toDomain = (row: PublicNoticeRow): PublicNotice => ({ ...row, state: row.state as PublicNoticeState });
const toObjection = (row: ObjectionRow): Objection => ({ ...row, state: row.state as ObjectionState });
