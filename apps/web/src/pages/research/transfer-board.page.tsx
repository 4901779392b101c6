import { Tag } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import './research.css';

const words = bilingual(
  {
    title: '成果转化流程',
    lead: '发起、初审、评估、论证、决策、公示、实施七个环节；打开一件即可办理，全部可用键盘。',
    workbench: '我的工作台',
    begin: '发起流程',
    rules: '流程规定',
    board: '看板',
    count: (count: number, overdue: number) => (overdue > 0 ? `${count} 件，${overdue} 件超期` : `${count} 件`),
    days: (days: number) => `在本环节 ${days} 日`,
    due: '期限',
    overdue: '已超期',
    none: '没有流程在这一环节。',
  },
  {
    title: 'Transfer procedures',
    lead: 'Seven stages; open a case to act on it, by keyboard too.',
    workbench: 'Workbench',
    begin: 'Begin a procedure',
    rules: 'Rules',
    board: 'Board',
    count: (count, overdue) => (overdue > 0 ? `${count}, ${overdue} overdue` : `${count}`),
    days: (days) => `${days} days in this stage`,
    due: 'Due',
    overdue: 'overdue',
    none: 'No case in this stage.',
  },
);

export function Component() {
  const t = useWords(words);
  const board = api.useQuery('get', '/v1/transfer-procedures/board');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Link to="/workbench/transfer-procedures/new">{t.begin}</Link>
          <Link to="/workbench/transfer-rules">{t.rules}</Link>
        </>
      }
    >
      <Section title={t.board}>
        <QueryView query={board}>
          {({ items }) => (
            <div role="region" aria-label={t.board} tabIndex={0} className="table-frame">
              <ol className="board">
                {items.map((stage) => (
                  <Stage key={stage.stage} stage={stage} />
                ))}
              </ol>
            </div>
          )}
        </QueryView>
      </Section>
    </Page>
  );
}

function Stage({ stage }: { readonly stage: Schemas['BoardStageView'] }) {
  const t = useWords(words);
  return (
    <li>
      <h3>{stage.title}</h3>
      <p className="fine">{t.count(stage.count, stage.overdue)}</p>
      {stage.cases.length === 0 ? (
        <p className="fine">{t.none}</p>
      ) : (
        <ul>
          {stage.cases.map(({ id, title, days, dueOn, overdue }) => (
            <li key={id} className="card">
              <Link to={`/workbench/transfer-procedures/${id}`}>{title}</Link>
              <span>{t.days(days)}</span>
              {dueOn && (
                <span>
                  {t.due} <Day value={dueOn} /> {overdue && <Tag color="red">{t.overdue}</Tag>}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
