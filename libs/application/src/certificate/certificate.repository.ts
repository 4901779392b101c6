import { Inject, Injectable } from '@nestjs/common';
import type { CertificateContent, CertificateState } from '#domain/certificate/certificate.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** What anybody who holds the code may see. */
export interface PublicCertificate {
  readonly state: CertificateState;
  readonly verificationCode: string;
  readonly registrationNumber: string;
  readonly contractType: string;
  readonly maskedSellers: readonly string[];
  readonly maskedBuyers: readonly string[];
  readonly registeredOn: string;
  readonly office: string;
  readonly contentHash: string;
  readonly keyId: string;
  readonly edition: number;
  readonly createdAt: Date;
  readonly changedAt: Date | null;
  readonly cancelledAt: Date | null;
}

export interface Certificate extends PublicCertificate {
  readonly id: string;
  readonly registrationId: string;
  readonly partyIds: readonly string[];
  readonly content: CertificateContent;
  /** Canonical JSON of the content: the very bytes that are signed. */
  readonly signedText: string;
  readonly signature: string;
}

export interface CertificateKey {
  readonly id: string;
  readonly publicKey: string;
  readonly createdAt: Date;
}

const publicColumns = `state, verification_code AS "verificationCode", registration_number AS "registrationNumber",
  contract_type AS "contractType", masked_sellers AS "maskedSellers", masked_buyers AS "maskedBuyers",
  registered_on AS "registeredOn", office, content_hash AS "contentHash", key_id AS "keyId",
  edition, created_at AS "createdAt", changed_at AS "changedAt", cancelled_at AS "cancelledAt"`;
const columns = `${publicColumns}, id, registration_id AS "registrationId", party_ids AS "partyIds", content,
  signed_text AS "signedText", signature`;

@Injectable()
export class CertificateRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, certificate: Certificate): Promise<void> {
    await tx.prepared(
      'certificate.insert',
      `INSERT INTO certificate (id, registration_id, party_ids, state, verification_code, registration_number, content,
         signed_text, content_hash, signature, key_id, contract_type, masked_sellers, masked_buyers, registered_on,
         office, created_at, edition)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        certificate.id,
        certificate.registrationId,
        certificate.partyIds,
        certificate.state,
        certificate.verificationCode,
        certificate.registrationNumber,
        certificate.signedText,
        certificate.signedText,
        certificate.contentHash,
        certificate.signature,
        certificate.keyId,
        certificate.contractType,
        certificate.maskedSellers,
        certificate.maskedBuyers,
        certificate.registeredOn,
        certificate.office,
        certificate.createdAt,
        certificate.edition,
      ],
    );
  }

  /** Every edition that was not cancelled before, by edition. */
  async cancel(tx: Tx, registrationId: string, at: Date): Promise<{ before: CertificateState; after: Certificate }[]> {
    const standing = (await this.editions(tx, registrationId)).filter(({ state }) => state !== 'cancelled');
    await tx.query(
      `UPDATE certificate SET state = 'cancelled', cancelled_at = $2 WHERE registration_id = $1 AND state <> 'cancelled'`,
      [registrationId, at],
    );
    return standing.map((one) => ({ before: one.state, after: { ...one, state: 'cancelled', cancelledAt: at } }));
  }

  /** Marks the valid edition as replaced, and gives it; null when there is none. */
  async change(tx: Tx, registrationId: string, at: Date): Promise<Certificate | null> {
    const [row] = await tx.query<Certificate>(
      `UPDATE certificate SET state = 'changed', changed_at = $2 WHERE registration_id = $1 AND state = 'valid'
       RETURNING ${columns}`,
      [registrationId, at],
    );
    return row ?? null;
  }

  /** First to last. */
  async editions(tx: Tx, registrationId: string): Promise<Certificate[]> {
    return tx.query<Certificate>(`SELECT ${columns} FROM certificate WHERE registration_id = $1 ORDER BY edition`, [
      registrationId,
    ]);
  }

  async findPublic(code: string): Promise<PublicCertificate | null> {
    const [row] = await this.publicReader.query<PublicCertificate>(
      'certificate.findPublic',
      `SELECT ${publicColumns} FROM certificate WHERE verification_code = $1`,
      [code],
    );
    return row ?? null;
  }

  async keys(): Promise<CertificateKey[]> {
    return this.publicReader.query<CertificateKey>(
      'certificate.keys',
      `SELECT id, public_key AS "publicKey", created_at AS "createdAt" FROM certificate_key ORDER BY created_at, id`,
      [],
    );
  }

  async personNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.prepared<{ id: string; name: string }>(
      'certificate.personNames',
      `SELECT id, display_name AS name FROM person WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
