import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { importKind, importState } from '../../text/codes/work.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import './bureau.css';

type Import = Schemas['ImportView'];

const words = bilingual(
  {
    list: '批量导入',
    title: '一次导入',
    progress: '已处理的行',
    speed: (rows: number, left: number) => `每秒 ${rows} 行，约还需 ${left} 秒`,
    leave: '可以离开本页，后台继续办理；回到“批量导入”随时查看。',
    facts: '结果',
    kind: '内容',
    mode: '方式',
    trial: '试运行（没有写入）',
    real: '正式导入',
    state: '状态',
    total: '行数',
    created: '新建',
    updated: '更新',
    unchanged: '没有变化',
    failed: '未能导入',
    ignored: '不认得而略过的列',
    begun: '开始',
    ended: '结束',
    trialGood: '试运行没有发现问题。',
    trialNext: '下一步：回到批量导入，用同一个文件，去掉“先试运行”，正式导入。',
    trialBad: (count: number) => `有 ${count} 行需要改正。`,
    badNext: '下载有问题的行，按“错误”列改正后，直接再导入这个文件即可。',
    good: '全部导入完毕。',
    stopped: '导入已中止。',
    stoppedNext: '请联系系统管理员；已导入的行保留，再次导入同一文件不会重复。',
    errors: '有问题的行',
    xlsx: '下载有问题的行（Excel）',
    csv: '下载有问题的行（CSV）',
    line: '行',
    key: '编号',
    wrong: '哪里不对',
    repair: '怎样改',
    noErrors: '没有有问题的行。',
  },
  {
    list: 'Bulk import',
    title: 'An import',
    progress: 'Rows done',
    speed: (rows, left) => `${rows} rows a second, about ${left} s left`,
    leave: 'You may leave; the work goes on, and the list of imports shows it.',
    facts: 'Result',
    kind: 'Contents',
    mode: 'Mode',
    trial: 'Dry run (nothing written)',
    real: 'Real import',
    state: 'State',
    total: 'Rows',
    created: 'Created',
    updated: 'Updated',
    unchanged: 'Unchanged',
    failed: 'Failed',
    ignored: 'Columns passed over',
    begun: 'Began',
    ended: 'Ended',
    trialGood: 'The dry run found nothing wrong.',
    trialNext: 'Next: import the same file again without the dry run.',
    trialBad: (count) => `${count} rows need mending.`,
    badNext: 'Download those rows, mend them by the last column, and import that file.',
    good: 'Everything is imported.',
    stopped: 'The import was stopped.',
    stoppedNext: 'Tell the system administrator. What was imported stays; the same file again doubles nothing.',
    errors: 'Rows with problems',
    xlsx: 'Download these rows (Excel)',
    csv: 'Download these rows (CSV)',
    line: 'Row',
    key: 'Number',
    wrong: 'What is wrong',
    repair: 'How to mend it',
    noErrors: 'No row has a problem.',
  },
);

const isOpen = ({ state }: Import): boolean => state === 'queued' || state === 'running';

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const found = api.useQuery(
    'get',
    '/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data === undefined || isOpen(state.data) ? 700 : false) },
  );
  return (
    <Page title={t.title} crumbs={[{ title: t.list, to: '/workbench/imports' }]}>
      <QueryView query={found}>
        {(shown) => (
          <>
            <Progress shown={shown} />
            {!isOpen(shown) && <Outcome shown={shown} />}
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.kind, <Code key="kind" codes={importKind} value={shown.kind} />],
                  [t.mode, shown.dryRun ? t.trial : t.real],
                  [t.state, <StateTag key="state" codes={importState} value={shown.state} />],
                  [t.total, shown.total],
                  [t.created, shown.created],
                  [t.updated, shown.updated],
                  [t.unchanged, shown.unchanged],
                  [t.failed, shown.failed],
                  [t.ignored, shown.ignoredColumns.join('、')],
                  [t.begun, <Instant key="begun" value={shown.startedAt} />],
                  [t.ended, <Instant key="ended" value={shown.endedAt} />],
                ]}
              />
            </Section>
            {shown.failed > 0 && <Errors key={shown.state} id={id} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Progress({ shown }: { readonly shown: Import }) {
  const t = useWords(words);
  const { done, total, rowsPerSecond } = shown;
  const left = rowsPerSecond ? Math.ceil((total - done) / rowsPerSecond) : null;
  return (
    <>
      <WorkProgress
        label={t.progress}
        {...{ done, total }}
        {...(isOpen(shown) && rowsPerSecond && left !== null && { note: t.speed(rowsPerSecond, left) })}
      />
      {isOpen(shown) && <p className="fine">{t.leave}</p>}
    </>
  );
}

function Outcome({ shown }: { readonly shown: Import }) {
  const t = useWords(words);
  const again = <Link to="/workbench/imports">{t.list}</Link>;
  if (shown.state === 'stopped')
    return <Alert type="error" showIcon role="alert" title={t.stopped} description={t.stoppedNext} />;
  if (shown.failed > 0)
    return <Alert type="warning" showIcon role="status" title={t.trialBad(shown.failed)} description={t.badNext} />;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={shown.dryRun ? t.trialGood : t.good}
      description={
        shown.dryRun ? (
          <>
            {t.trialNext} {again}
          </>
        ) : (
          again
        )
      }
    />
  );
}

function Errors({ id }: { readonly id: string }) {
  const t = useWords(words);
  const errors = api.useInfiniteQuery(
    'get',
    '/v1/imports/{id}/errors',
    { params: { path: { id }, query: { limit: 50 } } },
    byCursor,
  );
  const columns: Column<Schemas['ImportErrorView']>[] = [
    { key: 'line', title: t.line, numeric: true, render: ({ line }) => line },
    { key: 'key', title: t.key, render: ({ externalKey }) => externalKey || '—' },
    {
      key: 'wrong',
      title: t.wrong,
      render: (row) => (
        <ul>
          {row.errors.map(({ column, code, detail }) => (
            <li key={`${column ?? ''}${code}`}>
              {column !== null && `【${column}】`}
              {detail}
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'repair', title: t.repair, render: (row) => [...new Set(row.errors.map(({ repair }) => repair))].join(' ') },
  ];
  return (
    <Section
      title={t.errors}
      actions={
        <div className="form-foot">
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              onClick={() => void download(`/v1/imports/${id}/error-file?format=${format}`, `errors.${format}`)}
            >
              {t[format]}
            </Button>
          ))}
        </div>
      }
    >
      <PagedTable caption={t.errors} query={errors} columns={columns} empty={t.noErrors} />
    </Section>
  );
}
