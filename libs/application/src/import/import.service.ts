import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { RowReader } from '#domain/import/columns.js';
import {
  countsOf,
  importers,
  maxImportRows,
  maxOpenImports,
  type Import,
  type ImportKind,
  type ImportRow,
  type RowProblem,
} from '#domain/import/import.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { contentHash } from '#platform/text/canonical.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { importRequested } from './import.jobs.js';
import { MalformedFile, readRecords, UnreadableWorkbook, type FileContent, type FileRecord } from './import.reader.js';
import { ImportRepository } from './import.repository.js';

export interface NewImport {
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly publish: boolean;
  readonly file: FileContent;
}

export type CreateRefusal = Refusal<
  | 'organization.unverified'
  | 'import.kindForbidden'
  | 'import.tooManyOpen'
  | 'import.tooManyRows'
  | 'import.malformed'
  | 'import.workbookUnreadable'
  | 'import.empty'
>;
type NotFound = Refusal<'import.notFound'>;

const rowsPerInsert = 1_000;
const rowsPerErrorPage = 1_000;
const maxHeader = 60;

/** Use cases of bulk imports that a person calls; the worker's part is ImportRunner. */
@Injectable()
export class ImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly catalogue: CatalogueService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly organizations: OrganizationService,
  ) {}

  /** Takes the file in: reads and checks every row, stores them, and wakes the worker. */
  async create(actor: PersonActor, request: NewImport): Promise<Result<Import, CreateRefusal>> {
    if (!hasRole(actor, ...importers[request.kind])) return refuse('import.kindForbidden', { kind: request.kind });
    const counties = await this.catalogue.counties();
    const reader = new RowReader(request.kind, {
      countyCodes: new Map(counties.records.map((c) => [c.name, c.code])),
      csv: request.file.format === 'csv',
    });
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Import, CreateRefusal>> => {
      if (request.publish && !(await this.organizations.isVerified(tx, actor.organizationId))) {
        return refuse('organization.unverified');
      }
      if ((await this.imports.countOpen(tx, actor.organizationId)) >= maxOpenImports) {
        return refuse('import.tooManyOpen', { max: String(maxOpenImports) });
      }
      const empty = newImport(actor, request, this.clock.now());
      await this.imports.insert(tx, empty);
      const taken = await this.takeRows(tx, empty, request, reader);
      if (!taken.ok) return taken;
      const entry = { ...taken.value, ignoredColumns: reader.ignoredColumns };
      await this.imports.save(tx, entry);
      await this.journal.record(tx, { ...subject(entry), event: 'create', from: null, to: entry.state, after: entry });
      await this.outbox.append(tx, { topic: importRequested, payload: { importId: entry.id } });
      return ok(entry);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<Import, NotFound>> {
    const entry = await this.unitOfWork.run(actor, (tx) => this.imports.find(tx, id));
    return entry && actsFor(actor, entry.organizationId) ? ok(entry) : refuse('import.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<Import[]> {
    return this.unitOfWork.run(actor, (tx) => this.imports.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  /** Rows that failed, in the file's order. */
  async errors(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<ImportRow[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const entry = await this.imports.find(tx, id);
      if (!entry || !actsFor(actor, entry.organizationId)) return refuse('import.notFound');
      return ok(await this.imports.failedRows(tx, id, after, limit));
    });
  }

  /** All rows that failed, page by page. */
  async *allErrors(actor: PersonActor, id: string): AsyncGenerator<readonly ImportRow[]> {
    let after: string | null = null;
    for (;;) {
      const page: Result<ImportRow[], NotFound> = await this.errors(actor, id, after, rowsPerErrorPage);
      if (!page.ok || page.value.length === 0) return;
      yield page.value;
      after = page.value.at(-1)?.id ?? null;
    }
  }

  private async takeRows(
    tx: Tx,
    entry: Import,
    { file }: NewImport,
    reader: RowReader,
  ): Promise<Result<Import, CreateRefusal>> {
    const firstLines = new Map<string, number>();
    let taken = entry;
    let line = 0;
    let rows: ImportRow[] = [];
    const header = new Set<string>();
    const flush = async (): Promise<void> => {
      if (rows.length > 0) await this.imports.insertRows(tx, entry, rows);
      const failed = taken.counts.failed + countsOf(rows).failed;
      taken = { ...taken, total: taken.total + rows.length, counts: { ...taken.counts, failed } };
      rows = [];
    };
    try {
      for await (const record of readRecords(file)) {
        if (taken.total + rows.length >= maxImportRows)
          return refuse('import.tooManyRows', { max: String(maxImportRows) });
        // Lines tell rows apart; line ends of several kinds in one file may count two records as one line.
        line = Math.max(record.line, line + 1);
        for (const name of Object.keys(record.fields ?? {}))
          if (header.size < maxHeader) header.add(safeText(name, 60));
        rows.push(rowOf({ ...record, line }, reader, firstLines));
        if (rows.length === rowsPerInsert) await flush();
      }
    } catch (error) {
      if (error instanceof MalformedFile) return refuse('import.malformed', { line: String(error.line) });
      if (error instanceof UnreadableWorkbook) return refuse('import.workbookUnreadable');
      throw error;
    }
    await flush();
    return taken.total === 0 ? refuse('import.empty') : ok({ ...taken, header: [...header] });
  }
}

/** A row ready for the worker, or failed already. A second row of one key fails: the file contradicts itself. */
function rowOf(record: FileRecord, reader: RowReader, firstLines: Map<string, number>): ImportRow {
  const source = record.fields === null ? null : sourceOf(record.fields);
  const failed = (externalKey: string, problems: readonly RowProblem[]): ImportRow => ({
    ...{ id: uuid(), line: record.line, externalKey, content: null, outcome: 'failed', subjectId: null },
    source,
    problems,
  });
  if (record.fields === null) return failed('', [{ code: 'import.rowUnreadable', column: null, params: {} }]);
  const { change, problems } = reader.read(record.fields);
  // A row without key of its own is known by its content: the same file again changes nothing.
  const externalKey = change.externalKey ?? `auto-${contentHash(change).slice(0, 32)}`;
  if (problems.length > 0) return failed(externalKey, problems);
  const first = firstLines.get(externalKey);
  if (first !== undefined) {
    return failed(externalKey, [{ code: 'import.keyTwice', column: null, params: { line: String(first) } }]);
  }
  firstLines.set(externalKey, record.line);
  const content = { ...change, externalKey };
  return { id: uuid(), line: record.line, externalKey, content, source, outcome: null, subjectId: null, problems: [] };
}

/** The cells of a row as text, for the file of failed rows; what PostgreSQL cannot keep becomes a mark. */
const sourceOf = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .slice(0, maxHeader)
      .map(([name, cell]) => [safeText(name, 60), safeText(cellText(cell), 10_000)]),
  );

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return '';
  return Array.isArray(cell) ? cell.map(cellText).join('；') : JSON.stringify(cell);
}

const safeText = (text: string, max: number): string => text.slice(0, max).replaceAll(/[\0\p{Cs}]/gu, '\ufffd');

const newImport = (actor: PersonActor, { kind, dryRun, publish }: NewImport, now: Date): Import => ({
  id: uuid(),
  organizationId: actor.organizationId,
  personId: actor.personId,
  kind,
  dryRun,
  publish,
  state: 'queued',
  header: [],
  ignoredColumns: [],
  total: 0,
  counts: { created: 0, updated: 0, unchanged: 0, failed: 0 },
  workedMs: 0,
  createdAt: now,
  startedAt: null,
  endedAt: null,
});

const subject = (entry: Import) => ({ subjectKind: 'import', subjectId: entry.id, parties: [entry.organizationId] });
