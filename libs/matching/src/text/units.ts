/** Between the parts of a text; what an author writes never holds it after validation, and if so it is left out. */
export const separator = '\u0000';

/** The normal form of an achievement's text as UTF-16 units: its title, a separator, the rest. */
export interface UnitText {
  readonly units: Uint16Array;
  readonly titleEnd: number;
  readonly end: number;
}

export const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** Of texts that are in normal form. */
export function unitText(title: string, rest: string): UnitText {
  const units = unitsOf(`${title}${separator}${rest}`);
  return { units, titleEnd: title.length, end: units.length };
}

/** Whether the units of a word stand at a place. */
export function standsAt(units: Uint16Array, end: number, at: number, word: Uint16Array): boolean {
  if (at + word.length > end) return false;
  for (let next = 0; next < word.length; next += 1) if (units[at + next] !== word[next]) return false;
  return true;
}

export function holds({ units, end }: UnitText, word: Uint16Array): boolean {
  const first = word[0];
  for (let at = units.indexOf(first ?? 0); at >= 0 && at + word.length <= end; at = units.indexOf(first ?? 0, at + 1))
    if (standsAt(units, end, at, word)) return true;
  return false;
}
