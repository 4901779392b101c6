import fc from 'fast-check';
import { mark, snippet, wordsToMark } from './marks.js';

const shown = (text: string, words: readonly string[]): string[] =>
  mark(text, wordsToMark(words)).marks.map(({ start, end }) => text.slice(start, end));

describe('marks of a hit', () => {
  it.each([
    ['the words, wherever they stand', '羔羊代乳料，羔羊断奶', ['羔羊', '断奶'], ['羔羊', '羔羊断奶']],
    ['full-width Latin as it was written', '用ＴＭＲ饲喂', ['tmr'], ['ＴＭＲ']],
    ['the longer of two words at one place', '代乳料', ['代乳', '代乳料'], ['代乳料']],
    ['nothing without a word', '代乳料', [], []],
    ['markup of a user as text', '<mark>羊</mark>', ['羊'], ['羊']],
  ])('%s', (_name, text, words, marked) => {
    expect(shown(text, words)).toEqual(marked);
  });

  it('never overlap, never leave the text, and are never empty', () => {
    const text = fc.string({ unit: fc.constantFrom('羊', '羔', 'Ｔ', 'm', '㎡', '😀', ' ') });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (whole, words) => {
        let last = 0;
        for (const { start, end } of mark(whole, wordsToMark(words)).marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(whole.length);
          last = end;
        }
      }),
    );
  });

  it('a snippet of a long text holds the first mark and cuts no character in two', () => {
    const text = `${'😀甲'.repeat(200)}代乳料${'乙'.repeat(200)}`;
    const { text: piece, marks } = snippet(text, wordsToMark(['代乳料']));
    expect(marks.map(({ start, end }) => piece.slice(start, end))).toEqual(['代乳料']);
    expect([...piece].length).toBeLessThanOrEqual(122);
    expect(piece).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});
