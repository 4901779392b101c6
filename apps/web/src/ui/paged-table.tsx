import type { ReactNode } from 'react';
import { ListTable, type Column } from './list-table.tsx';
import type { PagedQuery } from './paged.ts';
import { QueryView } from './query-view.tsx';

/** A list of the API as a table, page after page. */
export function PagedTable<T extends { readonly id: string }>(props: {
  readonly caption: string;
  readonly query: PagedQuery<T>;
  readonly columns: readonly Column<T>[];
  readonly empty: ReactNode;
}) {
  const { query } = props;
  return (
    <QueryView query={query}>
      {({ pages }) => (
        <ListTable
          caption={props.caption}
          columns={props.columns}
          rows={pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          empty={props.empty}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
        />
      )}
    </QueryView>
  );
}
