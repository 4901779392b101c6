import { inflateSync } from 'node:zlib';

/**
 * Reads back what `drawPdf` writes: the text of the pages as a viewer would copy it (by each font's ToUnicode table),
 * and the files inside. It is no reader for every PDF: what it does not find is simply not there.
 */
export interface PdfContent {
  /** All text of all pages in drawing order, without white space. */
  readonly text: string;
  readonly files: readonly Buffer[];
}

const maxInflatedBytes = 64 * 1024 * 1024;

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

export function readPdf(bytes: Buffer): PdfContent {
  const objects = objectsOf(bytes);
  const streamOf = (reference: string | undefined): Buffer => objects.get(reference ?? '')?.stream ?? Buffer.alloc(0);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  const text = pages.map(({ head }) => {
    const resources = objects.get(reference(head, 'Resources') ?? '')?.head ?? '';
    const contents = streamOf(reference(head, 'Contents')).toString('latin1');
    const fonts = new Map<string, ReadonlyMap<number, string>>();
    for (const [, name = '', number] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(number ?? '')?.head ?? '';
      fonts.set(name, unicodeTable(streamOf(reference(font, 'ToUnicode')).toString('latin1')));
    }
    return textOf(contents, fonts);
  });
  const files = [...objects.values()].filter(({ head }) => head.includes('/Type /EmbeddedFile'));
  return {
    text: text.join('').replace(/\s+/g, ''),
    files: files.flatMap(({ stream }) => (stream ? [stream] : [])),
  };
}

const reference = (head: string, name: string): string | undefined => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1];

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const source = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  const start = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(source); match; match = start.exec(source)) {
    const from = match.index + match[0].length;
    const end = source.indexOf('endobj', from);
    const streamAt = source.indexOf('stream\n', from);
    if (end < 0) break;
    if (streamAt < 0 || streamAt > end) {
      objects.set(match[1] ?? '', { head: source.slice(from, end), stream: null });
      continue;
    }
    const head = source.slice(from, streamAt);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = bytes.subarray(streamAt + 7, streamAt + 7 + length);
    objects.set(match[1] ?? '', { head, stream: head.includes('/FlateDecode') ? inflated(raw) : raw });
    start.lastIndex = streamAt + 7 + length;
  }
  return objects;
}

function inflated(raw: Buffer): Buffer | null {
  try {
    return inflateSync(raw, { maxOutputLength: maxInflatedBytes });
  } catch {
    return null; // damaged: nothing to read there
  }
}

/** `<0000> <00ff> [<6280> <672f> …]`: glyph number → text. */
function unicodeTable(cmap: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, code = ''], index) =>
      table.set(parseInt(from, 16) + index, fromUtf16(code)),
    );
  }
  return table;
}

const fromUtf16 = (hex: string): string =>
  String.fromCharCode(...(hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));

/** Follows the font that is set, and takes every shown string. */
function textOf(contents: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, name, shown] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|(\[[^\]]*\] TJ|<[0-9a-f]+> Tj)/gi)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/gi))
      for (const glyph of hex.match(/.{4}/g) ?? []) text += font.get(parseInt(glyph, 16)) ?? '\ufffd';
  }
  return text;
}
