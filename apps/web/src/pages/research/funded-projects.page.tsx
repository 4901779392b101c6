import { Checkbox, Form, Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { projectDuty, projectLevel, projectState, resultKind } from '../../text/codes/project.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

type Project = Schemas['FundedProjectView'];

const words = bilingual(
  {
    title: '财政资金项目',
    lead: '利用财政资金设立的项目，到期须汇交科技报告、科技成果和知识产权信息。',
    workbench: '我的工作台',
    overdue: '只看逾期未汇交的',
    name: '项目',
    level: '级别',
    fiscal: '财政资金',
    due: '汇交期限',
    duty: '汇交义务',
    state: '状态',
    agreed: '约定的成果',
    act: '办理',
    late: (days: number) => `逾期 ${days} 日`,
    empty: '没有本单位承担的财政资金项目。',
    submit: '汇交',
    submitted: '已汇交，待主管部门确认。',
    report: '科技报告编号',
    achievements: '成果',
    shortfall: '少于约定的原因',
  },
  {
    title: 'Fiscal projects',
    lead: 'They owe report, results and rights when they end.',
    workbench: 'Workbench',
    overdue: 'Only what is overdue',
    name: 'Project',
    level: 'Level',
    fiscal: 'Fiscal money',
    due: 'Due',
    duty: 'Duty',
    state: 'State',
    agreed: 'Agreed results',
    act: 'Act',
    late: (days) => `${days} days overdue`,
    empty: 'Your unit has no such project.',
    submit: 'Submit results',
    submitted: 'Submitted; the bureau confirms it.',
    report: 'Number of the report',
    achievements: 'Achievements',
    shortfall: 'Why there are fewer than agreed',
  },
);

export function Component() {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const overdue = params.get('overdue') === 'true';
  const wanted = { limit: 20, ...(overdue && { overdue: 'true' as const }) };
  const query = api.useInfiniteQuery('get', '/v1/funded-projects', { params: { query: wanted } }, byCursor);
  const columns: Column<Project>[] = [
    { key: 'name', title: t.name, render: ({ number, title }) => `${title}（${number}）` },
    { key: 'level', title: t.level, render: ({ level }) => <Code codes={projectLevel} value={level} /> },
    { key: 'fiscal', title: t.fiscal, numeric: true, render: ({ fiscal }) => <Money value={fiscal} /> },
    {
      key: 'agreed',
      title: t.agreed,
      render: ({ agreed }) =>
        agreed.map(({ kind, count }) => (
          <span key={kind}>
            <Code codes={resultKind} value={kind} /> {count}{' '}
          </span>
        )),
    },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
    {
      key: 'duty',
      title: t.duty,
      render: ({ duty, daysOverdue }) => (
        <>
          <StateTag codes={projectDuty} value={duty} />
          {daysOverdue > 0 && t.late(daysOverdue)}
        </>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={projectState} value={state} /> },
    {
      key: 'act',
      title: t.act,
      render: (project) => (project.state === 'running' ? <Submit project={project} /> : (project.reason ?? '—')),
    },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section
        title={t.title}
        actions={
          <Checkbox
            checked={overdue}
            onChange={({ target }) => setParams(target.checked ? { overdue: 'true' } : {}, { replace: true })}
          >
            {t.overdue}
          </Checkbox>
        }
      >
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Submit({ project }: { readonly project: Project }) {
  const t = useWords(words);
  const done = useDone();
  const mine = api.useQuery('get', '/v1/achievements/mine', { params: { query: { limit: 100 } } });
  const submit = api.useMutation('post', '/v1/funded-projects/{id}/submission');
  return (
    <DialogForm<Schemas['SubmitResultsDto']>
      button={t.submit}
      about={project.title}
      title={`${t.submit}：${project.title}`}
      onSubmit={(values) => {
        const body = { ...filled(values), achievementIds: values.achievementIds ?? [] };
        return done(submit.mutateAsync({ params: { path: { id: project.id } }, body }), t.submitted);
      }}
    >
      <Form.Item name="reportNumber" label={t.report}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="achievementIds" label={t.achievements}>
        <Select
          mode="multiple"
          options={(mine.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <Form.Item name="shortfallReason" label={t.shortfall}>
        <Input.TextArea maxLength={1000} />
      </Form.Item>
    </DialogForm>
  );
}
