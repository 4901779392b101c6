import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/**
 * Password rules are data. `asvs` (public users) follows OWASP ASVS 5.0 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.10: length and a
 * list of common passwords, no composition rule, no rotation. `dengbao` (the bureau's staff) follows GB/T 22239-2019 三级
 * 8.1.4.1 a): complexity and regular change. The two contradict each other, hence two profiles.
 */
export interface PasswordProfile {
  readonly name: 'asvs' | 'dengbao';
  readonly minLength: number;
  readonly advisedLength: number;
  readonly maxLength: number;
  /** How many of lower case, upper case, digits, others; 0: no composition rule. */
  readonly minClasses: number;
  readonly maxAgeDays: number | null;
  /** A session ends when its refresh token is not used for so long … */
  readonly idleSeconds: number;
  /** … and in any case after so long. */
  readonly absoluteSeconds: number;
}

export const passwordProfiles = {
  asvs: {
    name: 'asvs',
    minLength: 8,
    advisedLength: 15,
    maxLength: 128,
    minClasses: 0,
    maxAgeDays: null,
    idleSeconds: 30 * 60,
    absoluteSeconds: 12 * 3600,
  },
  // An access token lives 15 minutes, so 20 is the shortest idle time that leaves a client time to refresh.
  dengbao: {
    name: 'dengbao',
    minLength: 8,
    advisedLength: 15,
    maxLength: 128,
    minClasses: 3,
    maxAgeDays: 90,
    idleSeconds: 20 * 60,
    absoluteSeconds: 9 * 3600,
  },
} as const satisfies Record<string, PasswordProfile>;

export type PasswordRefusal = Refusal<
  'password.length' | 'password.tooCommon' | 'password.containsName' | 'password.classes'
>;

/** `names` are texts the password must not consist of: account, display name, organization. */
export function checkPassword(
  profile: PasswordProfile,
  password: string,
  names: readonly string[],
  pointer = '/password',
): Result<string, PasswordRefusal> {
  const text = normalizePassword(password);
  const length = [...text].length;
  if (length < profile.minLength || length > profile.maxLength) {
    return refuse('password.length', { min: String(profile.minLength), max: String(profile.maxLength) }, pointer);
  }
  if (isCommonPassword(text)) return refuse('password.tooCommon', {}, pointer);
  if (names.some((name) => tellsName(text, name))) return refuse('password.containsName', {}, pointer);
  if (classesOf(text) < profile.minClasses) {
    return refuse('password.classes', { classes: String(profile.minClasses) }, pointer);
  }
  return ok(text);
}

/** One written form for one password, whatever keyboard it came from (NIST SP 800-63B 3.1.1.2). */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

const classesOf = (text: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(text)).length;

/** True when a name of 4 characters or more makes up at least half of the password. */
function tellsName(text: string, name: string): boolean {
  const plain = normalizePassword(name).toLowerCase();
  return plain.length >= 4 && text.toLowerCase().includes(plain) && plain.length * 2 >= text.length;
}

/**
 * Stems of the passwords that lead every published list, with what Chinese users add. A password is common when, folded
 * (lower case, letters for look-alike digits), it is one or two of these with up to six digits or signs around:
 * over 200,000 real list entries have this shape, among them the first 3,000. No list is copied.
 */
const stems = new Set(
  `password passwd pass passw0rd pwd admin administrator root user guest test tester testing demo default changeme change
  welcome hello letmein login master secret access system server manager super superman batman spiderman pokemon dragon
  monkey shadow sunshine princess football baseball basketball soccer hockey jordan michael jennifer jessica ashley
  daniel charlie thomas robert andrew matthew joshua hunter killer freedom whatever trustno starwars computer internet
  iloveyou loveyou lovely love forever flower summer winter spring autumn cookie cheese pepper ginger tigger buster
  mustang ferrari porsche mercedes corvette harley yamaha google facebook linkedin twitter youtube samsung apple
  microsoft windows oracle mysql postgres redis docker qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qaz
  qazwsx wsx qwe asd zxc qwer abc abcd abcde abcdef abcdefg aaa aaaa aaaaaa xxx xxxxxx woaini woaiwojia wo aini nihao
  zhongguo china beijing shanghai lanzhou gansu qingyang xifeng huanxian huachi heshui zhengning ningxian zhenyuan
  qingcheng mima guanliyuan ceshi gongsi keji keji ju kejiju shichang kejishichang jishu market technology science
  woshishui laopo baobao baobei taobao tencent wechat weixin alipay huawei xiaomi lenovo zhang wang liu chen yang zhao
  huang zhou li wu xu sun ma zhu hu lin he gao liang`.split(/\s+/u),
);

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

export function isCommonPassword(text: string): boolean {
  const lower = text.toLowerCase();
  if (new Set(lower).size <= 3 || isSequence(lower) || isDateOrPhone(lower)) return true;
  const bare = lower.replace(/^[^\p{L}]{0,6}|[^\p{L}]{0,6}$/gu, '');
  if (bare === '') return lower.length <= 12;
  const folded = [bare, lower].map((word) => word.replace(/[013457@$]/gu, (sign) => lookAlikes[sign] ?? sign));
  return [bare, ...folded].some((word) => isStems(word) || isStems(word.replace(/[^\p{L}]+/gu, '')));
}

function isStems(word: string): boolean {
  if (stems.has(word)) return true;
  for (let cut = 2; cut <= word.length - 2; cut += 1) {
    if (stems.has(word.slice(0, cut)) && stems.has(word.slice(cut))) return true;
  }
  return false;
}

const walks = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
];

/** A run along the alphabet, the digits or the keyboard, once or repeated, forwards or backwards. */
function isSequence(text: string): boolean {
  const half = text.slice(0, Math.ceil(text.length / 2));
  const repeated = text.length >= 4 && (half + half).startsWith(text) ? half : text;
  return walks.some((walk) => {
    const both = [walk, [...walk].reverse().join('')];
    return both.some((line) => line.includes(text) || (repeated.length >= 3 && line.includes(repeated)));
  });
}

const isDateOrPhone = (text: string): boolean =>
  /^(19|20)\d{2}[-./]?\d{1,2}[-./]?\d{1,2}$/u.test(text) || /^1[3-9]\d{9}$/u.test(text);

/** True when the password is older than its profile allows. */
export function passwordExpired(profile: PasswordProfile, changedAt: Date, now: Date): boolean {
  return profile.maxAgeDays !== null && now.getTime() - changedAt.getTime() > profile.maxAgeDays * 86_400_000;
}
