import { Alert, Form, Input } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { applicationState } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Application = Schemas['RewardApplicationView'];

const words = bilingual(
  {
    list: '奖补年度评审',
    title: '申报奖补',
    lead: '评审专家匿名审阅：申报说明和材料名称里请不要写单位或姓名。',
    mine: '我的申报',
    state: '状态',
    findings: '审查意见',
    benefit: '核实的效益',
    statement: '申报说明',
    statementHelp: '促成了哪些转化、带来什么效益；10 至 5000 字，不写单位或姓名。',
    statementMissing: '请写申报说明，至少 10 个字。',
    evidence: '证明材料名称（一行一件）',
    apply: '递交申报',
    applied: '已递交，等待形式审查。',
    again: '补正后重新递交',
    returned: '已退回补正',
    returnedNext: '请按审查意见补正后重新递交。',
    withdraw: '撤回申报',
    reason: '理由',
    reasonMissing: '请写明理由。',
    withdrawn: '已撤回。',
  },
  {
    list: 'Yearly reward reviews',
    title: 'Apply for a reward',
    lead: 'The panel reads it blind: name neither your organization nor people.',
    mine: 'My application',
    state: 'State',
    findings: 'Findings',
    benefit: 'Verified benefit',
    statement: 'Statement',
    statementHelp: 'What you brought about and what came of it; 10 to 5000 characters, no names.',
    statementMissing: 'Give a statement of at least ten characters.',
    evidence: 'Names of the evidence (one a line)',
    apply: 'Apply',
    applied: 'Handed in; the formal check comes next.',
    again: 'Hand in again',
    returned: 'Sent back',
    returnedNext: 'Mend it by the findings and hand it in again.',
    withdraw: 'Withdraw',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    withdrawn: 'Withdrawn.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const own = api.useQuery('get', '/v1/reward-reviews/{id}/applications', {
    params: { path: { id }, query: { limit: 10 } },
  });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.list, to: '/workbench/reward-reviews' }]}>
      <QueryView query={own}>
        {({ items }) => {
          const live = items.find(({ state }) => state !== 'withdrawn');
          return live ? <Mine application={live} /> : <Statement reviewId={id} application={null} />;
        }}
      </QueryView>
    </Page>
  );
}

function Mine({ application }: { readonly application: Application }) {
  const t = useWords(words);
  const done = useDone();
  const withdraw = api.useMutation('post', '/v1/reward-applications/{id}/withdrawal');
  const { state } = application;
  const open = state === 'submitted' || state === 'returned';
  return (
    <>
      {state === 'returned' && (
        <Alert type="warning" showIcon role="status" title={t.returned} description={t.returnedNext} />
      )}
      <Section
        title={t.mine}
        actions={
          open && (
            <DialogForm<Schemas['ReviewReasonDto']>
              button={t.withdraw}
              title={t.withdraw}
              onSubmit={(body) =>
                done(withdraw.mutateAsync({ params: { path: { id: application.id } }, body }), t.withdrawn)
              }
            >
              <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
                <Input.TextArea maxLength={1000} />
              </Form.Item>
            </DialogForm>
          )
        }
      >
        <Facts
          items={[
            [t.state, <StateTag key="state" codes={applicationState} value={state} />],
            [t.findings, application.findings],
            [t.benefit, <Money key="benefit" value={application.benefit} />],
            [t.evidence, application.evidence.join('、')],
          ]}
        />
        <p className="prose">{application.statement}</p>
      </Section>
      {state === 'returned' && <Statement reviewId={application.reviewId} application={application} />}
    </>
  );
}

function Statement(props: { readonly reviewId: string; readonly application: Application | null }) {
  const t = useWords(words);
  const done = useDone();
  const apply = api.useMutation('post', '/v1/reward-reviews/{id}/applications');
  const again = api.useMutation('post', '/v1/reward-applications/{id}/resubmission');
  const { application, reviewId } = props;
  const send = (body: Schemas['ApplyForRewardDto']): Promise<unknown> =>
    application
      ? again.mutateAsync({ params: { path: { id: application.id } }, body })
      : apply.mutateAsync({ params: { path: { id: reviewId } }, body });
  const title = application ? t.again : t.apply;
  return (
    <Section title={title}>
      <ApiForm<{ statement: string; evidence?: string }>
        submit={title}
        draftKey={`reward.${reviewId}`}
        initial={application ? { statement: application.statement, evidence: application.evidence.join('\n') } : {}}
        onSubmit={({ statement, evidence }) => {
          const lines = (evidence ?? '').split('\n').map((line) => line.trim());
          return done(send({ statement, evidence: lines.filter((line) => line !== '') }), t.applied);
        }}
      >
        <Form.Item
          name="statement"
          label={t.statement}
          extra={t.statementHelp}
          rules={[{ required: true, min: 10, message: t.statementMissing }]}
        >
          <Input.TextArea maxLength={5000} autoSize={{ minRows: 5, maxRows: 16 }} />
        </Form.Item>
        <Form.Item name="evidence" label={t.evidence}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
        </Form.Item>
      </ApiForm>
    </Section>
  );
}
