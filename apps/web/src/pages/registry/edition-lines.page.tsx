import { useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useEntryColumns } from './entry-columns.tsx';

const words = bilingual(
  {
    title: '期报数字的清单',
    lead: '定稿时的内容：之后的变更和注销不影响这里。',
    edition: '统计期报',
    list: '清单',
    empty: '这个数字没有清单。',
  },
  {
    title: 'The list of a figure',
    lead: 'As it was frozen: later changes and cancellations do not show here.',
    edition: 'Edition',
    list: 'List',
    empty: 'This figure has no rows.',
  },
);

type Lines = paths['/v1/statistics-editions/{id}/lines']['get']['parameters'];

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const query = { ...Object.fromEntries(params), limit: 50 } as NonNullable<Lines['query']>;
  const lines = api.useInfiniteQuery(
    'get',
    '/v1/statistics-editions/{id}/lines',
    { params: { path: { id }, query } },
    byCursor,
  );
  const columns = useEntryColumns();
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.edition, to: `/workbench/statistics-editions/${id}` }]}>
      <Section title={t.list}>
        <PagedTable caption={t.list} query={lines} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
