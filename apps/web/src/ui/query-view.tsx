import type { ReactNode } from 'react';
import { Skeleton } from 'antd';
import { bilingual, useWords } from '../text/words.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** What react-query gives, as far as a page needs it. */
export interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

const words = bilingual({ loading: '正在载入…' }, { loading: 'Loading…' });

/** One read on a page, in all its states: loading, failed, or what `children` makes of the data. */
export function QueryView<T>(props: { readonly query: QueryLike<T>; readonly children: (data: T) => ReactNode }) {
  const t = useWords(words);
  const { data, error, isPending, refetch } = props.query;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (isPending) {
    return (
      <div aria-busy="true" role="status">
        <span className="visually-hidden">{t.loading}</span>
        <Skeleton active paragraph={{ rows: 4 }} title={false} />
      </div>
    );
  }
  return <ProblemNotice error={error} onRetry={() => void refetch()} />;
}
