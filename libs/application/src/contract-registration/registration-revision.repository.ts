import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export type RevisionKind = 'registered' | 'changed' | 'cancelled';

/** What a registration said from a day on. */
export interface RegistrationRevision {
  readonly registrationId: string;
  readonly revision: number;
  readonly kind: RevisionKind;
  readonly effectiveOn: LocalDate;
  readonly title: string;
  readonly type: string;
  readonly contractValue: Fen;
  readonly technologyValue: Fen;
  readonly landingConfirmed: boolean;
  readonly reason: string | null;
  readonly determinedBy: string;
  readonly reviewedBy: string | null;
  readonly partyIds: readonly string[];
  readonly at: Date;
}

/** A step that was taken, as the transition table keeps it. */
export interface PastStep {
  readonly event: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reason: string | null;
  readonly personId: string | null;
  readonly at: Date;
}

/** How the serials of an office and year were used. */
export interface NumbersUsed {
  readonly office: string;
  readonly lastSerial: number;
  readonly issued: number;
  readonly cancelled: number;
  readonly imported: number;
  /** Serials up to the last that nobody holds: there must be none. */
  readonly unexplained: readonly number[];
}

/** Revisions, past steps and numbers of registrations. */
@Injectable()
export class RegistrationRevisionRepository {
  /** Out of a sequence of its own: what is tried out leaves no hole in the numbers of the offices. */
  async takeSandboxSerial(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ serial: string }>(`SELECT nextval('sandbox_registration_serial') AS serial`);
    return Number(row?.serial);
  }

  async insert(tx: Tx, revision: RegistrationRevision): Promise<void> {
    await tx.prepared(
      'registrationRevision.insert',
      `INSERT INTO registration_revision (registration_id, revision, kind, effective_on, title, type, contract_value_fen,
         technology_value_fen, landing_confirmed, reason, determined_by, reviewed_by, party_ids, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        revision.registrationId,
        revision.revision,
        revision.kind,
        revision.effectiveOn,
        revision.title,
        revision.type,
        revision.contractValue.toString(),
        revision.technologyValue.toString(),
        revision.landingConfirmed,
        revision.reason,
        revision.determinedBy,
        revision.reviewedBy,
        revision.partyIds,
        revision.at,
      ],
    );
  }

  /** First to last. */
  async ofRegistration(tx: Tx, registrationId: string): Promise<RegistrationRevision[]> {
    const rows = await tx.query<
      Omit<RegistrationRevision, 'contractValue' | 'technologyValue'> & {
        contractValue: string;
        technologyValue: string;
      }
    >(
      `SELECT registration_id AS "registrationId", revision, kind, effective_on AS "effectiveOn", title, type,
         contract_value_fen AS "contractValue", technology_value_fen AS "technologyValue",
         landing_confirmed AS "landingConfirmed", reason, determined_by AS "determinedBy", reviewed_by AS "reviewedBy",
         party_ids AS "partyIds", at
       FROM registration_revision WHERE registration_id = $1 ORDER BY revision`,
      [registrationId],
    );
    return rows.map((row) => ({
      ...row,
      contractValue: BigInt(row.contractValue),
      technologyValue: BigInt(row.technologyValue),
    }));
  }

  async steps(tx: Tx, registrationId: string): Promise<PastStep[]> {
    return tx.query<PastStep>(
      `SELECT event, from_state AS "fromState", to_state AS "toState", reason, person_id AS "personId", at FROM transition
       WHERE subject_kind = 'contractRegistration' AND subject_id = $1 ORDER BY at, id`,
      [registrationId],
    );
  }

  /** Keeps numbers of the national system as they are; gives those that were issued here. */
  async claimImported(tx: Tx, numbers: readonly string[], at: Date): Promise<string[]> {
    if (numbers.length === 0) return [];
    await tx.query(
      `INSERT INTO issued_number (number, origin, at) SELECT DISTINCT n, 'imported', $2::timestamptz
       FROM unnest($1::text[]) AS n ORDER BY n ON CONFLICT (number) DO NOTHING`,
      [numbers, at],
    );
    const rows = await tx.query<{ number: string }>(
      `SELECT number FROM issued_number WHERE number = ANY ($1) AND origin = 'issued'`,
      [numbers],
    );
    return rows.map((row) => row.number);
  }

  async numbersUsed(tx: Tx, year: number, prefix: string): Promise<NumbersUsed[]> {
    return tx.query<NumbersUsed>(
      `SELECT c.office, c.last_serial AS "lastSerial",
         (SELECT count(*)::int FROM issued_number n WHERE n.number LIKE $2 || c.office || '%' AND n.origin = 'issued') AS issued,
         (SELECT count(*)::int FROM issued_number n JOIN contract_registration r ON r.id = n.registration_id
          WHERE n.number LIKE $2 || c.office || '%' AND r.state = 'cancelled') AS cancelled,
         (SELECT count(*)::int FROM issued_number n WHERE n.number LIKE $2 || c.office || '%' AND n.origin = 'imported') AS imported,
         ARRAY(SELECT serial FROM generate_series(1, c.last_serial) AS serial
           WHERE NOT EXISTS (SELECT FROM issued_number n WHERE n.number = $2 || c.office || to_char(serial, 'FM000000'))
           LIMIT 100) AS unexplained
       FROM registration_counter c WHERE c.year = $1 ORDER BY c.office`,
      [year, prefix],
    );
  }
}
