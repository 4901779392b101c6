import { csvCell, csvTextCell } from '#domain/import/import.js';
import { formColumns } from '#domain/statistics/form-columns.js';
import type { RegistrationEntry } from '#domain/statistics/registration-entry.js';
import { xlsx, type Cell } from '#platform/spreadsheet/xlsx.js';

const header = formColumns.map((column) => column.name);
type Pages = AsyncIterable<readonly RegistrationEntry[]>;

/** Amounts and days are a spreadsheet's own; everything else is text, and must stay the text it is. */
const isAmount = (name: string): boolean => name.endsWith('（元）');
const isDay = (name: string): boolean => name.endsWith('日期') || name === '有效期限';
const csvOf = ({ name }: { readonly name: string }) => (isAmount(name) || isDay(name) ? csvCell : csvTextCell);

/** With the mark, spreadsheets read it as UTF-8. */
export async function* registerCsv(pages: Pages): AsyncGenerator<string> {
  yield `\ufeff${header.map(csvCell).join(',')}\r\n`;
  for await (const entries of pages) {
    yield entries
      .map((entry) => `${formColumns.map((column) => csvOf(column)(column.write(entry))).join(',')}\r\n`)
      .join('');
  }
}

/** A spreadsheet keeps 15 digits of a number; numbers and codes are text, amounts beyond that are too. */
const amountCell = (text: string): Cell => (text.replace('.', '').length <= 15 ? { number: text } : text);

export function registerXlsx(pages: Pages): AsyncGenerator<Buffer> {
  async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for await (const entries of pages) {
      yield entries.map((entry) =>
        formColumns.map(({ name, write }) => (isAmount(name) ? amountCell(write(entry)) : write(entry))),
      );
    }
  }
  return xlsx('技术合同登记表', header, rows());
}
