import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { mistakeKind, mistakeState } from '../../text/codes/portal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useAddressBox } from '../../ui/address-box.tsx';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Deadline } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { byCursor } from '../../ui/paged.ts';
import { useDaysLeft } from '../../ui/today.ts';

type Report = Schemas['MistakeReportView'];

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '找错办理',
    lead: '访客报告的差错：15 个工作日内核实答复（平台时限），超过 3 个月未答复即单项否决。',
    all: '连同已答复的',
    number: '编号',
    kind: '种类',
    page: '页面',
    words: '说明',
    due: '最迟答复',
    state: '状态',
    act: '办理',
    none: '没有等候答复的找错。',
    take: '开始核实',
    taken: '已开始核实。',
    answer: '答复',
    correct: '已改正',
    keep: '经核实无误',
    answerText: '答复（凭编号可见）',
    answered: '已答复。',
  },
  {
    workbench: 'Workbench',
    title: 'Reported mistakes',
    lead: 'Answered within 15 working days (the platform’s term); three months unanswered fail the whole portal.',
    all: 'With those answered',
    number: 'Number',
    kind: 'Kind',
    page: 'Page',
    words: 'What is wrong',
    due: 'Answer by',
    state: 'State',
    act: 'Act',
    none: 'None waits for an answer.',
    take: 'Start checking',
    taken: 'Being checked.',
    answer: 'Answer',
    correct: 'Corrected',
    keep: 'Found correct',
    answerText: 'Answer (seen by number)',
    answered: 'Answered.',
  },
);

export function Component() {
  const t = useWords(words);
  const daysLeft = useDaysLeft();
  const [all, box] = useAddressBox('all', t.all);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/mistake-reports',
    { params: { query: { limit: 20, ...(!all && { open: 'yes' as const }) } } },
    byCursor,
  );
  const columns: Column<Report>[] = [
    { key: 'number', title: t.number, render: ({ number }) => <span className="figure">{number}</span> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={mistakeKind} value={kind} /> },
    { key: 'page', title: t.page, render: ({ page }) => <Link to={page}>{page}</Link> },
    { key: 'words', title: t.words, render: (row) => row.words },
    {
      key: 'due',
      title: t.due,
      render: ({ answeredOn, dueOn }) =>
        answeredOn ? <Day value={answeredOn} /> : <Deadline day={dueOn} daysLeft={daysLeft(dueOn)} />,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={mistakeState} value={state} /> },
    { key: 'act', title: t.act, render: (row) => <Acts report={row} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
    >
      {box}
    </ListPage>
  );
}

function Acts({ report }: { readonly report: Report }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const params = { path: { id: report.id } };
  const take = api.useMutation('post', '/v1/mistake-reports/{id}/examination');
  const answer = api.useMutation('post', '/v1/mistake-reports/{id}/answer');
  const open = report.state === 'received' || report.state === 'checking';
  if (!open || !hasRole(me.data, 'reviewer')) return <>{report.answer ?? '—'}</>;
  return (
    <div className="form-foot">
      {report.state === 'received' && (
        <DialogForm
          button={t.take}
          title={t.take}
          about={report.number}
          onSubmit={() => done(take.mutateAsync({ params }), t.taken)}
        />
      )}
      <Decision
        button={t.answer}
        about={report.number}
        primary
        min={5}
        max={2000}
        reasonName="answer"
        reasonLabel={t.answerText}
        outcome={{
          name: 'outcome',
          options: [
            { value: 'correct', label: t.correct },
            { value: 'keep', label: t.keep },
          ],
        }}
        onSubmit={(body) => done(answer.mutateAsync({ params, body }), t.answered)}
      />
    </div>
  );
}
