import fc from 'fast-check';
import {
  creditCodeCheckCharacter,
  normalizeCreditCode,
  organizationCheckCharacter,
  parseCreditCode,
} from './credit-code.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const parsed = (text: string) => {
  const result = parseCreditCode(text);
  if (!result.ok) throw new Error(`${text}: ${result.refusal.code}`);
  return result.value;
};

describe('unified social credit code', () => {
  it.each([
    ['91350200MA2YJ1XR9G', 'enterprise', '350200'],
    ['91440101MA5CJQ4N59', 'enterprise', '440101'],
    ['913502000728319549', 'enterprise', '350200'],
    ['12621000438500018H', 'publicInstitution', '621000'],
    ['91621002MA71ABC01J', 'enterprise', '621002'],
    ['116210000139000168', 'stateOrgan', '621000'],
  ])('accepts %s without the main check complaining', (code, kind, placeCode) => {
    expect(parsed(code)).toMatchObject({ code, kind, placeCode });
    expect(parsed(code).warnings).not.toContain('creditCode.checkCharacter');
  });

  it.each(['91350203M0001QAY9B', '91350100M0001TGQXM'])(
    'warns of the real early code %s, and does not refuse it',
    (code) => {
      expect(parsed(code).warnings).toContain('creditCode.checkCharacter');
    },
  );

  it('checks the organization code inside (GB 11714)', () => {
    expect(parsed('91350200MA2YJ1XR9G').warnings).toEqual([]);
    const wrongInside = '91350200MA2YJ1XR0';
    expect(parsed(wrongInside + creditCodeCheckCharacter(wrongInside)).warnings).toEqual([
      'creditCode.organizationCode',
    ]);
  });

  it('accepts a check character of 0, which a popular library refuses', () => {
    const found = bodyEndingInZero();
    expect(parsed(`${found}0`).warnings).not.toContain('creditCode.checkCharacter');
  });

  it.each([
    '９１６２１００２ＭＡ７１ＡＢＣ０１Ｊ',
    '91621002ma71abc01j',
    ' 91 621002 MA71ABC01 J ',
    '91-621002-MA71ABC01-J',
  ])('reads "%s"', (text) => {
    expect(parsed(text).code).toBe('91621002MA71ABC01J');
  });

  it.each([
    ['empty', ''],
    ['too short', '91621002MA71ABC01'],
    ['too long', '91621002MA71ABC01JJ'],
    ['letter O', '91621002MA71ABCO1J'],
    ['letter I', '91621002MA71ABCI1J'],
    ['letters in the place', '9162100AMA71ABC01J'],
    ['an old 15-digit registration number', '620102200012345'],
  ])('refuses the shape: %s', (_name, text) => {
    expect(parseCreditCode(text)).toMatchObject({ ok: false, refusal: { code: 'creditCode.malformed' } });
  });

  const character = fc.constantFrom(...alphabet);
  const body = fc
    .tuple(
      fc.constantFrom('11', '12', '51', '52', '53', '91', '92', '93'),
      fc.integer({ min: 110000, max: 659999 }),
      fc.array(character, { minLength: 9, maxLength: 9 }),
    )
    .map(([kind, place, rest]) => `${kind}${place}${rest.join('')}`);

  it('detects every single wrong character', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 17 }), character, (text, position, wrong) => {
        const code = text + creditCodeCheckCharacter(text);
        fc.pre(code[position] !== wrong);
        const result = parseCreditCode(code.slice(0, position) + wrong + code.slice(position + 1));
        expect(!result.ok || result.value.warnings.includes('creditCode.checkCharacter')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('detects every swap of two neighbours', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 16 }), (text, i) => {
        const code = text + creditCodeCheckCharacter(text);
        fc.pre(code[i] !== code[i + 1]);
        const swapped = code.slice(0, i) + code.charAt(i + 1) + code.charAt(i) + code.slice(i + 2);
        const result = parseCreditCode(swapped);
        expect(!result.ok || result.value.warnings.includes('creditCode.checkCharacter')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseCreditCode(text);
        expect(normalizeCreditCode(normalizeCreditCode(text))).toBe(normalizeCreditCode(text));
      }),
    );
  });

  it('computes a GB 11714 character that is a digit or X', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{8}$/), (text) => {
        expect(organizationCheckCharacter(text)).toMatch(/^[0-9X]$/);
      }),
    );
  });
});

function bodyEndingInZero(): string {
  for (let serial = 0; serial < 1000; serial += 1) {
    const body = `91621002MA71A${String(serial).padStart(4, '0')}`;
    if (creditCodeCheckCharacter(body) === '0') return body;
  }
  throw new Error('none found');
}
