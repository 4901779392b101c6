import fc from 'fast-check';
import { normalizePatentNumber, parsePatentNumber, patentCheckCharacter } from './patent-number.js';

const parsed = (text: string) => {
  const result = parsePatentNumber(text);
  if (!result.ok) throw new Error(`${text}: ${result.refusal.code}`);
  return result.value;
};
const codeOf = (text: string): string => {
  const result = parsePatentNumber(text);
  return result.ok ? 'ok' : result.refusal.code;
};

describe('patent number', () => {
  it.each([
    ['201710601862.3', '2017106018623', 2017, 'invention', false],
    ['201080063196.9', '2010800631969', 2010, 'invention', true],
    ['95115608.X', '95115608X', 1995, 'invention', false],
    ['97101765.4', '971017654', 1997, 'invention', false],
  ])('reads the real number %s', (text, number, year, kind, international) => {
    expect(parsed(text)).toMatchObject({ number, display: text, year, kind, international, warnings: [] });
  });

  it.each([
    'ZL201710601862.3',
    'zl 2017 1 0601862.3',
    'CN201710601862.3',
    '２０１７１０６０１８６２．３',
    '2017106018623',
    'ＺＬ　２０１７１０６０１８６２。３',
  ])('takes %s for the same patent', (text) => {
    expect(parsed(text).number).toBe('2017106018623');
  });

  it.each([
    ['wrong check character', '201710601862.4', 'patentNumber.checkDigit'],
    ['publication number', 'CN107266544A', 'patentNumber.malformed'],
    ['no check character', '201710601862', 'patentNumber.malformed'],
    ['year before the Patent Law', '198010601862.' + patentCheckCharacter('198010601862'), 'patentNumber.malformed'],
    ['empty', '', 'patentNumber.malformed'],
    ['letters', 'ZL2017A0601862.3', 'patentNumber.malformed'],
  ])('refuses: %s', (_name, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('warns of a kind digit that the standard does not name', () => {
    const digits = '201750601862';
    expect(parsed(digits + patentCheckCharacter(digits))).toMatchObject({
      kind: null,
      warnings: ['patentNumber.unknownKind'],
    });
  });

  const digits12 = fc
    .tuple(
      fc.integer({ min: 2004, max: 2099 }),
      fc.constantFrom('1', '2', '3', '8', '9'),
      fc.integer({ min: 0, max: 9_999_999 }),
    )
    .map(([year, kind, serial]) => `${year}${kind}${String(serial).padStart(7, '0')}`);

  it('detects every single wrong digit', () => {
    fc.assert(
      fc.property(
        digits12,
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, position, step) => {
          const number = digits + patentCheckCharacter(digits);
          const wrong = String((Number(number[position]) + step) % 10);
          expect(codeOf(number.slice(0, position) + wrong + number.slice(position + 1))).not.toBe('ok');
        },
      ),
    );
  });

  it('reads what it prints', () => {
    fc.assert(
      fc.property(digits12, (digits) => {
        const number = parsed(digits + patentCheckCharacter(digits));
        expect(parsed(number.display)).toEqual(number);
        expect(normalizePatentNumber(`ZL${number.display}`)).toBe(number.number);
      }),
    );
  });
});
