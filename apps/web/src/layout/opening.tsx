import { bilingual, useWords } from '../text/words.ts';

const words = bilingual({ opening: '正在打开…' }, { opening: 'Opening…' });

/** Shown while the first page's file is on its way. */
export function Opening() {
  const t = useWords(words);
  return (
    <main className="page" aria-busy="true">
      <p role="status">{t.opening}</p>
    </main>
  );
}
