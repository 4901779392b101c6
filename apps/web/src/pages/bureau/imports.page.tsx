import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { importKind, importState } from '../../text/codes/work.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ImportForm } from './import-form.tsx';
import './bureau.css';

const words = bilingual(
  {
    title: '批量导入',
    lead: '一个文件带入多条成果、需求或历史登记。先试运行看结果，再正式导入；按编号更新，重复导入不会产生重复。',
    workbench: '我的工作台',
    fresh: '导入一个文件',
    earlier: '历次导入',
    kind: '内容',
    mode: '方式',
    trial: '试运行',
    real: '正式',
    state: '状态',
    rows: '行数',
    failed: '未能导入',
    at: '时间',
    empty: '还没有导入过。下载模板、填好后从上面交来。',
  },
  {
    title: 'Bulk import',
    lead: 'One file brings many rows. Try it first, then import; rows are updated by number, never doubled.',
    workbench: 'Workbench',
    fresh: 'Import a file',
    earlier: 'Earlier imports',
    kind: 'Contents',
    mode: 'Mode',
    trial: 'Dry run',
    real: 'Real',
    state: 'State',
    rows: 'Rows',
    failed: 'Failed',
    at: 'When',
    empty: 'Nothing imported yet. Download the template, fill it in, and hand it over above.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const imports = api.useInfiniteQuery('get', '/v1/imports', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['ImportView']>[] = [
    {
      key: 'kind',
      title: t.kind,
      render: ({ id, kind, createdAt }) => (
        <Link to={`/workbench/imports/${id}`}>
          <Code codes={importKind} value={kind} />
          <span className="visually-hidden"> {createdAt}</span>
        </Link>
      ),
    },
    { key: 'mode', title: t.mode, render: ({ dryRun }) => (dryRun ? t.trial : t.real) },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={importState} value={state} /> },
    { key: 'rows', title: t.rows, numeric: true, render: ({ total }) => total },
    { key: 'failed', title: t.failed, numeric: true, render: ({ failed }) => failed },
    { key: 'at', title: t.at, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.fresh}>
        <QueryView query={me}>{(who) => <ImportForm me={who} />}</QueryView>
      </Section>
      <Section title={t.earlier}>
        <PagedTable caption={t.earlier} query={imports} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
