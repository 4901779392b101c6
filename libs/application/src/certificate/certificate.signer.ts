import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';

export interface Signature {
  readonly signature: string;
  readonly keyId: string;
}

interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: string;
}

/**
 * Ed25519 (RFC 8032). The private key comes from CERTIFICATE_KEY_FILE (PEM, PKCS #8). Where none is configured, one is made
 * once and kept in a table that row-level security shows to the system actor only: fit for the demo and for tests; in
 * production the file keeps it out of database backups. Every public key ever used stays published.
 */
@Injectable()
export class CertificateSigner {
  private key: SigningKey | null = null;
  private published: string | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PUBLIC_READER) private readonly publicReader: StatementReader,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async sign(tx: Tx, text: string): Promise<Signature> {
    const key = await this.publish(tx);
    return { signature: sign(null, Buffer.from(text), key.privateKey).toString('base64url'), keyId: key.id };
  }

  /** The key in use, published before anything is signed with it. */
  async publish(tx: Tx): Promise<{ readonly id: string; readonly privateKey: KeyObject }> {
    const key = await this.signingKey(tx);
    if (await this.isPublished(key.id)) return key;
    await tx.query(
      `INSERT INTO certificate_key (id, public_key, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING`,
      [key.id, key.publicKey, this.clock.now()],
    );
    return key;
  }

  /** Asked on another connection, which sees what was committed only: a key that is remembered cannot roll back. */
  private async isPublished(id: string): Promise<boolean> {
    if (this.published === id) return true;
    const sql = `SELECT id FROM certificate_key WHERE id = $1`;
    const [row] = await this.publicReader.query<{ id: string }>('certificateKey.published', sql, [id]);
    if (row) this.published = row.id;
    return row !== undefined;
  }

  private async signingKey(tx: Tx): Promise<SigningKey> {
    if (this.key) return this.key;
    if (this.config.certificateKey !== null) return (this.key = describe(this.config.certificateKey));
    const actor = systemActor('certificate.key', tx.actor.origin.requestId);
    return this.unitOfWork.run(actor, async (system) => {
      const stored = await readKey(system);
      if (stored !== null) return (this.key = describe(stored));
      // Made in this transaction and not remembered: should it roll back, the key is gone with all it signed.
      await system.query(`INSERT INTO certificate_signing_key (private_key) VALUES ($1) ON CONFLICT DO NOTHING`, [
        newPrivateKey(),
      ]);
      return describe((await readKey(system)) ?? '');
    });
  }
}

const newPrivateKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

async function readKey(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ key: string }>(`SELECT private_key AS key FROM certificate_signing_key`);
  return row?.key ?? null;
}

/** True when this text was signed with the private half of this key. Malformed input is simply not signed. */
export function signatureHolds(text: string, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function describe(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('CERTIFICATE_KEY_FILE must hold an Ed25519 key');
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return { id: keyIdOf(publicKey), privateKey, publicKey };
}

/** A key's id is computed from the key (PEM, SPKI), so that nobody can pass one off as another. */
export const keyIdOf = (publicKey: string): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
