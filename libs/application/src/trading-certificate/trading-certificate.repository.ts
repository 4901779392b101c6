import { Inject, Injectable } from '@nestjs/common';
import type {
  TradingCertificateContent,
  TradingCertificateState,
} from '#domain/trading-certificate/trading-certificate.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** What anybody who knows the number may see. */
export interface PublicTradingCertificate {
  readonly number: string;
  readonly state: TradingCertificateState;
  readonly method: string;
  readonly maskedSellers: readonly string[];
  readonly maskedBuyers: readonly string[];
  readonly issuedOn: string;
  readonly office: string;
  readonly contentHash: string;
  readonly keyId: string;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
}

export interface TradingCertificate extends PublicTradingCertificate {
  readonly id: string;
  readonly contractId: string;
  readonly partyIds: readonly string[];
  readonly content: TradingCertificateContent;
  readonly signedText: string;
  readonly signature: string;
  readonly revokeReason: string | null;
}

const publicColumns = `number, state, method, masked_sellers AS "maskedSellers", masked_buyers AS "maskedBuyers",
  issued_on AS "issuedOn", office, content_hash AS "contentHash", key_id AS "keyId", issued_at AS "issuedAt",
  revoked_at AS "revokedAt"`;
const columns = `${publicColumns}, id, contract_id AS "contractId", party_ids AS "partyIds", content,
  signed_text AS "signedText", signature, revoke_reason AS "revokeReason"`;

@Injectable()
export class TradingCertificateRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** The next serial of a year; its row is locked until the transaction ends, so that a serial given back is given again. */
  async nextSerial(tx: Tx, year: number): Promise<number> {
    const [row] = await tx.query<{ serial: number }>(
      `INSERT INTO trading_certificate_counter (year, last_serial) VALUES ($1, 1)
       ON CONFLICT (year) DO UPDATE SET last_serial = trading_certificate_counter.last_serial + 1
       RETURNING last_serial AS serial`,
      [year],
    );
    if (!row) throw new Error('no serial');
    return row.serial;
  }

  async insert(tx: Tx, one: TradingCertificate): Promise<void> {
    await tx.query(
      `INSERT INTO trading_certificate (id, number, contract_id, party_ids, state, content, signed_text, content_hash,
         signature, key_id, method, masked_sellers, masked_buyers, issued_on, office, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        one.id,
        one.number,
        one.contractId,
        one.partyIds,
        one.state,
        one.signedText,
        one.signedText,
        one.contentHash,
        one.signature,
        one.keyId,
        one.method,
        one.maskedSellers,
        one.maskedBuyers,
        one.issuedOn,
        one.office,
        one.issuedAt,
      ],
    );
  }

  async revoke(tx: Tx, { id, revokedAt, revokeReason }: TradingCertificate): Promise<void> {
    await tx.query(
      `UPDATE trading_certificate SET state = 'revoked', revoked_at = $2, revoke_reason = $3 WHERE id = $1`,
      [id, revokedAt, revokeReason],
    );
  }

  async find(tx: Tx, number: string, lock = false): Promise<TradingCertificate | null> {
    const [row] = await tx.query<TradingCertificate>(
      `SELECT ${columns} FROM trading_certificate WHERE number = $1${lock ? ' FOR UPDATE' : ''}`,
      [number],
    );
    return row ?? null;
  }

  async list(tx: Tx, after: string | null, limit: number): Promise<TradingCertificate[]> {
    return tx.query<TradingCertificate>(
      `SELECT ${columns} FROM trading_certificate WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  async findPublic(number: string): Promise<PublicTradingCertificate | null> {
    const [row] = await this.publicReader.query<PublicTradingCertificate>(
      'tradingCertificate.findPublic',
      `SELECT ${publicColumns} FROM trading_certificate WHERE number = $1`,
      [number],
    );
    return row ?? null;
  }

  /** As the certificate names them. */
  async issuer(tx: Tx, personId: string, organizationId: string): Promise<{ officer: string; office: string }> {
    const [row] = await tx.query<{ officer: string; office: string }>(
      `SELECT p.display_name AS officer, o.name AS office FROM person p, organization o WHERE p.id = $1 AND o.id = $2`,
      [personId, organizationId],
    );
    if (!row) throw new Error(`no person ${personId}`);
    return row;
  }
}
