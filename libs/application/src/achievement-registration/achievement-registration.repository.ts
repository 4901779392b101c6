import { Inject, Injectable } from '@nestjs/common';
import { maxRegistrationSerial, type AchievementKind } from '#domain/achievement/achievement.js';
import {
  titleKey,
  type AchievementRegistration,
  type RegistrationFormChange,
} from '#domain/achievement-registration/achievement-registration.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, achievement_id AS "achievementId", organization_id AS "organizationId", origin, kind, form, state, number,
  registered_on::text AS "registeredOn", revision, findings, refusal_ground AS "refusalGround", reason, filed_by AS "filedBy",
  reviewed_by AS "reviewedBy", version, created_at AS "createdAt", updated_at AS "updatedAt"`;
const changeColumns = `id, registration_id AS "registrationId", organization_id AS "organizationId", form, before, reason, state,
  decision_reason AS "decisionReason", asked_by AS "askedBy", decided_by AS "decidedBy", created_at AS "createdAt",
  decided_at AS "decidedAt"`;
const publicColumns = `id, kind, title, first_unit AS "firstUnit", state, number, registered_on::text AS "registeredOn", revision`;

/** What anybody may know of a registered achievement. */
export interface RegisterLine {
  readonly id: string;
  readonly kind: AchievementKind;
  readonly title: string;
  readonly firstUnit: string;
  readonly state: string;
  readonly number: string;
  readonly registeredOn: string | null;
  readonly revision: number;
}

@Injectable()
export class AchievementRegistrationRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** False when the achievement has one that is open or registered, or the number is taken. */
  async insert(tx: Tx, one: AchievementRegistration): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO achievement_registration (id, achievement_id, organization_id, origin, kind, title, title_key, first_unit, form,
         state, number, registered_on, filed_by, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        one.id,
        one.achievementId,
        one.organizationId,
        one.origin,
        one.kind,
        one.form.title,
        titleKey(one.form.title),
        one.form.firstUnit,
        JSON.stringify(one.form),
        one.state,
        one.number,
        one.registeredOn,
        one.filedBy,
        one.version,
        one.createdAt,
      ],
    );
    return rows.length === 1;
  }

  async save(tx: Tx, one: AchievementRegistration): Promise<void> {
    const touched = await tx.execute(
      `UPDATE achievement_registration SET kind = $3, title = $4, title_key = $5, first_unit = $6, form = $7, state = $8,
         number = $9, registered_on = $10, revision = $11, findings = $12, refusal_ground = $13, reason = $14, reviewed_by = $15,
         version = version + 1, updated_at = $16
       WHERE id = $1 AND version = $2`,
      [
        one.id,
        one.version - 1,
        one.kind,
        one.form.title,
        titleKey(one.form.title),
        one.form.firstUnit,
        JSON.stringify(one.form),
        one.state,
        one.number,
        one.registeredOn,
        one.revision,
        JSON.stringify(one.findings),
        one.refusalGround,
        one.reason,
        one.reviewedBy,
        one.updatedAt,
      ],
    );
    if (touched !== 1) throw new Error(`achievement registration ${one.id} changed meanwhile`);
  }

  async find(tx: Tx, id: string): Promise<AchievementRegistration | null> {
    const [row] = await tx.query<AchievementRegistration>(
      `SELECT ${columns} FROM achievement_registration WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<AchievementRegistration | null> {
    const [row] = await tx.query<AchievementRegistration>(
      `SELECT ${columns} FROM achievement_registration WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async byNumber(tx: Tx, number: string): Promise<AchievementRegistration | null> {
    const [row] = await tx.query<AchievementRegistration>(
      `SELECT ${columns} FROM achievement_registration WHERE number = $1 FOR UPDATE`,
      [number],
    );
    return row ?? null;
  }

  async list(tx: Tx, state: string | null, after: string | null, limit: number): Promise<AchievementRegistration[]> {
    return tx.query<AchievementRegistration>(
      `SELECT ${columns} FROM achievement_registration WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR state = $2)
       ORDER BY id DESC LIMIT $3`,
      [after, state, limit],
    );
  }

  /** Others that carry this title and are registered or before the bureau. */
  async duplicates(tx: Tx, one: AchievementRegistration): Promise<AchievementRegistration[]> {
    return tx.query<AchievementRegistration>(
      `SELECT ${columns} FROM achievement_registration WHERE title_key = $1 AND id <> $2 AND state IN ('submitted', 'registered')
       ORDER BY id LIMIT 20`,
      [titleKey(one.form.title), one.id],
    );
  }

  /** The next serial of a year and type, or null when they are used up; it stays locked until the transaction ends. */
  async nextSerial(tx: Tx, year: number, kind: AchievementKind): Promise<number | null> {
    const [row] = await tx.query<{ last: number }>(
      `INSERT INTO achievement_registration_serial AS serial (year, kind, last) VALUES ($1, $2, 1)
       ON CONFLICT (year, kind) DO UPDATE SET last = serial.last + 1 WHERE serial.last < $3 RETURNING last`,
      [year, kind, maxRegistrationSerial],
    );
    return row?.last ?? null;
  }

  /** A number of an old register is never issued again: the serial goes on after it. */
  async claimSerial(tx: Tx, year: number, kind: AchievementKind, serial: number): Promise<void> {
    await tx.query(
      `INSERT INTO achievement_registration_serial AS known (year, kind, last) VALUES ($1, $2, $3)
       ON CONFLICT (year, kind) DO UPDATE SET last = greatest(known.last, excluded.last)`,
      [year, kind, serial],
    );
  }

  async insertChange(tx: Tx, change: RegistrationFormChange): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO registration_form_change (id, registration_id, organization_id, form, before, reason, state, asked_by,
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        change.id,
        change.registrationId,
        change.organizationId,
        JSON.stringify(change.form),
        JSON.stringify(change.before),
        change.reason,
        change.state,
        change.askedBy,
        change.createdAt,
      ],
    );
    return rows.length === 1;
  }

  async saveChange(tx: Tx, change: RegistrationFormChange): Promise<void> {
    await tx.execute(
      `UPDATE registration_form_change SET state = $2, decision_reason = $3, decided_by = $4, decided_at = $5 WHERE id = $1`,
      [change.id, change.state, change.decisionReason, change.decidedBy, change.decidedAt],
    );
  }

  async changeForUpdate(tx: Tx, id: string): Promise<RegistrationFormChange | null> {
    const [row] = await tx.query<RegistrationFormChange>(
      `SELECT ${changeColumns} FROM registration_form_change WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async changes(
    tx: Tx,
    registrationId: string,
    after: string | null,
    limit: number,
  ): Promise<RegistrationFormChange[]> {
    return tx.query<RegistrationFormChange>(
      `SELECT ${changeColumns} FROM registration_form_change WHERE registration_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [registrationId, after, limit],
    );
  }

  async materialKinds(tx: Tx, achievementId: string): Promise<string[]> {
    const rows = await tx.query<{ kind: string }>(
      `SELECT DISTINCT material_kind AS kind FROM attachment
       WHERE subject_kind = 'achievement' AND subject_id = $1 AND removed_at IS NULL`,
      [achievementId],
    );
    return rows.map(({ kind }) => kind);
  }

  async publicList(after: string | null, limit: number): Promise<RegisterLine[]> {
    return this.publicReader.query<RegisterLine>(
      'achievementRegister.list',
      `SELECT ${publicColumns} FROM achievement_registration WHERE state = 'registered' AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  async publicByNumber(number: string): Promise<RegisterLine | null> {
    const [row] = await this.publicReader.query<RegisterLine>(
      'achievementRegister.byNumber',
      `SELECT ${publicColumns} FROM achievement_registration WHERE number = $1`,
      [number],
    );
    return row ?? null;
  }
}
