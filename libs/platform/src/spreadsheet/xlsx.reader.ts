import yauzl from 'yauzl';
import { cellText, columnOf, dateStyles, type NumberStyles } from './xlsx.cell.js';
import { MalformedXml, XmlScanner, type XmlHandler, type XmlTag } from './xml-scanner.js';

/** A row of the first visible sheet: the texts of its cells from column A on. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** No workbook, a damaged one, or one beyond the limits. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}

/** Unpacked sizes: what a small file may grow to (zip bomb). The sheet streams by; the shared texts stand in memory. */
export const workbookLimits = {
  maxEntries: 2_000,
  maxSheetBytes: 256 * 1024 * 1024,
  maxTextsBytes: 64 * 1024 * 1024,
  maxPartBytes: 8 * 1024 * 1024,
  maxColumns: 256,
  maxLines: 1_048_576,
  maxCellCharacters: 65_536,
} as const;

/** Reads the first visible sheet of a workbook (ECMA-376), row by row; empty rows are left out. */
export async function* xlsxRows(file: Buffer): AsyncGenerator<SheetRow> {
  try {
    const parts = await partsOf(file);
    const { sheet, texts, styles, date1904 } = await bookOf(parts);
    const reading = new SheetReading(
      texts === null ? [] : await textsOf(parts, texts),
      styles === null ? [] : await dateStylesOf(parts, styles),
      date1904,
    );
    const scanner = new XmlScanner(reading);
    for await (const chunk of parts.texts(sheet, workbookLimits.maxSheetBytes)) {
      scanner.push(chunk);
      yield* reading.taken();
    }
    scanner.end();
  } catch (error) {
    throw error instanceof MalformedXml ? new UnreadableWorkbook(error.message) : error;
  }
}

interface Parts {
  has(name: string): boolean;
  texts(name: string, maxBytes: number): AsyncGenerator<string>;
}

async function partsOf(file: Buffer): Promise<Parts> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(file, { lazyEntries: true, autoClose: false }, (error, opened) =>
      error ? reject(new UnreadableWorkbook(error.message)) : resolve(opened),
    );
  });
  const entries = await entriesOf(zip);
  return {
    has: (name) => entries.has(name),
    async *texts(name, maxBytes) {
      const entry = entries.get(name);
      // The stream gives no more than the entry says: yauzl compares.
      if (!entry || entry.uncompressedSize > maxBytes) throw new UnreadableWorkbook(`${name} is missing or too large`);
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
        zip.openReadStream(entry, (error, opened) =>
          error ? reject(new UnreadableWorkbook(error.message)) : resolve(opened),
        );
      });
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
        yield decoder.decode();
      } catch (error) {
        throw error instanceof MalformedXml ? error : new UnreadableWorkbook(String(error)); // damaged, or not UTF-8
      }
    },
  };
}

