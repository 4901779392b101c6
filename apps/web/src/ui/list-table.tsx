import type { ReactNode } from 'react';
import { Button } from 'antd';
import { bilingual, useWords } from '../text/words.ts';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: T) => ReactNode;
  /** Amounts and counts stand at the right, in tabular figures. */
  readonly numeric?: boolean;
}

const words = bilingual(
  { more: '再看一些', shown: (count: number) => `已显示 ${count} 条`, loading: '正在载入…' },
  { more: 'Show more', shown: (count) => `${count} shown`, loading: 'Loading…' },
);

/** A list as a table; on a phone each row is a card with its column names beside the values. */
export function ListTable<T>(props: {
  /** What the table holds, for who hears it read. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /** Shown when there is no row: what that means and what to do next. */
  readonly empty: ReactNode;
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean;
}) {
  const t = useWords(words);
  if (props.rows.length === 0) return <div className="empty">{props.empty}</div>;
  return (
    <>
      <div className="table-frame" tabIndex={0} role="region" aria-label={props.caption}>
        <table className="list-table">
          <caption className="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map(({ key, title, numeric }) => (
                <th key={key} scope="col" className={numeric ? 'numeric' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={props.rowKey(row)}>
                {props.columns.map(({ key, title, render, numeric }) => (
                  <td key={key} data-title={title} className={numeric ? 'numeric' : undefined}>
                    {render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="list-foot">
        <span role="status">{t.shown(props.rows.length)}</span>
        {props.onMore && (
          <Button onClick={props.onMore} loading={props.loadingMore ?? false}>
            {t.more}
          </Button>
        )}
      </div>
    </>
  );
}
