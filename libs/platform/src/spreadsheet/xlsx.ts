import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A cell: text is always text, so nothing in it can become a formula; a number is decimal text. */
export type Cell = string | { readonly number: string };

/**
 * Writes a workbook of one sheet, row by row, so that no more than a page of rows stands in memory (ECMA-376, inline
 * strings). Written here because the library usual for it holds every cell and is no longer kept up.
 */
export async function* xlsx(
  sheet: string,
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<Buffer> {
  yield* zip([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relations('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', workbook(sheet)],
    ['xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml')],
    ['xl/worksheets/sheet1.xml', () => sheetXml(header, pages)],
  ]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetTypes}.worksheet+xml"/></Types>`;

const relations = (type: string, target: string): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeRelations}/${type}" Target="${target}"/></Relationships>`;

const workbook = (sheet: string): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="${xmlText(sheet.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

async function* sheetXml(
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield row(header);
  for await (const page of pages) yield page.map(row).join('');
  yield '</sheetData></worksheet>';
}

const row = (cells: readonly Cell[]): string => `<row>${cells.map(cell).join('')}</row>`;

const cell = (content: Cell): string =>
  typeof content !== 'string'
    ? `<c><v>${content.number}</v></c>`
    : content === ''
      ? '<c/>'
      : `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(content)}</t></is></c>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold are left out. */
const xmlText = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);

type Part = readonly [name: string, content: string | (() => AsyncIterable<string>)];

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/** Bit 3: sizes follow the data, since they are not known before; bit 11: names are UTF-8 (APPNOTE 4.4.4). */
const flags = 0x0808;
const deflateMethod = 8;
/** 1980-01-01: a file made twice from the same rows is the same file. */
const dosDate = 0x0021;

async function* zip(parts: readonly Part[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const header = localHeader(Buffer.from(name));
    yield header;
    const start = offset;
    offset += header.length;
    const tally = { crc: 0, size: 0, compressed: 0 };
    for await (const chunk of deflated(typeof content === 'string' ? [content] : content(), tally)) {
      tally.compressed += chunk.length;
      yield chunk;
    }
    offset += tally.compressed;
    const descriptor = buffer(16, [4, 0x08074b50], [4, tally.crc], [4, tally.compressed], [4, tally.size]);
    yield descriptor;
    offset += descriptor.length;
    written.push({ ...tally, name: Buffer.from(name), offset: start });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield buffer(
    22,
    [4, 0x06054b50],
    [4, 0],
    [2, written.length],
    [2, written.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}

async function* deflated(
  source: Iterable<string> | AsyncIterable<string>,
  tally: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of source) {
      const bytes = Buffer.from(text);
      tally.crc = crc32(bytes, tally.crc);
      tally.size += bytes.length;
      yield bytes;
    }
  }
  const deflate = createDeflateRaw();
  pipeline(Readable.from(counted()), deflate, () => undefined); // an error destroys `deflate`, and the loop below throws it
  yield* deflate as AsyncIterable<Buffer>;
}

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([
    buffer(
      30,
      [4, 0x04034b50],
      [2, 20],
      [2, flags],
      [2, deflateMethod],
      [2, 0],
      [2, dosDate],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ),
    name,
  ]);

const directoryEntry = ({ name, crc, compressed, size, offset }: Written): Buffer =>
  Buffer.concat([
    buffer(
      46,
      ...([
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, flags],
        [2, deflateMethod],
        [2, 0],
        [2, dosDate],
      ] as const),
      ...([
        [4, crc],
        [4, compressed],
        [4, size],
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ] as const),
    ),
    name,
  ]);

/** Little-endian integers of 2 or 4 bytes, one after the other. */
function buffer(length: number, ...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(length);
  let at = 0;
  for (const [size, value] of fields) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
}
