import { parseAchievementRegistrationNumber } from './registration-number.js';

describe('achievement registration number', () => {
  it.each([
    ['9622026Y0123', { issuer: '962', year: 2026, type: 'appliedTechnology' }],
    ['９６２２０２６j０１２３', { number: '9622026J0123', type: 'basicTheory' }],
    [' 962 2026 R 0123 ', { number: '9622026R0123', type: 'softScience' }],
  ])('reads %s', (text, expected) => {
    expect(parseAchievementRegistrationNumber(text)).toMatchObject({ ok: true, value: expected });
  });

  it.each(['', '9622026X0123', '9621826Y0123', '962202Y0123', '9622026Y01234', '96A2026Y0123'])(
    'refuses "%s"',
    (text) => {
      expect(parseAchievementRegistrationNumber(text)).toMatchObject({
        ok: false,
        refusal: { code: 'registrationNumber.malformed' },
      });
    },
  );
});
