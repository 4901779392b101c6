import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface RefreshToken {
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const columns = `id, person_id AS "personId", organization_id AS "organizationId", created_at AS "createdAt",
  expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

/** Tables `session`, `refresh_token` and `sign_in_attempt`. */
@Injectable()
export class SessionRepository {
  async insert(tx: Tx, session: Session, addressHash: string): Promise<void> {
    await tx.query(
      `INSERT INTO session (id, person_id, organization_id, created_at, expires_at, last_used_at, address_hash)
       VALUES ($1, $2, $3, $4, $5, $4, $6)`,
      [session.id, session.personId, session.organizationId, session.createdAt, session.expiresAt, addressHash],
    );
  }

  /** A live session, locked. */
  async forUpdate(tx: Tx, id: string, now: Date): Promise<Session | null> {
    const [row] = await tx.query<Session>(
      `SELECT ${columns} FROM session WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2 FOR UPDATE`,
      [id, now],
    );
    return row ?? null;
  }

  async touch(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.execute(`UPDATE session SET last_used_at = $2 WHERE id = $1`, [id, now]);
  }

  async listOfPerson(tx: Tx, personId: string, now: Date, after: string | null, limit: number): Promise<Session[]> {
    return tx.query<Session>(
      `SELECT ${columns} FROM session WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2
         AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [personId, now, after, limit],
    );
  }

  async revoke(tx: Tx, id: string, reason: string, now: Date): Promise<void> {
    await tx.execute(`UPDATE session SET revoked_at = $2, revoke_reason = $3 WHERE id = $1 AND revoked_at IS NULL`, [
      id,
      now,
      reason,
    ]);
  }

  /** Ends the sessions of a person: all, or those of one organization; but `exceptId`. */
  async revokeOfPerson(
    tx: Tx,
    personId: string,
    only: { readonly organizationId?: string; readonly exceptId?: string },
    reason: string,
    now: Date,
  ): Promise<number> {
    return tx.execute(
      `UPDATE session SET revoked_at = $2, revoke_reason = $3 WHERE person_id = $1 AND revoked_at IS NULL
         AND ($4::uuid IS NULL OR organization_id = $4) AND ($5::uuid IS NULL OR id <> $5)`,
      [personId, now, reason, only.organizationId ?? null, only.exceptId ?? null],
    );
  }

  async usedAddress(tx: Tx, personId: string, addressHash: string, since: Date): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM session WHERE person_id = $1 AND address_hash = $2 AND created_at > $3 LIMIT 1`,
      [personId, addressHash, since],
    );
    return rows.length > 0;
  }

  async insertRefreshToken(tx: Tx, tokenHash: string, sessionId: string, now: Date, expiresAt: Date): Promise<void> {
    await tx.query(
      `INSERT INTO refresh_token (token_hash, session_id, issued_at, expires_at) VALUES ($1, $2, $3, $4)`,
      [tokenHash, sessionId, now, expiresAt],
    );
  }

  async refreshTokenForUpdate(tx: Tx, tokenHash: string): Promise<RefreshToken | null> {
    const [row] = await tx.query<RefreshToken>(
      `SELECT session_id AS "sessionId", expires_at AS "expiresAt", used_at AS "usedAt"
       FROM refresh_token WHERE token_hash = $1 FOR UPDATE`,
      [tokenHash],
    );
    return row ?? null;
  }

  async useRefreshToken(tx: Tx, tokenHash: string, now: Date): Promise<void> {
    await tx.execute(`UPDATE refresh_token SET used_at = $2 WHERE token_hash = $1`, [tokenHash, now]);
  }

  /**
   * Counts an attempt before it is looked at, so that parallel guesses are counted too. From the `max`-th on the end of
   * the window stands still: further tries do not prolong the lock.
   */
  async countAttempt(
    tx: Tx,
    key: { readonly accountHash: string; readonly addressHash: string },
    max: number,
    now: Date,
    until: Date,
  ): Promise<{ attempts: number; until: Date }> {
    const [row] = await tx.query<{ attempts: number; until: Date }>(
      `INSERT INTO sign_in_attempt AS a (account_hash, address_hash, attempts, until) VALUES ($1, $2, 1, $5)
       ON CONFLICT (account_hash, address_hash) DO UPDATE SET
         attempts = CASE WHEN a.until <= $4 THEN 1 ELSE least(a.attempts + 1, 1000000) END,
         until = CASE WHEN a.until <= $4 OR a.attempts < $3 THEN excluded.until ELSE a.until END
       RETURNING attempts, until`,
      [key.accountHash, key.addressHash, max, now, until],
    );
    if (!row) throw new Error('an upsert gave no row');
    return row;
  }

  async forgetAttempts(tx: Tx, accountHash: string, addressHash: string): Promise<void> {
    await tx.execute(`DELETE FROM sign_in_attempt WHERE account_hash = $1 AND address_hash = $2`, [
      accountHash,
      addressHash,
    ]);
  }

  /** Drops some windows that are over, so that the table stays small without a job of its own. */
  async dropOldAttempts(tx: Tx, now: Date): Promise<void> {
    await tx.execute(
      `DELETE FROM sign_in_attempt WHERE (account_hash, address_hash) IN (
         SELECT account_hash, address_hash FROM sign_in_attempt WHERE until < $1 LIMIT 20 FOR UPDATE SKIP LOCKED)`,
      [now],
    );
  }
}