function entriesOf(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('error', (error: Error) => reject(new UnreadableWorkbook(error.message)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.size >= workbookLimits.maxEntries || entries.has(entry.fileName)) {
        return reject(new UnreadableWorkbook('too many entries, or two of one name'));
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Scans a part that is small, whole. */
async function scan(parts: Parts, name: string, handler: Partial<XmlHandler>, maxBytes?: number): Promise<void> {
  const nothing = (): void => undefined;
  const scanner = new XmlScanner({ open: nothing, close: nothing, text: nothing, ...handler });
  for await (const chunk of parts.texts(name, maxBytes ?? workbookLimits.maxPartBytes)) scanner.push(chunk);
  scanner.end();
}

interface Book {
  readonly sheet: string;
  readonly texts: string | null;
  readonly styles: string | null;
  readonly date1904: boolean;
}

async function bookOf(parts: Parts): Promise<Book> {
  const sheets: string[] = [];
  let date1904 = false;
  await scan(parts, 'xl/workbook.xml', {
    open: (name, tag) => {
      const given = name === 'sheet' || name === 'workbookPr' ? tag.attributes() : null;
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(given?.get('date1904') ?? '');
      if (name === 'sheet' && (given?.get('state') ?? 'visible') === 'visible') {
        sheets.push([...(given ?? [])].find(([attribute]) => attribute.endsWith(':id'))?.[1] ?? '');
      }
    },
  });
  const targets = new Map<string, string>();
  const named = new Map<string, string>();
  await scan(parts, 'xl/_rels/workbook.xml.rels', {
    open: (name, tag) => {
      if (name !== 'Relationship') return;
      const given = tag.attributes();
      const target = given.get('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      targets.set(given.get('Id') ?? '', path);
      named.set((given.get('Type') ?? '').split('/').at(-1) ?? '', path);
    },
  });
  const sheet = targets.get(sheets[0] ?? '');
  if (sheet === undefined) throw new UnreadableWorkbook('no visible sheet');
  const optional = (name: string): string | null => {
    const path = named.get(name);
    return path !== undefined && parts.has(path) ? path : null;
  };
  return { sheet, texts: optional('sharedStrings'), styles: optional('styles'), date1904 };
}

async function textsOf(parts: Parts, name: string): Promise<readonly string[]> {
  const texts: string[] = [];
  const text = new PlainText();
  await scan(
    parts,
    name,
    {
      open: (element) => text.open(element),
      close: (element) => {
        text.close(element);
        if (element === 'si') texts.push(text.take());
      },
      text: (piece) => text.add(piece),
    },
    workbookLimits.maxTextsBytes,
  );
  return texts;
}

async function dateStylesOf(parts: Parts, name: string): Promise<NumberStyles> {
  const formats = new Map<number, string>();
  const used: number[] = [];
  let inCells = false;
  await scan(parts, name, {
    open: (element, tag) => {
      if (element === 'cellXfs') inCells = true;
      if (element === 'numFmt') {
        const given = tag.attributes();
        formats.set(Number(given.get('numFmtId')), given.get('formatCode') ?? '');
      }
      if (element === 'xf' && inCells) used.push(Number(tag.attributes().get('numFmtId') ?? 0));
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return dateStyles(used, formats);
}

/** The text of `t` elements, the runs of a rich text put together; how it is read aloud (`rPh`) is no part of it. */
class PlainText {
  private pieces: string[] = [];
  private length = 0;
  private inText = false;
  private aloud = false;

  open(name: string): void {
    if (name === 'rPh') this.aloud = true;
    if (name === 't') this.inText = !this.aloud;
  }

  close(name: string): void {
    if (name === 'rPh') this.aloud = false;
    if (name === 't') this.inText = false;
  }

  add(piece: string): void {
    if (!this.inText) return;
    this.length += piece.length;
    if (this.length > workbookLimits.maxCellCharacters) throw new UnreadableWorkbook('a text is too long');
    this.pieces.push(piece);
  }

  /** A copy of its own: a piece of a long string would keep all of that string in memory. */
  take(): string {
    const text = Buffer.from(this.pieces.join('')).toString();
    this.pieces = [];
    this.length = 0;
    return text;
  }
}

class SheetReading implements XmlHandler {
  private rows: SheetRow[] = [];
  private line = 0;
  private cells: (string | undefined)[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private inValue = false;
  private readonly plain = new PlainText();

  constructor(
    private readonly texts: readonly string[],
    private readonly styles: NumberStyles,
    private readonly date1904: boolean,
  ) {}

  /** The rows that are complete. */
  taken(): readonly SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, tag: XmlTag): void {
    this.plain.open(name);
    if (name === 'v') this.inValue = true;
    if (name === 'row') this.openRow(tag.attributes().get('r'));
    if (name === 'c') this.openCell(tag.attributes());
  }

  text(piece: string): void {
    if (!this.inValue) return this.plain.add(piece);
    this.value += piece;
    if (this.value.length > workbookLimits.maxCellCharacters) throw new UnreadableWorkbook('a value is too long');
  }

  close(name: string): void {
    this.plain.close(name);
    if (name === 'v') this.inValue = false;
    if (name === 'c') this.closeCell();
    if (name === 'row' && this.cells.length > 0)
      this.rows.push({ line: this.line, cells: Array.from(this.cells, (cell) => cell ?? '') });
  }

  private openRow(number: string | undefined): void {
    const line = number === undefined ? this.line + 1 : Number(number);
    const follows = Number.isInteger(line) && line > this.line && line <= workbookLimits.maxLines;
    if (!follows) throw new UnreadableWorkbook('rows are out of order');
    this.line = line;
    this.cells = [];
    this.column = -1;
  }

  private openCell(given: ReadonlyMap<string, string>): void {
    const place = given.get('r');
    this.column = place === undefined ? this.column + 1 : columnOf(place);
    this.type = given.get('t') ?? 'n';
    this.style = Number(given.get('s') ?? 0);
    this.value = '';
  }

  private closeCell(): void {
    const inline = this.plain.take();
    const raw = { type: this.type, value: this.value, inline, isDate: this.styles[this.style] === true };
    const text = cellText(raw, this.texts, this.date1904);
    if (text === '') return;
    if (!(this.column >= 0 && this.column < workbookLimits.maxColumns))
      throw new UnreadableWorkbook('too many columns');
    this.cells[this.column] = text;
  }
}
