import { pipeline, Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import { UnreadableWorkbook, xlsxRows } from '#platform/spreadsheet/xlsx.reader.js';

export type ImportFormat = 'csv' | 'jsonLines' | 'xlsx';

/** A file as it was uploaded: a text, or the bytes of a workbook. */
export type FileContent =
  { readonly format: 'csv' | 'jsonLines'; readonly text: string } | { readonly format: 'xlsx'; readonly bytes: Buffer };

/** One record of a file: its fields by header, or null when the line could not be read. */
export interface FileRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>> | null;
}

/** The file as a whole cannot be read (a quote that never ends). */
export class MalformedFile extends Error {
  constructor(readonly line: number) {
    super(`malformed near line ${line}`);
    this.name = 'MalformedFile';
  }
}

export { UnreadableWorkbook };

const maxRecordCharacters = 65_536;

/** Reads a file record by record, so that no second copy of it stands in memory. */
export function readRecords(file: FileContent): AsyncIterable<FileRecord> {
  if (file.format === 'xlsx') return readXlsx(file.bytes);
  return file.format === 'csv' ? readCsv(file.text) : readJsonLines(file.text);
}

async function* readXlsx(bytes: Buffer): AsyncGenerator<FileRecord> {
  let header: readonly string[] | null = null;
  for await (const { line, cells } of xlsxRows(bytes)) {
    if (header === null) header = cells;
    else {
      const characters = cells.reduce((sum, cell) => sum + cell.length, 0);
      const fits = cells.length <= header.length && characters <= maxRecordCharacters;
      yield { line, fields: fits ? byHeader(header, cells) : null };
    }
  }
}

async function* readCsv(text: string): AsyncGenerator<FileRecord> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: maxRecordCharacters,
  });
  pipeline(Readable.from(slices(text)), parser, () => undefined); // an error ends the loop below too
  let header: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (header === null) header = record;
      else yield { line: info.lines, fields: record.length === header.length ? byHeader(header, record) : null };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new MalformedFile(Number((error as { lines?: unknown }).lines ?? 1));
    throw error;
  }
}

const sliceCharacters = 65_536;

/** The text piece by piece, never within a character: given at once, the parser would hold all of its records at once. */
function* slices(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = start + sliceCharacters;
    const cutsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    yield text.slice(start, cutsPair ? end + 1 : end);
    start = cutsPair ? end + 1 : end;
  }
}

const byHeader = (header: readonly string[], record: readonly string[]): Record<string, string> =>
  Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));

async function* readJsonLines(text: string): AsyncGenerator<FileRecord> {
  let line = 0;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const raw = text.slice(start, end === -1 ? text.length : end).trim();
    start = end === -1 ? text.length : end + 1;
    line += 1;
    if (raw !== '') yield { line, fields: raw.length > maxRecordCharacters ? null : jsonObject(raw) };
  }
}

function jsonObject(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
