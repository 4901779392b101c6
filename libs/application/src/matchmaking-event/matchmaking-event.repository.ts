import { Inject, Injectable } from '@nestjs/common';
import type { EventFollowUp, EventMeeting, Seat } from '#domain/matchmaking-event/event-meeting.js';
import type { MatchmakingEvent } from '#domain/matchmaking-event/matchmaking-event.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const eventColumns = `id, organization_id AS "organizationId", state, title, introduction, venue, county_code AS "countyCode",
  starts_at AS "startsAt", slot_minutes AS "slotMinutes", slots, rooms, state_reason AS "stateReason", version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;
const meetingColumns = `m.id, m.event_id AS "eventId", m.demand_id AS "demandId", m.achievement_id AS "achievementId",
  m.match_id AS "matchId", m.demand_organization_id AS "demandOrganizationId",
  m.achievement_organization_id AS "achievementOrganizationId", m.state, m.score, m.answers, m.slot, m.room,
  m.check_ins AS "checkIns", m.outcome, m.outcome_note AS "outcomeNote", m.state_reason AS "stateReason"`;
const followUpColumns = `id, meeting_id AS "meetingId", event_id AS "eventId", demand_organization_id AS "demandOrganizationId",
  achievement_organization_id AS "achievementOrganizationId", state, days, due_on::text AS "dueOn", answer`;

type RawMeeting = Omit<EventMeeting, 'seat'> & { readonly slot: number | null; readonly room: number | null };
/** A meeting with what a calendar needs of its event. */
export type ScheduledMeeting = EventMeeting &
  Pick<MatchmakingEvent, 'startsAt' | 'slotMinutes' | 'venue'> & {
    readonly eventTitle: string;
    readonly demandTitle: string;
    readonly achievementTitle: string;
    readonly eventVersion: number;
  };

const maxMeetings = 2_000;

