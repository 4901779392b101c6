import { Inject, Injectable } from '@nestjs/common';
import {
  emptyChain,
  genesisHash,
  recordText,
  type Anchor,
  type ChainHead,
  type SealedRecord,
} from '#domain/audit/audit-chain.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** One audit record as an auditor reads it. */
export interface AuditRecord {
  readonly id: string;
  /** Place in the chain; null while not yet sealed. */
  readonly sequence: string | null;
  readonly at: Date;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly personId: string | null;
  readonly organizationId: string | null;
  readonly actorKind: string;
  readonly actorName: string;
  readonly requestId: string;
  readonly address: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
}

/** A record and its link: `hash` is of `previous` and `text`. All but the text are null while it is not sealed. */
export interface ChainedRecord {
  readonly recordId: string;
  readonly sequence: number | null;
  readonly previous: string | null;
  readonly hash: string | null;
  readonly text: string;
}

export interface AuditFilter {
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly personId?: string;
  readonly organizationId?: string;
}

/**
 * What the chain covers: every column as plain text. The text that is hashed is composed outside the database, so that
 * no function in it decides what is checked, and because composing it there took longer than hashing it here.
 */
const covered = [
  'id',
  'at',
  'action',
  'subject_kind',
  'subject_id',
  'person_id',
  'organization_id',
  'actor_kind',
  'actor_name',
  'request_id',
  'address',
  'from_state',
  'to_state',
  'reason',
  'before_hash',
  'after_hash',
] as const;
type Covered = (typeof covered)[number];
type CoveredRow = Readonly<Record<Exclude<Covered, 'id'>, string | null>> & { readonly recordId: string };

const coveredColumns = covered
  .filter((column) => column !== 'id') // read as "recordId"
  .map((column) => (column === 'at' ? `(r.at AT TIME ZONE 'UTC')::text AS at` : `r.${column}`))
  .join(', ');

const textOf = (row: CoveredRow): string => recordText(covered.map((column) => columnText(row, column)));

function columnText(row: CoveredRow, column: Covered): string | null {
  if (column === 'id') return row.recordId;
  return column === 'at' ? instantText(row.at ?? '') : row[column];
}

