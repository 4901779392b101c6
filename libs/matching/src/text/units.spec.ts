import fc from 'fast-check';
import { OfferStore } from '../index/offer-store.js';
import { normalText } from '../index/retriever.js';
import type { Offer } from '../rank/subject.js';
import { normalise, normaliseWithOrigin, plainUnit } from './normalise.js';
import { holds, unitsOf, unitText, type UnitText } from './units.js';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '羊',
      '，',
      'ｍ',
      'Ａ',
      '℃',
      '㎡',
      'Σ',
      'ς',
      'é',
      'e',
      '\u0301',
      'ｶ',
      'ﾞ',
      '한',
      'ᄒ',
      'ᅡ',
      '𠮷',
      'İ',
      ' ',
      '　',
    ),
  }),
);
const read = ({ units, titleEnd, end }: UnitText) => ({
  title: String.fromCharCode(...units.subarray(0, titleEnd)),
  rest: String.fromCharCode(...units.subarray(titleEnd, end)).replace(/^\0/, ''),
});

describe('texts as units', () => {
  it('are in normal form unit by unit wherever no unit depends on another', () => {
    fc.assert(
      fc.property(text, (original) => {
        const units = [...unitsOf(original)].map(plainUnit);
        fc.pre(units.every((unit) => unit !== null));
        expect(String.fromCharCode(...units.map((unit) => unit ?? 0))).toBe(normalise(original));
      }),
      { numRuns: 500 },
    );
  });

  it('are read from the index as they would be made anew', () => {
    fc.assert(
      fc.property(text, fc.option(text), fc.array(text, { maxLength: 3 }), (title, summary, keywords) => {
        const clean = (part: string) => part.replaceAll('\0', '');
        const offer = { id: 'a', title: clean(title), summary: summary === null ? null : clean(summary) };
        const whole = { ...offer, keywords: keywords.map(clean), organizationId: 'o' } as unknown as Offer;
        const store = new OfferStore();
        store.set(0, whole, []);
        const kept = store.normalOf(0);
        if (kept === null) return;
        const fresh = read(normalText(whole));
        // Parts end with another sign here; no word of the dictionary holds either.
        const same = (part: string) => part.replace(/[\0\n]+/g, '\n').replace(/^\n|\n$/g, '');
        expect(read(kept).title).toBe(fresh.title);
        expect(same(read(kept).rest)).toBe(same(fresh.rest));
      }),
      { numRuns: 500 },
    );
  });

  it('hold a word just where a text does, and none across title and rest', () => {
    const word = fc.string({ unit: fc.constantFrom('羊', '羔', '代'), minLength: 1, maxLength: 3 });
    const part = fc.string({ unit: fc.constantFrom('羊', '羔', '代'), maxLength: 8 });
    fc.assert(
      fc.property(part, part, word, (title, rest, wanted) => {
        expect(holds(unitText(title, rest), unitsOf(wanted))).toBe(title.includes(wanted) || rest.includes(wanted));
      }),
    );
  });

  it('lead back to the original, unit by unit as by characters', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: normal, origin } = normaliseWithOrigin(original);
        expect(normal).toBe([...original].map(normalise).join(''));
        expect(origin).toHaveLength(normal.length + 1);
        for (let at = 1; at < origin.length; at += 1) expect(origin[at]).toBeGreaterThanOrEqual(origin[at - 1] ?? 0);
      }),
    );
  });
});
