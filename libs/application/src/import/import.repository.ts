import { Injectable } from '@nestjs/common';
import { addCounts, type Import, type ImportCounts, type ImportRow } from '#domain/import/import.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { ImportTableRow } from './import.row.js';

const columns = `id, organization_id AS "organizationId", person_id AS "personId", kind, dry_run AS "dryRun", publish, state,
  header, ignored_columns AS "ignoredColumns", total, created, updated, unchanged, failed, worked_ms AS "workedMs",
  created_at AS "createdAt", started_at AS "startedAt", ended_at AS "endedAt"`;
const rowColumns = `id, line, external_key AS "externalKey", content, source, outcome, subject_id AS "subjectId", problems`;

@Injectable()
export class ImportRepository {
  async insert(tx: Tx, entry: Import): Promise<void> {
    await tx.manager.insert(ImportTableRow, toRow(entry));
  }

  async save(tx: Tx, entry: Import): Promise<void> {
    await tx.manager.update(ImportTableRow, { id: entry.id }, toRow(entry));
  }

  async find(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<Import | null> {
    const [row] = await tx.query<ImportTableRow>(`SELECT ${columns} FROM import WHERE id = $1 ${lock}`, [id]);
    return row ? toDomain(row) : null;
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Import[]> {
    const rows = await tx.query<ImportTableRow>(
      `SELECT ${columns} FROM import WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  async countOpen(tx: Tx, organizationId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM import WHERE organization_id = $1 AND state IN ('queued', 'running')`,
      [organizationId],
    );
    return row?.n ?? 0;
  }

  async insertRows(tx: Tx, { id, organizationId }: Import, rows: readonly ImportRow[]): Promise<void> {
    await tx.query(
      `INSERT INTO import_row (id, import_id, organization_id, line, external_key, content, source, outcome, problems)
       SELECT r.id, $1::uuid, $2::uuid, r.line, r.key, nullif(r.content, 'null')::jsonb, r.source::jsonb, r.outcome, r.problems::jsonb
       FROM unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
         AS r (id, line, key, content, source, outcome, problems)`,
      [
        id,
        organizationId,
        rows.map((row) => row.id),
        rows.map((row) => row.line),
        rows.map((row) => row.externalKey),
        rows.map((row) => contentText(row.content)),
        rows.map((row) => (row.source === null ? null : JSON.stringify(row.source))),
        rows.map((row) => row.outcome),
        rows.map((row) => JSON.stringify(row.problems)),
      ],
    );
  }

  /** The next rows that wait, in the file's order. */
  async pendingRows(tx: Tx, importId: string, limit: number): Promise<ImportRow[]> {
    return tx.query<ImportRow>(
      `SELECT ${rowColumns} FROM import_row WHERE import_id = $1 AND outcome IS NULL ORDER BY id LIMIT $2`,
      [importId, limit],
    );
  }

  async failedRows(tx: Tx, importId: string, after: string | null, limit: number): Promise<ImportRow[]> {
    return tx.query<ImportRow>(
      `SELECT ${rowColumns} FROM import_row
       WHERE import_id = $1 AND outcome = 'failed' AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [importId, after, limit],
    );
  }

  /** Writes what became of rows; their content is no longer needed. */
  async saveOutcomes(tx: Tx, rows: readonly ImportRow[]): Promise<void> {
    await tx.query(
      `UPDATE import_row SET outcome = r.outcome, subject_id = r.subject_id, problems = r.problems::jsonb, content = NULL,
         source = CASE WHEN r.outcome = 'failed' THEN import_row.source END
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) AS r (id, outcome, subject_id, problems)
       WHERE import_row.id = r.id`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.outcome),
        rows.map((row) => row.subjectId),
        rows.map((row) => JSON.stringify(row.problems)),
      ],
    );
  }

  async addCounts(tx: Tx, entry: Import, counts: ImportCounts, workedMs: number): Promise<void> {
    const sums = addCounts(entry.counts, counts);
    await this.save(tx, { ...entry, counts: sums, workedMs: entry.workedMs + workedMs });
  }
}

/** Amounts are bigint: as text, read back by contentOf. */
const contentText = (content: ImportRow['content']): string =>
  JSON.stringify(content, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/** The content of a row with its amounts. */
export function contentOf(row: ImportRow): Record<string, unknown> {
  const content = { ...row.content };
  for (const name of ['price', 'budget', 'contractValue', 'technologyValue', 'technologyIncome']) {
    const amount = content[name];
    if (typeof amount === 'string') content[name] = BigInt(amount);
  }
  return content;
}

const toRow = ({ counts, ...entry }: Import): ImportTableRow => ({ ...entry, ...counts });

const toDomain = ({ created, updated, unchanged, failed, ...row }: ImportTableRow): Import => ({
  ...row,
  kind: row.kind as Import['kind'],
  state: row.state as Import['state'],
  counts: { created, updated, unchanged, failed },
});
