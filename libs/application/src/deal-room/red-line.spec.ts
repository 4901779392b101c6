import fc from 'fast-check';
import { redLine } from './red-line.js';

const texts = fc.array(fc.constantFrom('甲方支付', '乙方交付', '三十', '四十', '万元', '\n', '。', '样机', 'x'), {
  maxLength: 60,
});
const textOf = (parts: { change: string; text: string }[], left: string) =>
  parts
    .filter(({ change }) => change !== left)
    .map(({ text }) => text)
    .join('');

describe('red line', () => {
  it('gives both versions back, whatever they are', () => {
    fc.assert(
      fc.property(texts, texts, (one, two) => {
        const [before, after] = [one.join(''), two.join('')];
        const parts = [...redLine(before, after).parts];
        expect(textOf(parts, 'added')).toBe(before);
        expect(textOf(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('shows the changed words of a line, not the line', () => {
    const { parts, addedCharacters, removedCharacters } = redLine(
      '第一条 价款为三十万元。\n第二条 不变。\n',
      '第一条 价款为四十万元。\n第二条 不变。\n',
    );
    const changed = parts.filter(({ change }) => change !== 'same');
    expect(changed.map(({ change }) => change)).toEqual(['removed', 'added']);
    expect(addedCharacters).toBeLessThanOrEqual(4);
    expect(removedCharacters).toBeLessThanOrEqual(4);
  });

  it('stays quick when nothing is alike', () => {
    const long = (sign: string) => Array.from({ length: 20_000 }, (_unused, i) => `${sign}${i}`).join(' ');
    const began = Date.now();
    redLine(long('甲'), long('乙'));
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
