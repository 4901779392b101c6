import { useSearchParams } from 'react-router';
import { Button, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { actorKind } from '../../text/codes/audit.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { ChainCheck } from './chain-check.tsx';
import { PersonName } from './party-name.tsx';
import './bureau.css';

const words = bilingual(
  {
    title: '审计',
    lead: '谁在什么时候对什么做了什么，从新到旧。每次查阅本身也记入审计。',
    workbench: '我的工作台',
    filters: '筛选',
    apply: '查阅',
    clear: '清除筛选',
    names: {
      subjectKind: '对象种类（例如 demand）',
      subjectId: '对象编号',
      personId: '操作人编号',
      organizationId: '操作单位编号',
    },
    records: '审计记录',
    at: '时间',
    action: '动作',
    subject: '对象',
    who: '操作者',
    change: '状态变化',
    reason: '原因',
    sequence: '链上序号',
    unsealed: '待封存',
    empty: '没有符合条件的记录。请放宽筛选条件。',
  },
  {
    title: 'Audit trail',
    lead: 'Who did what to what, and when; the newest first. Reading it is itself recorded.',
    workbench: 'Workbench',
    filters: 'Filters',
    apply: 'Read',
    clear: 'Clear filters',
    names: {
      subjectKind: 'Kind of subject (e.g. demand)',
      subjectId: 'Subject',
      personId: 'Person',
      organizationId: 'Organization',
    },
    records: 'Records',
    at: 'When',
    action: 'Action',
    subject: 'Subject',
    who: 'Actor',
    change: 'State',
    reason: 'Reason',
    sequence: 'Place in the chain',
    unsealed: 'Not sealed yet',
    empty: 'No record fits. Widen the filters.',
  },
);

const filterNames = ['subjectKind', 'subjectId', 'personId', 'organizationId'] as const;

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  ) as Partial<Record<(typeof filterNames)[number], string>>;
  const records = api.useInfiniteQuery(
    'get',
    '/v1/audit-records',
    { params: { query: { ...filters, limit: 50 } } },
    byCursor,
  );
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <ChainCheck />
      <Section title={t.records}>
        <form
          className="filters"
          aria-label={t.filters}
          key={params.toString()}
          onSubmit={(event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget);
            setParams(
              filterNames.flatMap((name) => {
                const value = given.get(name);
                return typeof value === 'string' && value.trim() !== ''
                  ? [[name, value.trim()] as [string, string]]
                  : [];
              }),
            );
          }}
        >
          {filterNames.map((name) => (
            <label key={name}>
              {t.names[name]}
              <Input name={name} defaultValue={filters[name] ?? ''} maxLength={60} />
            </label>
          ))}
          <Button type="primary" htmlType="submit">
            {t.apply}
          </Button>
          {Object.keys(filters).length > 0 && <Button onClick={() => setParams({})}>{t.clear}</Button>}
        </form>
        <PagedTable caption={t.records} query={records} columns={useColumns()} empty={t.empty} />
      </Section>
    </Page>
  );
}

function useColumns(): Column<Schemas['AuditRecordView']>[] {
  const t = useWords(words);
  const [, setParams] = useSearchParams();
  return [
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'action', title: t.action, render: ({ action }) => <span className="code-text">{action}</span> },
    {
      key: 'subject',
      title: t.subject,
      render: ({ subjectKind, subjectId }) => (
        <Button type="link" onClick={() => setParams({ subjectKind, subjectId })}>
          {subjectKind} {subjectId.slice(-8)}
        </Button>
      ),
    },
    {
      key: 'who',
      title: t.who,
      render: (row) => (
        <>
          {row.actorKind === 'person' ? (
            <PersonName id={row.personId} />
          ) : (
            <Code codes={actorKind} value={row.actorKind} />
          )}
          {row.organizationId !== null && (
            <>
              <br />
              <OrganizationName id={row.organizationId} />
            </>
          )}
        </>
      ),
    },
    {
      key: 'change',
      title: t.change,
      render: ({ fromState, toState }) => (toState === null ? '—' : `${fromState ?? '∅'} → ${toState}`),
    },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason ?? '—' },
    { key: 'sequence', title: t.sequence, numeric: true, render: ({ sequence }) => sequence ?? t.unsealed },
  ];
}
