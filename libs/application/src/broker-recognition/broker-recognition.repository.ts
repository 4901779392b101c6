import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { BrokerGrade } from '#domain/broker-recognition/broker.policy.js';
import type {
  BrokerRecognition,
  BrokerTraining,
  CasebookSheet,
} from '#domain/broker-recognition/broker-recognition.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** A broker as the public register shows them, by their consent. */
export interface PublicBroker {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly grade: BrokerGrade;
  readonly recognitionNumber: string;
  readonly certificateNumber: string;
  readonly certificateIssuer: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly creditConsent: boolean;
  readonly agencyName: string | null;
}

const columns = `id, person_id AS "personId", person_name AS "personName", organization_id AS "organizationId", kind, grade, state,
  certificate_number AS "certificateNumber", certificate_issuer AS "certificateIssuer",
  certificate_issued_on::text AS "certificateIssuedOn", statement, public_consent AS "publicConsent",
  credit_consent AS "creditConsent", recognition_number AS "recognitionNumber", valid_from::text AS "validFrom",
  valid_until::text AS "validUntil", notice_id AS "noticeId", examined_by AS "examinedBy", decided_by AS "decidedBy",
  state_reason AS "stateReason", version, created_at AS "createdAt", updated_at AS "updatedAt"`;
const trainingColumns = `id, person_id AS "personId", course, provider, held_on::text AS "heldOn", hours, evidence, state,
  decided_by AS "decidedBy", decision_reason AS "decisionReason", created_at AS "createdAt"`;
const publicColumns = `r.id, r.person_id AS "personId", r.person_name AS "personName", r.grade,
  r.recognition_number AS "recognitionNumber", r.certificate_number AS "certificateNumber",
  r.certificate_issuer AS "certificateIssuer", r.valid_from::text AS "validFrom", r.valid_until::text AS "validUntil",
  r.credit_consent AS "creditConsent",
  (SELECT o.name FROM broker_affiliation a JOIN organization o ON o.id = a.agency_organization_id
   WHERE a.person_id = r.person_id AND a.state = 'active') AS "agencyName"`;
const maxTrainings = 500;
const standing = `('recognized', 'suspended')`;