/** `2026-11-23 14:40:56.12` as `2026-11-23T14:40:56.120000Z`. */
const instantText = (text: string): string =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20).padEnd(6, '0')}Z`;

type LinkRow = CoveredRow & { readonly sequence: string; readonly hash: string };

/** One sealer at a time, in the whole cluster. */
const sealerLock = 7_265_001;

type Query = Pick<Tx, 'query'>;

/** SQL of the chain. Reads take anything that can query, so that a verification can run in any transaction. */
@Injectable()
export class AuditRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** True when this transaction is the only sealer. */
  async lockForSealing(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ locked: boolean }>(`SELECT pg_try_advisory_xact_lock($1) AS locked`, [sealerLock]);
    return row?.locked === true;
  }

  async head(tx: Query): Promise<ChainHead> {
    const [row] = await tx.query<{ count: string; head: string }>(
      `SELECT sequence AS count, encode(hash, 'hex') AS head FROM audit_link ORDER BY sequence DESC LIMIT 1`,
    );
    return row ? { count: Number(row.count), head: row.head } : emptyChain;
  }

  async hashAt(tx: Query, sequence: number): Promise<string | null> {
    const [row] = await tx.query<{ hash: string }>(
      `SELECT encode(hash, 'hex') AS hash FROM audit_link WHERE sequence = $1`,
      [sequence],
    );
    return row?.hash ?? null;
  }

  /** Committed records that have no link yet, oldest first. */
  async unsealed(tx: Query, settled: string, limit: number): Promise<{ recordId: string; text: string }[]> {
    const rows = await tx.query<CoveredRow>(
      `SELECT r.id AS "recordId", ${coveredColumns} FROM audit_record r
       WHERE r.id > $1 AND NOT EXISTS (SELECT FROM audit_link l WHERE l.record_id = r.id) ORDER BY r.id LIMIT $2`,
      [settled, limit],
    );
    return rows.map((row) => ({ recordId: row.recordId, text: textOf(row) }));
  }

  async settledRecordId(tx: Query): Promise<string> {
    const [row] = await tx.query<{ settled: string }>(
      `SELECT settled_record_id AS settled FROM audit_seal ORDER BY last_sequence DESC LIMIT 1`,
    );
    return row?.settled ?? '0';
  }

  /** Transactions before this one have ended. Asked BEFORE the records are read, so that the reading sees all of theirs. */
  async oldestRunning(tx: Query): Promise<string> {
    const [row] = await tx.query<{ id: string }>(`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS id`);
    if (!row) throw new Error('no snapshot');
    return row.id;
  }

  async insertLinks(tx: Tx, links: readonly SealedRecord[]): Promise<void> {
    await tx.query(
      `INSERT INTO audit_link (sequence, record_id, hash)
       SELECT sequence, record_id, decode(hash, 'hex') FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS l (sequence, record_id, hash)`,
      [links.map((link) => link.sequence), links.map((link) => link.recordId), links.map((link) => link.hash)],
    );
  }

  /** `readUpTo`: the last record that was read when the batch was full, null when all that was there has been read. */
  async insertSeal(
    tx: Tx,
    seal: ChainHead & {
      readonly at: Date;
      readonly lastRecordId: string;
      readonly oldestRunning: string;
      readonly settled: string;
      readonly readUpTo: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO audit_seal (last_sequence, head, last_record_id, next_transaction, settled_record_id, at)
       SELECT $1::bigint, decode($2, 'hex'), greatest($3::bigint, (SELECT max(last_record_id) FROM audit_seal)),
         pg_snapshot_xmax(pg_current_snapshot()),
         greatest($5::bigint, CASE WHEN $6::bigint IS NULL THEN ended.id ELSE least($6, coalesce(ended.id, 0)) END), $7
       FROM (SELECT (SELECT last_record_id FROM audit_seal WHERE next_transaction <= $4::xid8
                     ORDER BY last_sequence DESC LIMIT 1) AS id) AS ended`,
      [seal.count, seal.head, seal.lastRecordId, seal.oldestRunning, seal.settled, seal.readUpTo, seal.at],
    );
  }

  async sealsAfter(tx: Query, sequence: number, limit: number): Promise<Anchor[]> {
    const rows = await tx.query<{ count: string; head: string; at: Date }>(
      `SELECT last_sequence AS count, encode(head, 'hex') AS head, at FROM audit_seal WHERE last_sequence > $1
       ORDER BY last_sequence LIMIT $2`,
      [sequence, limit],
    );
    return rows.map((row) => ({ count: Number(row.count), head: row.head, at: row.at.toISOString() }));
  }

  /** The links after a sequence, at most `limit` of them; none at the end only. */
  async links(tx: Query, after: number, limit: number): Promise<SealedRecord[]> {
    const page = await this.linksWhere(tx, 'l.sequence > $1 AND l.sequence <= $2 ORDER BY l.sequence', after, limit);
    // Nothing there is the end, or a hole as wide as the page: then the first link behind it shows the hole.
    return page.length > 0
      ? page
      : this.linksWhere(tx, 'l.sequence > $1 ORDER BY l.sequence LIMIT ($2 - $1)', after, 1);
  }

  /** Bounded by sequences rather than LIMIT, so that no plan sorts the rest of the chain for each page. */
  private async linksWhere(tx: Query, condition: string, after: number, limit: number): Promise<SealedRecord[]> {
    const rows = await tx.query<LinkRow>(
      `SELECT l.sequence, l.record_id AS "recordId", encode(l.hash, 'hex') AS hash, ${coveredColumns}
       FROM audit_link l LEFT JOIN audit_record r ON r.id = l.record_id WHERE ${condition}`,
      [after, after + limit],
    );
    return rows.map((row) => ({
      sequence: Number(row.sequence),
      recordId: row.recordId,
      hash: row.hash,
      text: row.action === null ? null : textOf(row), // never null in a record
    }));
  }

  /** Records in (after, through] without a link: the first one and how many. */
  async withoutLink(tx: Query, after: string, through: string): Promise<{ first: string | null; count: number }> {
    const [row] = await tx.query<{ first: string | null; count: number }>(
      `SELECT min(r.id) AS first, count(*)::int AS count FROM audit_record r
       WHERE r.id > $1 AND r.id <= $2 AND NOT EXISTS (SELECT FROM audit_link l WHERE l.record_id = r.id)`,
      [after, through],
    );
    return row ?? { first: null, count: 0 };
  }

  async lastRecordId(tx: Query): Promise<string> {
    const [row] = await tx.query<{ id: string | null }>(`SELECT max(id) AS id FROM audit_record`);
    return row?.id ?? '0';
  }

  /** Records of these subjects with their places in the chain, oldest first: what a bundle of evidence takes along. */
  async ofSubjects(tx: Query, subjectIds: readonly string[], limit: number): Promise<ChainedRecord[]> {
    const rows = await tx.query<LinkRow & { readonly previous: string | null }>(
      `SELECT l.sequence, r.id AS "recordId", encode(l.hash, 'hex') AS hash, encode(p.hash, 'hex') AS previous,
         ${coveredColumns}
       FROM audit_record r LEFT JOIN audit_link l ON l.record_id = r.id
         LEFT JOIN audit_link p ON p.sequence = l.sequence - 1
       WHERE r.subject_id = ANY ($1::uuid[]) ORDER BY r.id LIMIT $2`,
      [subjectIds, limit],
    );
    return rows.map((row) => ({
      recordId: row.recordId,
      sequence: (row.sequence as string | null) === null ? null : Number(row.sequence),
      previous: row.previous ?? (row.sequence === '1' ? genesisHash : null),
      hash: row.hash,
      text: textOf(row),
    }));
  }

  /** Newest first, so that a walk to the end ends though every page read adds a record. */
  async list(tx: Tx, filter: AuditFilter, before: string | null, limit: number): Promise<AuditRecord[]> {
    return tx.query<AuditRecord>(
      `SELECT r.id, l.sequence, r.at, r.action, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId",
         r.person_id AS "personId", r.organization_id AS "organizationId", r.actor_kind AS "actorKind",
         r.actor_name AS "actorName", r.request_id AS "requestId", r.address, r.from_state AS "fromState",
         r.to_state AS "toState", r.reason, r.before_hash AS "beforeHash", r.after_hash AS "afterHash"
       FROM audit_record r LEFT JOIN audit_link l ON l.record_id = r.id
       WHERE ($1::bigint IS NULL OR r.id < $1) AND ($3::text IS NULL OR r.subject_kind = $3)
         AND ($4::uuid IS NULL OR r.subject_id = $4) AND ($5::uuid IS NULL OR r.person_id = $5)
         AND ($6::uuid IS NULL OR r.organization_id = $6)
       ORDER BY r.id DESC LIMIT $2`,
      [
        before,
        limit,
        filter.subjectKind ?? null,
        filter.subjectId ?? null,
        filter.personId ?? null,
        filter.organizationId ?? null,
      ],
    );
  }

  /** The newest sealed head, for anybody. */
  async publicHead(): Promise<Anchor | null> {
    const [row] = await this.publicReader.query<{ count: string; head: string; at: Date }>(
      'audit.publicHead',
      `SELECT last_sequence AS count, encode(head, 'hex') AS head, at FROM audit_seal ORDER BY last_sequence DESC LIMIT 1`,
      [],
    );
    return row ? { count: Number(row.count), head: row.head, at: row.at.toISOString() } : null;
  }
}
