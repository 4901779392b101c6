import { pinyin } from 'pinyin-pro';

export interface Sound {
  readonly full: string;
  readonly initials: string;
}

const han = /^\p{Script=Han}+$/u;
/** Words are said again and again: each is looked up once, while this many are remembered. */
const remembered = new Map<string, Sound>();
const maxRemembered = 50_000;
const maxRememberedLength = 8;

/** How a Chinese word is said, without tones: 代乳料 → dairuliao, and by initials: drl. Null for what is no Chinese word. */
export function soundOf(word: string): Sound | null {
  const known = remembered.get(word);
  if (known) return known;
  if (!han.test(word)) return null;
  const sound = spoken(word);
  if (word.length <= maxRememberedLength) {
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(word, sound);
  }
  return sound;
}

function spoken(word: string): Sound {
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true });
  return {
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable.charAt(0))
      .join('')
      .toLowerCase(),
  };
}
