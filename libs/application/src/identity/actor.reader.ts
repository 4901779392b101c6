import { Inject, Injectable } from '@nestjs/common';
import type { Origin, PersonActor, Role } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { APP_READER, StatementReader } from '#platform/database/statement-reader.js';

interface ActorRow {
  readonly personId: string;
  readonly organizationId: string;
  readonly roles: Role[];
  readonly countyCode: string;
}

/** Finds who acts. Asked at every request, so that a revoked session or a changed role counts at once. */
@Injectable()
export class ActorReader {
  constructor(
    @Inject(APP_READER) private readonly reader: StatementReader,
    private readonly clock: Clock,
  ) {}

  /** The actor of a live session, or null when it is over, revoked, or its person is no longer a member. */
  async bySession(sessionId: string, origin: Origin): Promise<PersonActor | null> {
    const [row] = await this.reader.query<ActorRow>(
      'identity.actorBySession',
      `SELECT s.person_id AS "personId", s.organization_id AS "organizationId", m.roles, o.county_code AS "countyCode"
       FROM session s
       JOIN membership m ON m.person_id = s.person_id AND m.organization_id = s.organization_id AND m.ended_at IS NULL
       JOIN organization o ON o.id = s.organization_id AND o.state <> 'suspended'
       WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2`,
      [sessionId, this.clock.now()],
    );
    return row ? { kind: 'person', ...row, via: 'session', scopes: null, origin } : null;
  }

  /** A member as the worker acts for them, long after the request; null when they are no member any more. */
  async byMembership(personId: string, organizationId: string, origin: Origin): Promise<PersonActor | null> {
    const [row] = await this.reader.query<ActorRow>(
      'identity.actorByMembership',
      `SELECT m.person_id AS "personId", m.organization_id AS "organizationId", m.roles, o.county_code AS "countyCode"
       FROM membership m JOIN organization o ON o.id = m.organization_id AND o.state <> 'suspended'
       WHERE m.person_id = $1 AND m.organization_id = $2 AND m.ended_at IS NULL`,
      [personId, organizationId],
    );
    return row ? { kind: 'person', ...row, via: 'session', scopes: null, origin } : null;
  }
}
