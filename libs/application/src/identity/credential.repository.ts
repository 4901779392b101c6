import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface Credential {
  readonly personId: string;
  /** Sign-in name, lower case. */
  readonly account: string;
  readonly passwordHash: string;
  readonly changedAt: Date;
  /** Set by somebody else: good for one sign-in that chooses a new one. */
  readonly mustChange: boolean;
  readonly initialUntil: Date | null;
}

const columns = `person_id AS "personId", account, password_hash AS "passwordHash", changed_at AS "changedAt",
  must_change AS "mustChange", initial_until AS "initialUntil"`;

/** Table `credential`; only the system actor sees rows (see the migration). */
@Injectable()
export class CredentialRepository {
  async put(tx: Tx, credential: Credential): Promise<void> {
    await tx.execute(
      `INSERT INTO credential (person_id, account, password_hash, changed_at, must_change, initial_until)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (person_id) DO UPDATE SET password_hash = $3, changed_at = $4, must_change = $5, initial_until = $6`,
      [
        credential.personId,
        credential.account,
        credential.passwordHash,
        credential.changedAt,
        credential.mustChange,
        credential.initialUntil,
      ],
    );
  }

  async byAccount(tx: Tx, account: string): Promise<Credential | null> {
    const [row] = await tx.query<Credential>(`SELECT ${columns} FROM credential WHERE account = $1`, [account]);
    return row ?? null;
  }

  async ofPerson(tx: Tx, personId: string): Promise<Credential | null> {
    const [row] = await tx.query<Credential>(`SELECT ${columns} FROM credential WHERE person_id = $1`, [personId]);
    return row ?? null;
  }
}
