import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { transferModeNames, type TransferMode } from '#domain/achievement/achievement.js';
import { csvCell, csvTextCell } from '#domain/import/import.js';
import { formatYuan } from '#domain/money/money.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';

/** The format in which the library leaves the house; the same columns are read by our own import. A change of meaning is a new number. */
export const libraryFormat = 'qingyang-achievement-library/1';

interface LibraryRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly field: string | null;
  readonly keywords: readonly string[];
  readonly readinessLevel: number | null;
  readonly farmStage: string | null;
  readonly countyCode: string | null;
  readonly zoneCode: string | null;
  readonly transferModes: readonly TransferMode[];
  readonly priceFen: string | null;
  readonly kind: string | null;
  readonly registrationNumber: string | null;
  readonly publishedAt: Date;
  readonly organizationName: string | null;
}

const rowsPerRead = 500;

/** 成果信息库 for everybody: published achievements, public fields only, as the anonymous role reads them. */
@Injectable()
export class LibraryExportService {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  /** Where a page of so many rows ends: its last id, and whether more follow. */
  async pageEnd(
    after: string | null,
    limit: number,
  ): Promise<{ readonly last: string | null; readonly more: boolean }> {
    const rows = await this.publicReader.query<{ id: string }>(
      'library.pageEnd',
      `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM (
         SELECT id FROM achievement WHERE state = 'published' AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2 + 1) page) x
       WHERE n >= $2 ORDER BY n`,
      [after, limit],
    );
    return { last: rows[0]?.id ?? null, more: rows.length > 1 };
  }

  jsonLines(after: string | null, limit: number): Readable {
    return Readable.from(this.lines(after, limit, (row) => `${JSON.stringify(recordOf(row))}\n`));
  }

  /** With the mark, spreadsheets read it as UTF-8; texts that they would change are kept as text. */
  csv(after: string | null, limit: number): Readable {
    const head = `\ufeff${libraryColumns.join(',')}\r\n`;
    return Readable.from(
      this.lines(
        after,
        limit,
        (row) => {
          const record = recordOf(row);
          return `${libraryColumns.map((name) => cellOf(name, record[name])).join(',')}\r\n`;
        },
        head,
      ),
    );
  }

  private async *lines(
    after: string | null,
    limit: number,
    write: (row: LibraryRow) => string,
    head = '',
  ): AsyncGenerator<string> {
    if (head !== '') yield head;
    let last = after;
    for (let left = limit; left > 0;) {
      const rows = await this.read(last, Math.min(left, rowsPerRead));
      if (rows.length === 0) return;
      yield rows.map(write).join('');
      left -= rows.length;
      last = rows.at(-1)?.id ?? null;
    }
  }

  private read(after: string | null, limit: number): Promise<LibraryRow[]> {
    return this.publicReader.query<LibraryRow>(
      'library.read',
      `SELECT a.id, a.title, a.summary, a.field, a.keywords, a.readiness_level AS "readinessLevel", a.farm_stage AS "farmStage",
         a.county_code AS "countyCode", a.zone_code AS "zoneCode", a.transfer_modes AS "transferModes", a.price_fen AS "priceFen",
         a.kind, a.registration_number AS "registrationNumber", a.published_at AS "publishedAt", o.name AS "organizationName"
       FROM achievement a LEFT JOIN organization o ON o.id = a.organization_id
       WHERE a.state = 'published' AND ($1::uuid IS NULL OR a.id > $1) ORDER BY a.id LIMIT $2`,
      [after, limit],
    );
  }
}

export const libraryColumns = [
  'format',
  'id',
  'title',
  'summary',
  'field',
  'keywords',
  'trl',
  'farmStage',
  'countyCode',
  'zoneCode',
  'transferModes',
  'priceYuan',
  'kind',
  'registrationNumber',
  'organizationName',
  'publishedAt',
] as const;
type LibraryRecord = Readonly<Record<(typeof libraryColumns)[number], string | number | readonly string[] | null>>;

const recordOf = (row: LibraryRow): LibraryRecord => ({
  format: libraryFormat,
  id: row.id,
  title: row.title,
  summary: row.summary,
  field: row.field,
  keywords: row.keywords,
  trl: row.readinessLevel,
  farmStage: row.farmStage,
  countyCode: row.countyCode,
  zoneCode: row.zoneCode,
  transferModes: row.transferModes,
  priceYuan: row.priceFen === null ? null : formatYuan(BigInt(row.priceFen)),
  kind: row.kind,
  registrationNumber: row.registrationNumber,
  organizationName: row.organizationName,
  publishedAt: row.publishedAt.toISOString(),
});

function cellOf(name: string, value: LibraryRecord[keyof LibraryRecord]): string {
  if (value === null) return '';
  if (Array.isArray(value)) {
    const texts = (value as readonly string[]).map((one) =>
      name === 'transferModes' ? transferModeNames[one as TransferMode] : one,
    );
    return csvCell(texts.join('；'));
  }
  const text = String(value);
  // Our import reads these as plain text: a spreadsheet shows them as numbers without harm.
  return name === 'priceYuan' || name === 'trl' || name === 'countyCode' ? csvCell(text) : csvTextCell(text);
}
