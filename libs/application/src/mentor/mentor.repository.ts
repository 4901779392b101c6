import { Injectable } from '@nestjs/common';
import type { Mentor, MentorMeeting, OfficeHour } from '#domain/mentor/mentor.js';
import { plainTable } from '#platform/database/plain-table.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const mentors = plainTable<Mentor>('mentor', {
  id: 'plain',
  personId: 'plain',
  organizationId: 'plain',
  state: 'plain',
  displayName: 'plain',
  introduction: 'plain',
  expertise: 'plain',
  consentedAt: 'plain',
  withdrawnAt: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});
const hours = plainTable<OfficeHour>('office_hour', {
  id: 'plain',
  mentorId: 'plain',
  startsAt: 'plain',
  endsAt: 'plain',
  place: 'plain',
  cancelledAt: 'plain',
  createdAt: 'plain',
});
const meetings = plainTable<MentorMeeting>('mentor_meeting', {
  id: 'plain',
  officeHourId: 'plain',
  mentorId: 'plain',
  mentorPersonId: 'plain',
  organizationId: 'plain',
  carrierOrganizationId: 'plain',
  tenancyId: 'plain',
  bookedBy: 'plain',
  state: 'plain',
  topic: 'plain',
  relation: 'plain',
  log: 'plain',
  advice: 'plain',
  score: 'plain',
  feedback: 'plain',
  reason: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});

const page = `AND ($1::uuid IS NULL OR t.id < $1) ORDER BY t.id DESC LIMIT $2`;

@Injectable()
export class MentorRepository {
  readonly mentors = mentors;
  readonly hours = hours;
  readonly meetings = meetings;

  async listActive(tx: Tx, after: string | null, limit: number) {
    return mentors.where(tx, `WHERE t.state = 'active' ${page}`, [after, limit]);
  }

  /** The person's own, locked. */
  async own(tx: Tx, personId: string): Promise<Mentor | null> {
    const [found] = await mentors.where(tx, `WHERE t.person_id = $1 AND t.state = 'active' FOR UPDATE`, [personId]);
    return found ?? null;
  }

  /** Coming hours that nobody has booked. */
  async freeHours(tx: Tx, mentorId: string, now: Date, after: string | null, limit: number) {
    return hours.where(
      tx,
      `WHERE t.mentor_id = $3 AND t.cancelled_at IS NULL AND t.starts_at > $4 AND NOT EXISTS (
         SELECT FROM mentor_meeting m WHERE m.office_hour_id = t.id AND m.state <> 'cancelled') ${page}`,
      [after, limit, mentorId, now],
    );
  }

  async meetingsOf(tx: Tx, personId: string, organizationId: string, after: string | null, limit: number) {
    return meetings.where(
      tx,
      `WHERE (t.mentor_person_id = $3 OR $4::uuid IN (t.organization_id, t.carrier_organization_id)) ${page}`,
      [after, limit, personId, organizationId],
    );
  }
}
