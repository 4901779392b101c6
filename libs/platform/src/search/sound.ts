import { pinyin } from 'pinyin-pro';

const han = /^\p{Script=Han}+$/u;

/** How a Chinese word is said, without tones: 代乳料 → dairuliao, and by initials: drl. Null for what is no Chinese word. */
export function soundOf(word: string): { readonly full: string; readonly initials: string } | null {
  if (!han.test(word)) return null;
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true });
  return {
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .toLowerCase(),
  };
}
