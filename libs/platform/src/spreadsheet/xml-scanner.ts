/** What an XML text is made of, as it goes by. Names are without their namespace's prefix. */
export interface XmlHandler {
  open(name: string, tag: XmlTag): void;
  close(name: string): void;
  text(text: string): void;
}

export class MalformedXml extends Error {
  override readonly name = 'MalformedXml';
}

/** An opening tag as written; its attributes are read when they are asked for. */
export class XmlTag {
  constructor(private readonly raw: string) {}

  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [, name = '', double, single] of this.raw.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      found.set(name, decoded(double ?? single ?? ''));
    }
    return found;
  }
}

/** No tag and no text of a spreadsheet is longer: a cell holds 32,767 characters. */
const maxPieceCharacters = 262_144;

/**
 * Reads XML piece by piece and keeps no more of it than the piece at hand. It knows the five entities and character
 * references of XML 1.0; a document type, with which entities could multiply, is refused.
 */
export class XmlScanner {
  private rest = '';

  constructor(private readonly handler: XmlHandler) {}

  push(chunk: string): void {
    const text = this.rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      const end = open === -1 ? -1 : endOf(text, open);
      if (end === -1) break;
      if (open > at) this.handler.text(decoded(text.slice(at, open)));
      this.markup(text.slice(open, end));
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > maxPieceCharacters) throw new MalformedXml('a piece is too long');
  }

  /** The text is over. */
  end(): void {
    if (this.rest.trim() !== '') throw new MalformedXml('it ends within a tag');
  }

  private markup(tag: string): void {
    if (tag.startsWith('<![CDATA[')) return this.handler.text(tag.slice(9, -3));
    if (tag.startsWith('<!--') || tag.startsWith('<?')) return;
    if (tag.startsWith('<!')) throw new MalformedXml('document types are not read');
    const closing = tag.startsWith('</');
    const name = /^<\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1];
    if (name === undefined) throw new MalformedXml('a tag has no name');
    if (!closing) this.handler.open(name, new XmlTag(tag));
    if (closing || tag.endsWith('/>')) this.handler.close(name);
  }
}

/** Where the markup that begins at `open` ends; -1 when the text at hand does not hold its end. */
function endOf(text: string, open: number): number {
  for (const [start, stop] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(start, open)) continue;
    const end = text.indexOf(stop, open + start.length);
    return end === -1 ? -1 : end + stop.length;
  }
  let quote = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,8}));/g, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities[String(name)] ?? String(whole);
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;
