import { useSettings } from '../settings/settings.ts';

export type Language = 'zh' | 'en';

/** The same words in both languages: whoever adds one in Chinese adds it in English, or it does not compile. */
export interface Bilingual<T> {
  readonly zh: T;
  readonly en: T;
}

export const bilingual = <T extends object>(zh: T, en: NoInfer<T>): Bilingual<T> => ({ zh, en });

/** The words in the language the visitor chose. */
export const useWords = <T>(words: Bilingual<T>): T => words[useSettings().language];
