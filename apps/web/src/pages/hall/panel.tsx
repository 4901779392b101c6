import { useState, type ReactNode } from 'react';
import { bilingual, useWords } from '../../text/words.ts';

const words = bilingual(
  { table: '表格', picture: '图形', of: (title: string) => `：${title}` },
  { table: 'Table', picture: 'Picture', of: (title) => `: ${title}` },
);

/** A part of the wall: what it shows, of which day, and the same as a table at the press of a button. */
export function Panel(props: {
  readonly area: string;
  readonly title: string;
  /** 'Data as of …', and what else a reader must know. */
  readonly note: ReactNode;
  readonly children: ReactNode;
  readonly table?: ReactNode;
}) {
  const t = useWords(words);
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={`hall-panel hall-${props.area}`} aria-labelledby={`hall-${props.area}`}>
      <header>
        <h2 id={`hall-${props.area}`}>{props.title}</h2>
        {props.table !== undefined && (
          <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? t.picture : t.table}
            <span className="visually-hidden">{t.of(props.title)}</span>
          </button>
        )}
      </header>
      <div className="hall-body" tabIndex={0} role="group" aria-label={props.title}>
        {asTable ? props.table : props.children}
      </div>
      <p className="hall-note">{props.note}</p>
    </section>
  );
}
