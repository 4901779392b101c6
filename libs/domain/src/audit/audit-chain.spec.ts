import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  emptyChain,
  formatAnchor,
  isFault,
  missingTail,
  parseAnchor,
  recordText,
  seal,
  verifyLink,
  type Anchor,
  type ChainFault,
  type SealedRecord,
  type Verification,
} from './audit-chain.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const chainOf = (texts: readonly string[]): SealedRecord[] =>
  seal(
    hash,
    emptyChain,
    texts.map((text, index) => ({ recordId: String(index + 1), text })),
  );
const anchorOf = (links: readonly SealedRecord[], count: number): Anchor => ({
  count,
  head: links[count - 1]?.hash ?? '',
  at: '2026-11-23T02:00:00.000Z',
});

function verify(links: readonly SealedRecord[], anchor: Anchor | null): ChainFault | null {
  let state: Verification = { head: emptyChain, anchoredCount: 0 };
  for (const link of links) {
    const next = verifyLink(hash, state, link, anchor);
    if (isFault(next)) return next;
    state = next;
  }
  return missingTail(state, anchor);
}

describe('the text a link covers', () => {
  const columns = fc.array(fc.option(fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 16 });

  it('is JSON of the columns, so that two different records never have the same text', () => {
    fc.assert(fc.property(columns, (list) => expect(JSON.parse(recordText(list))).toEqual(list)));
  });

  it('is what the first seals were made of', () => {
    expect(recordText(['1', null, 'a "b" \\ \n\u0001\u007f 庆阳'])).toBe(
      '["1", null, "a \\"b\\" \\\\ \\n\\u0001\u007f 庆阳"]',
    );
  });
});

describe('audit chain', () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 2, maxLength: 30 });

  it('agrees with itself and with its anchor', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const links = chainOf(list);
        expect(verify(links, anchorOf(links, links.length))).toBeNull();
      }),
    );
  });

  it('is the same whether sealed at once or in two batches', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (list, cut) => {
        const records = list.map((text, index) => ({ recordId: String(index + 1), text }));
        const at = cut % list.length;
        const first = seal(hash, emptyChain, records.slice(0, at));
        const head = { count: at, head: first.at(-1)?.hash ?? emptyChain.head };
        expect([...first, ...seal(hash, head, records.slice(at))]).toEqual(seal(hash, emptyChain, records));
      }),
    );
  });

  it('names the first edited record', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (list, position) => {
        const links = chainOf(list);
        const at = position % links.length;
        const edited = links.map((link, index) => (index === at ? { ...link, text: `${link.text}!` } : link));
        expect(verify(edited, null)).toMatchObject({ kind: 'recordChanged', sequence: at + 1 });
      }),
    );
  });

  it('shows a cut tail and a chain computed anew only against the anchor', () => {
    const links = chainOf(['a', 'b', 'c']);
    const anchor = anchorOf(links, 3);
    const cut = links.slice(0, 2);
    const rehashed = chainOf(['a', 'B', 'c']);
    expect(verify(cut, null)).toBeNull();
    expect(verify(cut, anchor)).toMatchObject({ kind: 'tailMissing', sequence: 3 });
    expect(verify(rehashed, null)).toBeNull();
    expect(verify(rehashed, anchor)).toMatchObject({ kind: 'anchorMismatch', sequence: 1, through: 3 });
  });

  it.each([
    ['a link that is gone', (l: SealedRecord[]) => l.filter((x) => x.sequence !== 2), 'linkMissing', 2],
    [
      'a record that is gone',
      (l: SealedRecord[]) => l.map((x) => (x.sequence === 2 ? { ...x, text: null } : x)),
      'recordMissing',
      2,
    ],
    [
      'two records swapped',
      (l: SealedRecord[]) => [0, 2, 1].map((i, n) => ({ ...(l[i] as SealedRecord), sequence: n + 1 })),
      'recordChanged',
      2,
    ],
  ] as const)('finds %s', (_name, tamper, kind, sequence) => {
    expect(verify(tamper(chainOf(['a', 'b', 'c'])), null)).toMatchObject({ kind, sequence });
  });

  it('reads back the anchor lines it writes, and nothing else', () => {
    const anchor = anchorOf(chainOf(['a']), 1);
    expect(parseAnchor(formatAnchor(anchor))).toEqual(anchor);
    for (const line of ['', '{}', formatAnchor(anchor).slice(0, -1), `${formatAnchor(anchor)} `, '{"count":-1}']) {
      expect(parseAnchor(line)).toBeNull();
    }
  });
});
