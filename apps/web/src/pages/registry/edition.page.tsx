import { Link, useParams } from 'react-router';
import { useState } from 'react';
import { Alert, Button } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { lineChange } from '../../text/codes/statistics.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FigureTable } from './figure-table.tsx';
import { FlowMatrix } from './flow-matrix.tsx';
import './registry.css';

const words = bilingual(
  {
    title: (period: string, number: number) => `${period} 统计期报，第 ${number} 版`,
    edition: '统计期报',
    editions: '统计期报',
    cutOff: '截止日',
    lines: '合同数',
    at: '定稿时间',
    reason: '修订原因',
    supersedes: '修订的上一版',
    open: '打开上一版',
    listHash: '清单的 SHA-256',
    figuresHash: '数字的 SHA-256',
    verify: '重新计算并核对',
    intact: '一致：重新计算的清单和数字与定稿完全相同。',
    broken: '不一致：重新计算的结果与定稿不同，请立即报告稽核人员。',
    difference: '与上一版的差异',
    added: '增加的合同',
    removed: '减少的合同',
    changed: '变动的合同',
    before: '修订前成交额',
    after: '修订后成交额',
    changes: '逐项差异',
    number: '登记编号',
    change: '变动',
    noChange: '没有差异。',
  },
  {
    title: (period, number) => `Statistics of ${period}, edition ${number}`,
    edition: 'Edition',
    editions: 'Editions',
    cutOff: 'Cut-off',
    lines: 'Contracts',
    at: 'Frozen at',
    reason: 'Reason of the restatement',
    supersedes: 'Restates',
    open: 'Open the edition before',
    listHash: 'SHA-256 of the list',
    figuresHash: 'SHA-256 of the figures',
    verify: 'Count again and compare',
    intact: 'Intact: what is counted now is what was frozen.',
    broken: 'Not intact: tell the auditors at once.',
    difference: 'Against the edition before',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    before: 'Contract value before',
    after: 'Contract value after',
    changes: 'Line by line',
    number: 'Registration number',
    change: 'Change',
    noChange: 'Nothing differs.',
  },
);

type Edition = Schemas['FullEditionView'];

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const edition = api.useQuery('get', '/v1/statistics-editions/{id}/figures', { params: { path: { id } } });
  const linesAt = (address: string): string =>
    `/workbench/statistics-editions/${id}/lines?${address.split('?')[1] ?? ''}`;
  return (
    <Page
      title={edition.data ? t.title(edition.data.period, edition.data.number) : t.edition}
      crumbs={[{ title: t.editions, to: '/workbench/statistics-editions' }]}
    >
      <QueryView query={edition}>
        {(shown) => (
          <>
            <Section title={t.edition}>
              <Facts
                items={[
                  [t.cutOff, <Day key="cutOff" value={shown.cutOff} />],
                  [t.lines, shown.lineCount],
                  [t.at, <Instant key="at" value={shown.frozenAt} />],
                  [t.reason, shown.reason],
                  [
                    t.supersedes,
                    shown.supersedes && (
                      <Link key="before" to={`/workbench/statistics-editions/${shown.supersedes}`}>
                        {t.open}
                      </Link>
                    ),
                  ],
                  [t.listHash, shown.listHash],
                  [t.figuresHash, shown.figuresHash],
                ]}
              />
              <Verification id={id} />
            </Section>
            {shown.difference && <Difference id={id} difference={shown.difference} />}
            {shown.tables.map((table) => (
              <Section key={table.dimension} title={table.title}>
                {table.dimension === 'flow' && <FlowMatrix table={table} listAt={linesAt} />}
                <FigureTable table={table} listAt={linesAt} />
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Verification({ id }: { readonly id: string }) {
  const t = useWords(words);
  const [asked, setAsked] = useState(false);
  const verification = api.useQuery(
    'get',
    '/v1/statistics-editions/{id}/verification',
    { params: { path: { id } } },
    { enabled: asked },
  );
  return (
    <>
      <p>
        <Button onClick={() => setAsked(true)} loading={verification.isFetching}>
          {t.verify}
        </Button>
      </p>
      {asked && (
        <QueryView query={verification}>
          {({ intact, countedListHash, countedFiguresHash }) => (
            <Alert
              type={intact ? 'success' : 'error'}
              showIcon
              role="status"
              title={intact ? t.intact : t.broken}
              description={`${t.listHash}：${countedListHash}；${t.figuresHash}：${countedFiguresHash}`}
            />
          )}
        </QueryView>
      )}
    </>
  );
}

function Difference({
  id,
  difference,
}: {
  readonly id: string;
  readonly difference: NonNullable<Edition['difference']>;
}) {
  const t = useWords(words);
  const changes = api.useInfiniteQuery(
    'get',
    '/v1/statistics-editions/{id}/changes',
    { params: { path: { id } } },
    {
      pageParamName: 'after',
      initialPageParam: null as string | null,
      getNextPageParam: (page: Schemas['ChangesView']) =>
        page.items.length === 100 ? page.items.at(-1)?.registrationNumber : undefined,
    },
  );
  return (
    <Section title={t.difference}>
      <Facts
        items={[
          [t.added, difference.added],
          [t.removed, difference.removed],
          [t.changed, difference.changed],
          [t.before, <Money key="before" value={difference.before.contractValue} />],
          [t.after, <Money key="after" value={difference.after.contractValue} />],
        ]}
      />
      <h3>{t.changes}</h3>
      <QueryView query={changes}>
        {({ pages }) => (
          <ListTable
            caption={t.changes}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ registrationNumber }) => registrationNumber}
            empty={t.noChange}
            onMore={changes.hasNextPage ? () => void changes.fetchNextPage() : undefined}
            columns={[
              { key: 'number', title: t.number, render: ({ registrationNumber }) => registrationNumber },
              {
                key: 'change',
                title: t.change,
                render: ({ change }) => <StateTag codes={lineChange} value={change} />,
              },
              {
                key: 'before',
                title: t.before,
                numeric: true,
                render: ({ before }) => <Money value={before?.contractValue} />,
              },
              {
                key: 'after',
                title: t.after,
                numeric: true,
                render: ({ after }) => <Money value={after?.contractValue} />,
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
