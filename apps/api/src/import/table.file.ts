import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { csvTextCell } from '#domain/import/import.js';
import { xlsx } from '#platform/spreadsheet/xlsx.js';

export type TableFormat = 'csv' | 'xlsx';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table of texts as a file, page by page: every text stays the text that it is, in CSV as in a workbook. */
export function tableFile(
  format: TableFormat,
  name: string,
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly string[])[]>,
): StreamableFile {
  const isCsv = format === 'csv';
  return new StreamableFile(Readable.from(isCsv ? csv(header, pages) : xlsx(name, header, pages)), {
    type: isCsv ? 'text/csv; charset=utf-8' : xlsxType,
    disposition: `attachment; filename="${name}.${format}"`,
  });
}

/** With the mark, spreadsheets read it as UTF-8. */
async function* csv(
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield `\ufeff${line(header)}`;
  for await (const rows of pages) yield rows.map(line).join('');
}

const line = (cells: readonly string[]): string => `${cells.map(csvTextCell).join(',')}\r\n`;
