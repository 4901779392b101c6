import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';
import type { PrintedField } from '#domain/document/printed-field.js';
import { refuse, type Refusal } from '#domain/shared/result.js';

/**
 * Noto Serif SC, embedded in every PDF as a subset. It has all of the 20,992 ideographs of the basic block and the 6,592
 * of Extension A, but of the later extensions only those of 《通用规范汉字表》 (213 of some 70,000): no package that is
 * kept carries more, so a character beyond stops the document instead of printing a box.
 */
export const chineseFontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
);

export type GlyphRefusal = Refusal<'document.glyphMissing'>;

let coverage: ReadonlySet<number> | null = null;

/** Read once a process; the font itself is let go. */
function covered(): ReadonlySet<number> {
  coverage ??= new Set((openSync(chineseFontFile) as Font).characterSet);
  return coverage;
}

/** The first character that the font cannot draw, and the field it stands in; null when all can be printed. */
export function glyphMissing(
  fields: readonly PrintedField[],
): { readonly ok: false; readonly refusal: GlyphRefusal } | null {
  const known = covered();
  for (const { label, value } of fields) {
    for (const character of `${label}${value}`) {
      const code = character.codePointAt(0) ?? 0;
      if (code === lineFeed || known.has(code)) continue;
      const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      return refuse('document.glyphMissing', { character, codePoint, field: label });
    }
  }
  return null;
}

const lineFeed = 0x0a;
