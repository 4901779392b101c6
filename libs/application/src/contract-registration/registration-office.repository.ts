import { Injectable } from '@nestjs/common';
import type { ReminderThreshold } from '#domain/contract-registration/reminder.js';
import type { OfficerPost } from '#domain/contract-registration/staffing.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** One reminder of a legal term, as it was sent. */
export interface RegistrationReminder {
  readonly id: string;
  readonly registrationId: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly threshold: ReminderThreshold;
  readonly office: string;
  readonly holder: string;
  readonly holderPersonId: string | null;
  readonly title: string;
  readonly provisionalNumber: string;
  readonly sentAt: Date;
}

/** Posts at the offices, and the reminders sent to them. */
@Injectable()
export class RegistrationOfficeRepository {
  async posts(tx: Tx, office: string): Promise<OfficerPost[]> {
    return tx.query<OfficerPost>(
      `SELECT person_id AS "personId", head, backup_person_id AS "backupPersonId" FROM registration_officer
       WHERE office = $1 ORDER BY position`,
      [office],
    );
  }

  /** Puts the whole roster of an office in place of the one before. */
  async replacePosts(tx: Tx, office: string, posts: readonly OfficerPost[], now: Date): Promise<void> {
    await tx.execute(`DELETE FROM registration_officer WHERE office = $1`, [office]);
    for (const [position, post] of posts.entries()) {
      await tx.query(
        `INSERT INTO registration_officer (office, person_id, head, backup_person_id, position, since)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [office, post.personId, post.head, post.backupPersonId, position, now],
      );
    }
  }

  /** Those of these people who may register or review. */
  async officers(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT person_id AS id FROM membership
       WHERE person_id = ANY ($1::uuid[]) AND roles && '{registrar,reviewer}' AND ended_at IS NULL`,
      [personIds],
    );
    return rows.map((row) => row.id);
  }

  /** False when this term was reminded of at this threshold before. */
  async remind(tx: Tx, reminder: RegistrationReminder): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO registration_reminder (id, registration_id, started_on, due_on, threshold, office, holder,
         holder_person_id, title, provisional_number, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
      [
        reminder.id,
        reminder.registrationId,
        reminder.startedOn,
        reminder.dueOn,
        reminder.threshold,
        reminder.office,
        reminder.holder,
        reminder.holderPersonId,
        reminder.title,
        reminder.provisionalNumber,
        reminder.sentAt,
      ],
    );
    return rows.length === 1;
  }

  /** Reminders to this person: as the holder, as the head of the office, or to all while nobody has taken the case. */
  async remindersTo(tx: Tx, personId: string, after: string | null, limit: number): Promise<RegistrationReminder[]> {
    return tx.query<RegistrationReminder>(
      `SELECT id, registration_id AS "registrationId", started_on AS "startedOn", due_on AS "dueOn", threshold, office,
         holder, holder_person_id AS "holderPersonId", title, provisional_number AS "provisionalNumber", sent_at AS "sentAt"
       FROM registration_reminder r
       WHERE (holder_person_id = $1 OR holder_person_id IS NULL
           OR EXISTS (SELECT FROM registration_officer o WHERE o.office = r.office AND o.person_id = $1 AND o.head))
         AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [personId, after, limit],
    );
  }
}
