/**
 * Reads facts from data files into typed values. A reader never throws: it notes what is wrong and where
 * (`zones.json/zones/3/areas/0/countyCode: …`), so that a file's problems are told all at once.
 */
export type Reader<T> = (value: unknown, at: string, problems: string[]) => T;

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

export function parseWith<T>(reader: Reader<T>, value: unknown, file: string): Parsed<T> {
  const problems: string[] = [];
  const parsed = reader(value, file, problems);
  return problems.length === 0 ? { ok: true, value: parsed } : { ok: false, problems };
}

const maxTextCharacters = 2_000;

export const text: Reader<string> = (value, at, problems) => {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= maxTextCharacters) return value;
  problems.push(`${at}: 应为非空文本`);
  return '';
};

export const matching =
  (pattern: RegExp, shape: string): Reader<string> =>
  (value, at, problems) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    problems.push(`${at}: 应为${shape}`);
    return '';
  };

/** A stable code: lower-case words joined by hyphens. */
export const code = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, '以连字符连接的小写代码');
/** Six digits of GB/T 2260. */
export const countyCode = matching(/^6210\d{2}$/, '庆阳市的六位行政区划代码');
/** A decimal kept as text, so that no digit is lost. */
export const decimalText = matching(/^\d{1,12}(\.\d{1,6})?$/, '十进制数的文本');

export const integer =
  (min: number, max: number): Reader<number> =>
  (value, at, problems) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    problems.push(`${at}: 应为 ${min} 至 ${max} 的整数`);
    return min;
  };

export const flag: Reader<boolean> = (value, at, problems) => {
  if (typeof value === 'boolean') return value;
  problems.push(`${at}: 应为 true 或 false`);
  return false;
};

export const oneOf =
  <const T extends string>(...values: readonly [T, ...T[]]): Reader<T> =>
  (value, at, problems) => {
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    problems.push(`${at}: 只能是 ${values.join('、')}`);
    return values[0];
  };

/** null or absent becomes null. */
export const nullable =
  <T>(reader: Reader<T>): Reader<T | null> =>
  (value, at, problems) =>
    value === undefined || value === null ? null : reader(value, at, problems);

export const list =
  <T>(item: Reader<T>, min = 0): Reader<readonly T[]> =>
  (value, at, problems) => {
    if (!Array.isArray(value) || value.length < min) {
      problems.push(`${at}: 应为至少 ${min} 项的列表`);
      return [];
    }
    return value.map((entry, index) => item(entry, `${at}/${index}`, problems));
  };

/** An object of exactly these members; an unknown one is a problem. */
export const object =
  <T extends object>(shape: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> =>
  (value, at, problems) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const given: Readonly<Record<string, unknown>> = isObject ? { ...value } : {};
    if (!isObject) problems.push(`${at}: 应为对象`);
    for (const name of Object.keys(given))
      if (!Object.hasOwn(shape, name)) problems.push(`${at}/${name}: 没有这个成员`);
    const members = Object.entries<Reader<unknown>>(shape);
    return Object.fromEntries<unknown>(
      members.map(([name, reader]) => [name, reader(given[name], `${at}/${name}`, problems)]),
    ) as T;
  };

/** Adds a rule about the whole value; `check` gives what is wrong, or null. */
export const checked =
  <T>(reader: Reader<T>, check: (value: T) => string | null): Reader<T> =>
  (value, at, problems) => {
    const before = problems.length;
    const parsed = reader(value, at, problems);
    const problem = problems.length === before ? check(parsed) : null;
    if (problem !== null) problems.push(`${at}: ${problem}`);
    return parsed;
  };
