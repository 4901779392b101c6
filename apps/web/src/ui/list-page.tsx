import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Column } from './list-table.tsx';
import { Page, Section, type Crumb } from './page.tsx';
import type { PagedQuery } from './paged.ts';
import { PagedTable } from './paged-table.tsx';

/** A page that is one list of the API: its name, what stands in it, and where to go when there is nothing. */
export function ListPage<T extends { readonly id: string }>(props: {
  readonly title: string;
  readonly lead: string;
  readonly query: PagedQuery<T>;
  readonly columns: readonly Column<T>[];
  readonly empty: string;
  readonly next?: { readonly to: string; readonly title: string };
  readonly crumbs?: readonly Crumb[];
  readonly actions?: ReactNode;
  /** What stands between the title and the list: filters, or something to know. */
  readonly children?: ReactNode;
}) {
  const { actions, columns, crumbs, empty, lead, next, query, title } = props;
  const nothing = (
    <>
      <p>{empty}</p>
      {next && <Link to={next.to}>{next.title}</Link>}
    </>
  );
  return (
    <Page title={title} lead={lead} {...(crumbs && { crumbs })} actions={actions}>
      {props.children}
      <Section title={title}>
        <PagedTable caption={title} query={query} columns={columns} empty={nothing} />
      </Section>
    </Page>
  );
}

export const workbenchCrumb = (title: string): Crumb => ({ title, to: '/workbench' });
