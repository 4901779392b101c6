import { csvCell } from '#domain/import/import.js';
import { formColumns } from '#domain/statistics/form-columns.js';
import type { RegistrationEntry } from '#domain/statistics/registration-entry.js';
import { xlsx, type Cell } from '#platform/spreadsheet/xlsx.js';

const header = formColumns.map((column) => column.name);
type Pages = AsyncIterable<readonly RegistrationEntry[]>;

/** With the mark, spreadsheets read it as UTF-8. */
export async function* registerCsv(pages: Pages): AsyncGenerator<string> {
  yield `\ufeff${header.map(csvCell).join(',')}\r\n`;
  for await (const entries of pages) {
    yield entries.map((entry) => `${formColumns.map((column) => csvCell(column.write(entry))).join(',')}\r\n`).join('');
  }
}

/** A spreadsheet keeps 15 digits of a number; numbers and codes are text, amounts beyond that are too. */
const amountCell = (text: string): Cell => (text.replace('.', '').length <= 15 ? { number: text } : text);

export function registerXlsx(pages: Pages): AsyncGenerator<Buffer> {
  async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for await (const entries of pages) {
      yield entries.map((entry) =>
        formColumns.map(({ name, write }) => (name.endsWith('（元）') ? amountCell(write(entry)) : write(entry))),
      );
    }
  }
  return xlsx('技术合同登记表', header, rows());
}