@Injectable()
export class MatchmakingEventRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, event: MatchmakingEvent): Promise<void> {
    await tx.execute(
      `INSERT INTO matchmaking_event (id, organization_id, state, title, introduction, venue, county_code, starts_at,
         slot_minutes, slots, rooms, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)`,
      [
        event.id,
        event.organizationId,
        event.state,
        event.title,
        event.introduction,
        event.venue,
        event.countyCode,
        event.startsAt,
        event.slotMinutes,
        event.slots,
        event.rooms,
        event.createdAt,
      ],
    );
  }

  async save(tx: Tx, { id, state, stateReason, version, updatedAt }: MatchmakingEvent): Promise<void> {
    await tx.execute(
      `UPDATE matchmaking_event SET state = $2, state_reason = $3, version = $4, updated_at = $5 WHERE id = $1`,
      [id, state, stateReason, version, updatedAt],
    );
  }

  async find(tx: Tx, id: string): Promise<MatchmakingEvent | null> {
    const sql = `SELECT ${eventColumns} FROM matchmaking_event WHERE id = $1`;
    return (await tx.query<MatchmakingEvent>(sql, [id]))[0] ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<MatchmakingEvent | null> {
    const sql = `SELECT ${eventColumns} FROM matchmaking_event WHERE id = $1 FOR UPDATE`;
    return (await tx.query<MatchmakingEvent>(sql, [id]))[0] ?? null;
  }

  async findPublic(id: string): Promise<MatchmakingEvent | null> {
    const sql = `SELECT ${eventColumns} FROM matchmaking_event WHERE id = $1`;
    return (await this.publicReader.query<MatchmakingEvent>('matchmakingEvent.findPublic', sql, [id]))[0] ?? null;
  }

  async listPublic(after: string | null, limit: number): Promise<MatchmakingEvent[]> {
    return this.publicReader.query<MatchmakingEvent>(
      'matchmakingEvent.listPublic',
      `SELECT ${eventColumns} FROM matchmaking_event WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  async listOwn(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<MatchmakingEvent[]> {
    return tx.query<MatchmakingEvent>(
      `SELECT ${eventColumns} FROM matchmaking_event WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  /** False when the pair is invited already. */
  async insertMeeting(tx: Tx, event: MatchmakingEvent, meeting: EventMeeting, at: Date): Promise<boolean> {
    const inserted = await tx.execute(
      `INSERT INTO event_meeting (id, event_id, organizer_organization_id, demand_id, achievement_id, match_id,
         demand_organization_id, achievement_organization_id, state, score, answers, check_ins, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '{}', '{}', $11, $11)
       ON CONFLICT ON CONSTRAINT event_meeting_pair_once DO NOTHING`,
      [
        meeting.id,
        event.id,
        event.organizationId,
        meeting.demandId,
        meeting.achievementId,
        meeting.matchId,
        meeting.demandOrganizationId,
        meeting.achievementOrganizationId,
        meeting.state,
        meeting.score,
        at,
      ],
    );
    return inserted === 1;
  }

  /** Who owns the two of a pair; null when one of them is not public. */
  async ownersOf(
    tx: Tx,
    { demandId, achievementId }: Pick<EventMeeting, 'demandId' | 'achievementId'>,
  ): Promise<Pick<EventMeeting, 'demandOrganizationId' | 'achievementOrganizationId'> | null> {
    const [row] = await tx.query<Pick<EventMeeting, 'demandOrganizationId' | 'achievementOrganizationId'>>(
      `SELECT d.organization_id AS "demandOrganizationId", a.organization_id AS "achievementOrganizationId"
       FROM demand d CROSS JOIN achievement a
       WHERE d.id = $1 AND a.id = $2 AND d.state = 'published' AND a.state = 'published'`,
      [demandId, achievementId],
    );
    return row ?? null;
  }

  async saveMeeting(tx: Tx, meeting: EventMeeting, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE event_meeting SET state = $2, answers = $3, slot = $4, room = $5, check_ins = $6, outcome = $7,
         outcome_note = $8, state_reason = $9, updated_at = $10 WHERE id = $1`,
      [
        meeting.id,
        meeting.state,
        JSON.stringify(meeting.answers),
        meeting.seat?.slot ?? null,
        meeting.seat?.room ?? null,
        JSON.stringify(meeting.checkIns),
        meeting.outcome,
        meeting.outcomeNote,
        meeting.stateReason,
        at,
      ],
    );
  }

  async findMeeting(tx: Tx, id: string): Promise<EventMeeting | null> {
    const [row] = await tx.query<RawMeeting>(`SELECT ${meetingColumns} FROM event_meeting m WHERE m.id = $1`, [id]);
    return row ? toMeeting(row) : null;
  }

  /** All of an event that the actor of the transaction may see. */
  async meetings(tx: Tx, eventId: string): Promise<EventMeeting[]> {
    const rows = await tx.query<RawMeeting>(
      `SELECT ${meetingColumns} FROM event_meeting m WHERE m.event_id = $1 ORDER BY m.id LIMIT ${maxMeetings}`,
      [eventId],
    );
    return rows.map(toMeeting);
  }

  async meetingPage(tx: Tx, eventId: string, after: string | null, limit: number): Promise<EventMeeting[]> {
    const rows = await tx.query<RawMeeting>(
      `SELECT ${meetingColumns} FROM event_meeting m WHERE m.event_id = $1 AND ($2::uuid IS NULL OR m.id < $2)
       ORDER BY m.id DESC LIMIT $3`,
      [eventId, after, limit],
    );
    return rows.map(toMeeting);
  }

  /** Those of an organization on either side, newest first. */
  async meetingsOf(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<EventMeeting[]> {
    const rows = await tx.query<RawMeeting>(
      `SELECT ${meetingColumns} FROM event_meeting m
       WHERE (m.demand_organization_id = $1 OR m.achievement_organization_id = $1) AND ($2::uuid IS NULL OR m.id < $2)
       ORDER BY m.id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toMeeting);
  }

  /** Seated or cancelled meetings of an organization from a moment on, for its calendar. */
  async scheduled(tx: Tx, organizationId: string, eventId: string | null, from: Date): Promise<ScheduledMeeting[]> {
    const rows = await tx.query<RawMeeting & Omit<ScheduledMeeting, keyof EventMeeting>>(
      `SELECT ${meetingColumns}, e.starts_at AS "startsAt", e.slot_minutes AS "slotMinutes", e.venue, e.title AS "eventTitle",
         e.version AS "eventVersion", d.title AS "demandTitle", a.title AS "achievementTitle"
       FROM event_meeting m JOIN matchmaking_event e ON e.id = m.event_id
       JOIN demand d ON d.id = m.demand_id JOIN achievement a ON a.id = m.achievement_id
       WHERE $1 IN (m.demand_organization_id, m.achievement_organization_id) AND m.slot IS NOT NULL
         AND ($2::uuid IS NULL OR m.event_id = $2) AND e.starts_at >= $3
       ORDER BY e.starts_at, m.slot, m.id LIMIT 500`,
      [organizationId, eventId, from],
    );
    return rows.map(({ slot, room, ...row }) => ({ ...row, seat: seatOf(slot, room) }));
  }

  /** False when one of the parties sits elsewhere at that time: then nothing was taken. */
  async takeTicks(
    tx: Tx,
    meetingId: string,
    organizationIds: readonly string[],
    ticks: readonly Date[],
  ): Promise<boolean> {
    const parties = [...new Set(organizationIds)].sort();
    const taken = await tx.execute(
      `INSERT INTO event_seat (organization_id, tick, meeting_id)
       SELECT o.id, t.tick, $3 FROM unnest($1::uuid[]) AS o (id) CROSS JOIN unnest($2::timestamptz[]) AS t (tick)
       ORDER BY o.id, t.tick ON CONFLICT ON CONSTRAINT event_seat_one_place DO NOTHING`,
      [parties, ticks, meetingId],
    );
    if (taken === parties.length * ticks.length) return true;
    await this.freeTicks(tx, meetingId);
    return false;
  }

  async freeTicks(tx: Tx, meetingId: string): Promise<void> {
    await tx.execute(`DELETE FROM event_seat WHERE meeting_id = $1`, [meetingId]);
  }

  /** What these organizations have taken between two moments, by meetings of other events. */
  async busyTicks(
    tx: Tx,
    eventId: string,
    organizationIds: readonly string[],
    from: Date,
    until: Date,
  ): Promise<{ readonly organizationId: string; readonly tick: Date }[]> {
    return tx.query(
      `SELECT s.organization_id AS "organizationId", s.tick FROM event_seat s JOIN event_meeting m ON m.id = s.meeting_id
       WHERE s.organization_id = ANY ($2::uuid[]) AND s.tick >= $3 AND s.tick < $4 AND m.event_id <> $1`,
      [eventId, organizationIds, from, until],
    );
  }

  async insertFollowUp(tx: Tx, followUp: EventFollowUp, organizerId: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO event_follow_up (id, meeting_id, event_id, organizer_organization_id, demand_organization_id,
         achievement_organization_id, state, days, due_on, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT ON CONSTRAINT event_follow_up_once DO NOTHING`,
      [
        followUp.id,
        followUp.meetingId,
        followUp.eventId,
        organizerId,
        followUp.demandOrganizationId,
        followUp.achievementOrganizationId,
        followUp.state,
        followUp.days,
        followUp.dueOn,
        at,
      ],
    );
  }

  async dueFollowUps(tx: Tx, today: string, limit: number): Promise<EventFollowUp[]> {
    return tx.query<EventFollowUp>(
      `SELECT ${followUpColumns} FROM event_follow_up WHERE state = 'scheduled' AND due_on <= $1
       ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [today, limit],
    );
  }

  async findFollowUp(tx: Tx, id: string): Promise<EventFollowUp | null> {
    const sql = `SELECT ${followUpColumns} FROM event_follow_up WHERE id = $1`;
    return (await tx.query<EventFollowUp>(sql, [id]))[0] ?? null;
  }

  async followUpForUpdate(tx: Tx, id: string): Promise<EventFollowUp | null> {
    const sql = `SELECT ${followUpColumns} FROM event_follow_up WHERE id = $1 FOR UPDATE`;
    return (await tx.query<EventFollowUp>(sql, [id]))[0] ?? null;
  }

  async saveFollowUp(tx: Tx, { id, state, answer }: EventFollowUp, at: Date): Promise<void> {
    await tx.execute(
      `UPDATE event_follow_up SET state = $2, answer = $3, deal_id = $4, contract_id = $5, updated_at = $6 WHERE id = $1`,
      [id, state, answer && JSON.stringify(answer), answer?.dealId ?? null, answer?.contractId ?? null, at],
    );
  }

  /** Those the actor of the transaction may see, newest first; of one event when it is named. */
  async followUps(tx: Tx, eventId: string | null, after: string | null, limit: number): Promise<EventFollowUp[]> {
    return tx.query<EventFollowUp>(
      `SELECT ${followUpColumns} FROM event_follow_up WHERE ($1::uuid IS NULL OR event_id = $1)
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [eventId, after, limit],
    );
  }
}

const seatOf = (slot: number | null, room: number | null): Seat | null =>
  slot === null || room === null ? null : { slot, room };

const toMeeting = ({ slot, room, ...row }: RawMeeting): EventMeeting => ({ ...row, seat: seatOf(slot, room) });
