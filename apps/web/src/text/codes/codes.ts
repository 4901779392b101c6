import type { Language } from '../words.ts';

/** How a code of the API reads: Chinese, English, and for a state the tone it is shown in. */
export type CodeWords = readonly [zh: string, en: string, tone?: Tone];
export type Tone = 'neutral' | 'going' | 'good' | 'attention' | 'bad';

/** The words of every value of one enumeration of the API: a value without words does not compile. */
export type Codes<C extends string> = Readonly<Record<C, CodeWords>>;

/** A code in the visitor's language; one that this portal does not know yet is shown as it is. */
export const codeText = (codes: Readonly<Record<string, CodeWords>>, value: string, language: Language): string =>
  codes[value]?.[language === 'zh' ? 0 : 1] ?? value;
