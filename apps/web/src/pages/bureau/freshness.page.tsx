import { Alert } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { columnKind, columnStanding } from '../../text/codes/portal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Deadline } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '栏目更新',
    lead: '哪些栏目快要逾期、已经逾期或空白；逾期前 3 天提醒。',
    failing: '现在检查，以下各项即单项否决',
    well: '没有单项否决的事项。',
    asOf: '统计日',
    home: '首页',
    mistakes: '未答复的找错',
    mistakesText: (count: number) => `${count} 件`,
    mistakeDue: '最早的答复期限',
    failsOn: '最早一件自此日起单项否决',
    source: '依据',
    columns: '各栏目',
    column: '栏目',
    kind: '类别',
    count: '公开条数',
    last: '最近更新',
    until: '最迟再更新',
    standing: '状况',
    answer: '去答复',
  },
  {
    workbench: 'Workbench',
    title: 'Freshness of the portal',
    lead: 'Which columns are about to grow stale, are stale, or empty; you are warned three days before.',
    failing: 'Inspected today, each of these alone would fail the portal',
    well: 'Nothing that alone would fail the portal.',
    asOf: 'As of',
    home: 'Home page',
    mistakes: 'Reported mistakes without answer',
    mistakesText: (count) => `${count}`,
    mistakeDue: 'First answer due',
    failsOn: 'The oldest alone fails the portal from',
    source: 'Basis',
    columns: 'Columns',
    column: 'Column',
    kind: 'Kind',
    count: 'Items shown',
    last: 'Last update',
    until: 'Next update by',
    standing: 'Standing',
    answer: 'Answer them',
  },
);

export function Component() {
  const t = useWords(words);
  const board = api.useQuery('get', '/v1/site-freshness', {});
  const columns: Column<Schemas['ColumnFreshnessView']>[] = [
    { key: 'title', title: t.column, render: ({ path, title }) => <Link to={path}>{title}</Link> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={columnKind} value={kind} /> },
    { key: 'count', title: t.count, numeric: true, render: ({ count }) => count },
    { key: 'last', title: t.last, render: ({ lastOn }) => <Day value={lastOn} /> },
    {
      key: 'until',
      title: t.until,
      render: ({ freshUntil, daysLeft }) => <Deadline day={freshUntil} daysLeft={daysLeft} />,
    },
    {
      key: 'standing',
      title: t.standing,
      render: ({ standing }) => <StateTag codes={columnStanding} value={standing} />,
    },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]}>
      <QueryView query={board}>
        {(shown) => (
          <>
            {shown.failing.length === 0 ? (
              <Alert type="success" showIcon title={t.well} />
            ) : (
              <Alert
                type="error"
                showIcon
                title={t.failing}
                description={
                  <ul>
                    {shown.failing.map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                }
              />
            )}
            <Section title={t.title} actions={<Link to="/workbench/mistakes">{t.answer}</Link>}>
              <Facts
                items={[
                  [t.asOf, <Day key="asOf" value={shown.asOf} />],
                  [t.home, <StateTag key="home" codes={columnStanding} value={shown.home.standing} />],
                  [t.mistakes, t.mistakesText(shown.mistakes.count)],
                  [t.mistakeDue, <Day key="due" value={shown.mistakes.dueOn} />],
                  [t.failsOn, <Day key="fails" value={shown.mistakes.failsOn} />],
                  [t.source, shown.source],
                ]}
              />
            </Section>
            <Section title={t.columns}>
              <ListTable
                caption={t.columns}
                columns={columns}
                rows={shown.columns}
                rowKey={({ code }) => code}
                empty=""
              />
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}