@Injectable()
export class BrokerRecognitionRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async personName(tx: Tx, personId: string): Promise<string> {
    const [row] = await tx.query<{ name: string }>(`SELECT display_name AS name FROM person WHERE id = $1`, [personId]);
    return row?.name ?? '';
  }

  async insert(tx: Tx, r: BrokerRecognition): Promise<void> {
    await tx.execute(
      `INSERT INTO broker_recognition (id, person_id, person_name, organization_id, kind, grade, state, certificate_number,
         certificate_issuer, certificate_issued_on, statement, public_consent, credit_consent, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
      [
        ...[r.id, r.personId, r.personName, r.organizationId, r.kind, r.grade, r.state, r.certificateNumber],
        ...[r.certificateIssuer, r.certificateIssuedOn, r.statement, r.publicConsent, r.creditConsent, r.createdAt],
      ],
    );
  }

  async save(tx: Tx, r: BrokerRecognition): Promise<void> {
    await tx.execute(
      `UPDATE broker_recognition SET state = $2, public_consent = $3, credit_consent = $4, recognition_number = $5,
         valid_from = $6, valid_until = $7, notice_id = $8, examined_by = $9, decided_by = $10, state_reason = $11,
         version = $12, updated_at = $13 WHERE id = $1`,
      [
        ...[r.id, r.state, r.publicConsent, r.creditConsent, r.recognitionNumber, r.validFrom, r.validUntil],
        ...[r.noticeId, r.examinedBy, r.decidedBy, r.stateReason, r.version, r.updatedAt],
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<BrokerRecognition | null> {
    const sql = `SELECT ${columns} FROM broker_recognition WHERE id = $1`;
    return (await tx.query<BrokerRecognition>(sql, [id]))[0] ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<BrokerRecognition | null> {
    const sql = `SELECT ${columns} FROM broker_recognition WHERE id = $1 FOR UPDATE`;
    return (await tx.query<BrokerRecognition>(sql, [id]))[0] ?? null;
  }

  /** The last term of a person that stands, locked; a renewal that has not begun yet is the last. */
  async standingOf(tx: Tx, personId: string): Promise<BrokerRecognition[]> {
    return tx.query<BrokerRecognition>(
      `SELECT ${columns} FROM broker_recognition WHERE person_id = $1 AND state IN ${standing}
       ORDER BY valid_until DESC FOR UPDATE`,
      [personId],
    );
  }

  /** Row-level security leaves a person their own and the bureau all that were submitted. */
  async list(tx: Tx, state: string | null, after: string | null, limit: number): Promise<BrokerRecognition[]> {
    return tx.query<BrokerRecognition>(
      `SELECT ${columns} FROM broker_recognition WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [state, after, limit],
    );
  }

  /** Numbers of a year are given one after the other. */
  async nextSerial(tx: Tx, year: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('brokerRecognition/' || $1, 0))`, [year]);
    const [row] = await tx.query<{ taken: number }>(
      `SELECT count(*)::int AS taken FROM broker_recognition WHERE recognition_number LIKE $1`,
      [`QYJJ-${year}-%`],
    );
    return (row?.taken ?? 0) + 1;
  }

  /** One whose term is over, locked so that two workers do not take the same. */
  async claimOver(tx: Tx, today: LocalDate): Promise<BrokerRecognition | null> {
    const [row] = await tx.query<BrokerRecognition>(
      `SELECT ${columns} FROM broker_recognition WHERE state IN ${standing} AND valid_until < $1
       ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [today],
    );
    return row ?? null;
  }

  /** Terms that end by a day and have not been reminded so closely before. */
  async claimEnding(
    tx: Tx,
    days: number,
    today: LocalDate,
    by: LocalDate,
    limit: number,
  ): Promise<BrokerRecognition[]> {
    return tx.query<BrokerRecognition>(
      `SELECT ${columns} FROM broker_recognition WHERE state IN ${standing} AND valid_until BETWEEN $1 AND $2
         AND coalesce(reminded_days, 100000) > $3 ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED`,
      [today, by, days, limit],
    );
  }

  async reminded(tx: Tx, id: string, days: number): Promise<void> {
    await tx.execute(`UPDATE broker_recognition SET reminded_days = $2 WHERE id = $1`, [id, days]);
  }

  async insertTraining(tx: Tx, t: BrokerTraining): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO broker_training (id, person_id, course, provider, held_on, hours, evidence, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [t.id, t.personId, t.course, t.provider, t.heldOn, t.hours, t.evidence, t.state, t.createdAt],
    );
    return rows.length === 1;
  }

  async trainingForUpdate(tx: Tx, id: string): Promise<BrokerTraining | null> {
    const sql = `SELECT ${trainingColumns} FROM broker_training WHERE id = $1 FOR UPDATE`;
    return (await tx.query<BrokerTraining>(sql, [id]))[0] ?? null;
  }

  async decideTraining(tx: Tx, t: BrokerTraining): Promise<void> {
    await tx.execute(`UPDATE broker_training SET state = $2, decided_by = $3, decision_reason = $4 WHERE id = $1`, [
      ...[t.id, t.state, t.decidedBy, t.decisionReason],
    ]);
  }

  async findTraining(tx: Tx, id: string): Promise<BrokerTraining | null> {
    const sql = `SELECT ${trainingColumns} FROM broker_training WHERE id = $1`;
    return (await tx.query<BrokerTraining>(sql, [id]))[0] ?? null;
  }

  async trainings(tx: Tx, after: string | null, limit: number): Promise<BrokerTraining[]> {
    return tx.query<BrokerTraining>(
      `SELECT ${trainingColumns} FROM broker_training WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  async trainingsOf(tx: Tx, personId: string): Promise<BrokerTraining[]> {
    return tx.query<BrokerTraining>(
      `SELECT ${trainingColumns} FROM broker_training WHERE person_id = $1 ORDER BY held_on DESC LIMIT ${maxTrainings}`,
      [personId],
    );
  }

  async insertSheet(tx: Tx, recognition: BrokerRecognition, sheet: CasebookSheet, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO casebook_sheet (recognition_id, examiner_id, person_id, case_code, score, note, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING examiner_id`,
      [recognition.id, sheet.examinerId, recognition.personId, sheet.caseCode, sheet.score, sheet.note, at],
    );
    return rows.length === 1;
  }

  async sheetsOf(tx: Tx, recognitionId: string): Promise<CasebookSheet[]> {
    return tx.query<CasebookSheet>(
      `SELECT examiner_id AS "examinerId", case_code AS "caseCode", score, note FROM casebook_sheet
       WHERE recognition_id = $1 ORDER BY at, examiner_id`,
      [recognitionId],
    );
  }

  /** Both readings of the plan's figure on a day; sandboxes are kept apart by their policy. */
  async counts(tx: Tx, day: LocalDate): Promise<{ readonly recognized: number; readonly affiliated: number }> {
    const [row] = await tx.query<{ recognized: number; affiliated: number }>(
      `SELECT count(DISTINCT r.person_id)::int AS recognized,
         count(DISTINCT r.person_id) FILTER (WHERE EXISTS (
           SELECT FROM broker_affiliation a JOIN organization o ON o.id = a.agency_organization_id
           WHERE a.person_id = r.person_id AND a.state = 'active' AND o.kind = 'transferAgency' AND o.state = 'verified'))::int
           AS affiliated
       FROM broker_recognition r WHERE r.state = 'recognized' AND $1::date BETWEEN r.valid_from AND r.valid_until`,
      [day],
    );
    return row ?? { recognized: 0, affiliated: 0 };
  }

  async listPublic(day: LocalDate, after: string | null, limit: number): Promise<PublicBroker[]> {
    return this.publicReader.query<PublicBroker>(
      'brokerRecognition.listPublic',
      `SELECT ${publicColumns} FROM broker_recognition r WHERE $1::date BETWEEN r.valid_from AND r.valid_until
         AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`,
      [day, after, limit],
    );
  }

  async findPublic(day: LocalDate, id: string): Promise<PublicBroker | null> {
    const sql = `SELECT ${publicColumns} FROM broker_recognition r WHERE r.id = $2 AND $1::date BETWEEN r.valid_from AND r.valid_until`;
    return (await this.publicReader.query<PublicBroker>('brokerRecognition.findPublic', sql, [day, id]))[0] ?? null;
  }
}
