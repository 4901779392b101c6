import { Injectable } from '@nestjs/common';
import type { Booking, Facility } from '#domain/facility/facility.js';
import type { Span } from '#domain/facility/opening.js';
import { plainTable } from '#platform/database/plain-table.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const facilities = plainTable<Facility>('facility', {
  id: 'plain',
  organizationId: 'plain',
  state: 'plain',
  kind: 'plain',
  name: 'plain',
  description: 'plain',
  place: 'plain',
  countyCode: 'plain',
  capacity: 'plain',
  mode: 'plain',
  price: 'fen',
  priceUnit: 'plain',
  opening: 'json',
  slotMinutes: 'plain',
  longestMinutes: 'plain',
  aheadDays: 'plain',
  cancellationHours: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});
const bookings = plainTable<Booking>('booking', {
  id: 'plain',
  facilityId: 'plain',
  providerOrganizationId: 'plain',
  organizationId: 'plain',
  bookedBy: 'plain',
  state: 'plain',
  unit: 'plain',
  startsAt: 'plain',
  endsAt: 'plain',
  purpose: 'plain',
  lateCancellation: 'plain',
  reason: 'plain',
  version: 'plain',
  createdAt: 'plain',
  updatedAt: 'plain',
});

export interface Held extends Span {
  readonly unit: number;
}
export interface UsageCounts {
  readonly held: number;
  readonly completed: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly lateCancelled: number;
  readonly turnedAway: number;
}

const page = `AND ($1::uuid IS NULL OR t.id < $1) ORDER BY t.id DESC LIMIT $2`;
const overlaps = `tstzrange(t.starts_at, t.ends_at) && tstzrange($2, $3)`;

@Injectable()
export class FacilityRepository {
  readonly facilities = facilities;
  readonly bookings = bookings;

  /** Held until the transaction ends: bookings of one facility are given out one after the other. */
  async lock(tx: Tx, facilityId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('facility/' || $1::text, 0))`, [facilityId]);
  }

  async listOpen(tx: Tx, kind: string | null, countyCode: string | null, after: string | null, limit: number) {
    return facilities.where(
      tx,
      `WHERE t.state = 'open' AND ($3::text IS NULL OR t.kind = $3) AND ($4::text IS NULL OR t.county_code = $4) ${page}`,
      [after, limit, kind, countyCode],
    );
  }

  async listOwn(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return facilities.where(tx, `WHERE t.organization_id = $3 ${page}`, [after, limit, organizationId]);
  }

  /** What is held in a span; run as the system, and told without names. */
  async held(tx: Tx, facilityId: string, { startsAt, endsAt }: Span): Promise<Held[]> {
    return tx.query<Held>(
      `SELECT t.unit, t.starts_at AS "startsAt", t.ends_at AS "endsAt" FROM booking t
       WHERE t.facility_id = $1 AND t.unit IS NOT NULL AND ${overlaps} ORDER BY t.starts_at, t.unit`,
      [facilityId, startsAt, endsAt],
    );
  }

  async heldBeyond(tx: Tx, facilityId: string, capacity: number, now: Date): Promise<boolean> {
    const rows = await tx.query(`SELECT FROM booking WHERE facility_id = $1 AND unit > $2 AND ends_at > $3 LIMIT 1`, [
      facilityId,
      capacity,
      now,
    ]);
    return rows.length > 0;
  }

  /** Who waits for a time that touches a span, first come first. */
  async waiting(tx: Tx, facilityId: string, { startsAt, endsAt }: Span, now: Date): Promise<Booking[]> {
    return bookings.where(
      tx,
      `WHERE t.facility_id = $1 AND t.state = 'waiting' AND ${overlaps} AND t.starts_at > $4 ORDER BY t.created_at, t.id FOR UPDATE`,
      [facilityId, startsAt, endsAt, now],
    );
  }

  async claimLapsed(tx: Tx, now: Date): Promise<Booking | null> {
    const [found] = await bookings.where(
      tx,
      `WHERE t.state = 'waiting' AND t.starts_at <= $1 ORDER BY t.starts_at, t.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    return found ?? null;
  }

  async bookingsOf(tx: Tx, organizationId: string, after: string | null, limit: number) {
    return bookings.where(tx, `WHERE t.organization_id = $3 ${page}`, [after, limit, organizationId]);
  }

  async bookingsAt(tx: Tx, facilityId: string, after: string | null, limit: number) {
    return bookings.where(tx, `WHERE t.facility_id = $3 ${page}`, [after, limit, facilityId]);
  }

  /** An organization's coming bookings with their facility, for its calendar. */
  async calendar(tx: Tx, organizationId: string, from: Date, limit: number) {
    return tx.query<Booking & { name: string; place: string }>(
      `SELECT b.id, b.state, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.updated_at AS "updatedAt", f.name, f.place
       FROM booking b JOIN facility f ON f.id = b.facility_id
       WHERE b.organization_id = $1 AND b.state IN ('requested', 'confirmed') AND b.ends_at > $2
       ORDER BY b.starts_at, b.id LIMIT $3`,
      [organizationId, from, limit],
    );
  }

  async usage(tx: Tx, facilityId: string, { startsAt, endsAt }: Span): Promise<UsageCounts> {
    const [row] = await tx.query<UsageCounts>(
      `SELECT count(*) FILTER (WHERE t.unit IS NOT NULL)::int AS held,
         count(*) FILTER (WHERE t.state = 'completed')::int AS completed,
         count(*) FILTER (WHERE t.state = 'missed')::int AS missed,
         count(*) FILTER (WHERE t.state IN ('cancelled', 'revoked'))::int AS cancelled,
         count(*) FILTER (WHERE t.late_cancellation)::int AS "lateCancelled",
         count(*) FILTER (WHERE t.state IN ('waiting', 'lapsed', 'refused'))::int AS "turnedAway"
       FROM booking t WHERE t.facility_id = $1 AND ${overlaps}`,
      [facilityId, startsAt, endsAt],
    );
    if (!row) throw new Error('an aggregate gave no row');
    return row;
  }
}
