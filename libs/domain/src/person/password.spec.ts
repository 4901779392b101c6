import { checkPassword, isCommonPassword, passwordExpired, passwordProfiles } from './password.js';

const { asvs, dengbao } = passwordProfiles;
const codeOf = (profile: typeof asvs | typeof dengbao, password: string, names: string[] = []): string => {
  const result = checkPassword(profile, password, names);
  return result.ok ? 'ok' : result.refusal.code;
};

describe('password rules', () => {
  it.each([
    ['seven characters', 'k8#vQ2z', 'password.length'],
    ['129 characters', 'k8vq2zLm'.repeat(16) + 'x', 'password.length'],
    ['a list leader', 'password', 'password.tooCommon'],
    ['a list leader with signs', 'P@ssw0rd2026!', 'password.tooCommon'],
    ['digits in a row', '1234567890', 'password.tooCommon'],
    ['a keyboard walk', 'qwertyuiop', 'password.tooCommon'],
    ['columns of the keyboard', '1qaz2wsx', 'password.tooCommon'],
    ['one character', 'aaaaaaaaaa', 'password.tooCommon'],
    ['a birthday', '1987-06-15', 'password.tooCommon'],
    ['a mobile number', '13893412345', 'password.tooCommon'],
    ['woaini', 'woaini520', 'password.tooCommon'],
    ['the city', 'Qingyang@123', 'password.tooCommon'],
    ['the account', 'longdong-sheep1', 'password.containsName'],
    ['a sentence', '羊羔断奶后要多喂三天', 'ok'],
    ['four words', 'kettle orbit mango fence', 'ok'],
    ['lower case only is fine', 'xkvtbmwpqz', 'ok'],
  ])('asvs, %s', (_name, password, code) => {
    expect(codeOf(asvs, password, ['longdong-sheep'])).toBe(code);
  });

  it('asvs allows 64 characters and more, without rotation', () => {
    expect(codeOf(asvs, 'Lm7 vq2z-'.repeat(8))).toBe('ok');
    expect(passwordExpired(asvs, new Date(0), new Date())).toBe(false);
  });

  it.each([
    ['two classes', 'kettleorbit77', 'password.classes'],
    ['three classes', 'Kettleorbit77', 'ok'],
  ])('dengbao, %s', (_name, password, code) => {
    expect(codeOf(dengbao, password)).toBe(code);
  });

  it('dengbao expires after 90 days', () => {
    const changed = new Date('2026-01-01T00:00:00Z');
    expect(passwordExpired(dengbao, changed, new Date('2026-04-01T00:00:00Z'))).toBe(false);
    expect(passwordExpired(dengbao, changed, new Date('2026-04-02T00:00:00Z'))).toBe(true);
  });

  it('knows more than 3,000 common passwords', () => {
    const words = 'password admin welcome dragon monkey shadow qwerty letmein master sunshine football iloveyou'.split(
      ' ',
    );
    const suffixes = Array.from({ length: 260 }, (_unused, i) => String(i + 1880));
    const common = words.flatMap((word) => suffixes.map((suffix) => `${word}${suffix}`));
    expect(common.length).toBeGreaterThan(3000);
    expect(common.filter((password) => !isCommonPassword(password))).toEqual([]);
  });
});
