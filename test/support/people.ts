import { JwtService } from '@nestjs/jwt';
import { v7 as uuid } from 'uuid';
import type { Role } from '#domain/shared/actor.js';
import type { Clock } from '#platform/clock/clock.js';
import { accessTokenAudience, accessTokenIssuer } from '../../apps/api/src/identity/access-token.js';
import type { Identity } from './caller.js';
import type { TestDatabase } from './database.js';

export interface NewMember {
  readonly roles: readonly Role[];
  readonly organizationId?: string;
  readonly organizationKind?: string;
  readonly countyCode?: string;
}

let serial = 0;

/** Arranges an organization, a person and a session directly, and signs an access token for it. */
export async function signIn(
  database: TestDatabase,
  clock: Clock,
  member: NewMember,
): Promise<{ token: string; identity: Identity }> {
  const personId = uuid();
  const sessionId = uuid();
  const organizationId = member.organizationId ?? uuid();
  const { owner } = database;
  serial += 1;
  await owner.query(
    `INSERT INTO organization (id, kind, name, credit_code, county_code, state, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'verified', now(), now()) ON CONFLICT (id) DO NOTHING`,
    [
      organizationId,
      member.organizationKind ?? 'enterprise',
      `示例单位${serial}`,
      `TEST-${organizationId}`,
      member.countyCode ?? '621022',
    ],
  );
  await owner.query(
    `INSERT INTO person (id, display_name, state, created_at, updated_at) VALUES ($1, $2, 'active', now(), now())`,
    [personId, `示例人员${serial}`],
  );
  await owner.query(`INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, $3, now())`, [
    personId,
    organizationId,
    member.roles,
  ]);
  await owner.query(
    `INSERT INTO session (id, person_id, organization_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
    [sessionId, personId, organizationId, clock.now(), '2099-01-01T00:00:00Z'],
  );
  const token = new JwtService().sign(
    { sub: personId, sid: sessionId, typ: 'access' },
    { secret: database.config.jwtSecret, expiresIn: '12h', issuer: accessTokenIssuer, audience: accessTokenAudience },
  );
  return { token, identity: { personId, organizationId } };
}
