import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { evaluatedValue, evaluationState, valueGrade } from '../../text/codes/evaluation.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, ReasonedAct } from '../../ui/act.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementTitle } from '../research/achievement-choice.tsx';
import { ConcludeAct } from './conclude-evaluation.tsx';

type Evaluation = Schemas['EvaluationView'];

const words = bilingual(
  {
    title: '第三方评价',
    facts: '委托',
    achievement: '成果',
    state: '状态',
    owner: '持有单位',
    commissioner: '委托单位',
    evaluator: '评价机构',
    scope: '评价范围',
    fee: '评价费',
    payer: '付费方',
    due: '完成期限',
    reason: '理由',
    report: '评价报告',
    accept: '接受委托',
    acceptText: '接受即声明与持有单位、委托单位没有利害关系，并在期限内出具结论。',
    accepted: '已接受委托。',
    decline: '谢绝委托',
    cancel: '取消评价',
    conclusion: '结论',
    value: '价值',
    grade: '结论',
    grounds: '依据',
    noValue: '没有结论。',
    summary: '公开摘要',
    detail: '详细结论',
    level: '评定的成熟度',
    standard: '所依标准或方法',
    experts: '评价专家',
    hash: '报告摘要（SHA-256）',
    on: '结论日期',
  },
  {
    title: 'Evaluation',
    facts: 'Commission',
    achievement: 'Achievement',
    state: 'State',
    owner: 'Holder',
    commissioner: 'Commissioner',
    evaluator: 'Evaluator',
    scope: 'Scope',
    fee: 'Fee',
    payer: 'Paid by',
    due: 'Due',
    reason: 'Reason',
    report: 'Report',
    accept: 'Accept',
    acceptText: 'By accepting you declare that you are unrelated to holder and commissioner.',
    accepted: 'Accepted.',
    decline: 'Decline',
    cancel: 'Cancel',
    conclusion: 'Conclusion',
    value: 'Value',
    grade: 'Grade',
    grounds: 'Grounds',
    noValue: 'None.',
    summary: 'Public summary',
    detail: 'In detail',
    level: 'Readiness found',
    standard: 'Standard or method',
    experts: 'Experts',
    hash: 'Hash of the report (SHA-256)',
    on: 'Concluded on',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const evaluation = api.useQuery('get', '/v1/evaluations/{id}', { params: { path: { id } } });
  const evaluating = evaluation.data?.evaluatorOrganizationId === me.data?.organizationId;
  return (
    <Page title={t.title} crumbs={[{ title: t.title, to: '/workbench/evaluations' }]}>
      <QueryView query={evaluation}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Overview evaluation={shown} />
              <Acts evaluation={shown} />
            </Section>
            <Section title={t.report}>
              <Attachments
                subjectKind="evaluation"
                subjectId={id}
                {...(evaluating && shown.state === 'accepted' && { kinds: ['evaluationReport'] as const })}
              />
              {evaluating && shown.state === 'accepted' && <ConcludeAct evaluationId={id} />}
            </Section>
            {shown.conclusion && <Conclusion conclusion={shown.conclusion} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ evaluation: shown }: { readonly evaluation: Evaluation }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.achievement, <AchievementTitle key="achievement" id={shown.achievementId} />],
        [t.state, <StateTag key="state" codes={evaluationState} value={shown.state} />],
        [t.owner, <OrganizationName key="owner" id={shown.ownerOrganizationId} />],
        [t.commissioner, <OrganizationName key="commissioner" id={shown.commissionerOrganizationId} />],
        [t.evaluator, <OrganizationName key="evaluator" id={shown.evaluatorOrganizationId} />],
        [t.scope, shown.scope],
        [t.fee, <Money key="fee" value={shown.fee} />],
        [t.payer, shown.feePayer],
        [t.due, <Day key="due" value={shown.dueOn} />],
        ...(shown.stateReason ? ([[t.reason, shown.stateReason]] as const) : []),
      ]}
    />
  );
}

function Acts({ evaluation: { id, state, ...of } }: { readonly evaluation: Evaluation }) {
  const t = useWords(words);
  const own = useMe().data?.organizationId;
  const params = { path: { id } };
  const accept = api.useMutation('post', '/v1/evaluations/{id}/acceptance');
  const decline = api.useMutation('post', '/v1/evaluations/{id}/declination');
  const cancel = api.useMutation('post', '/v1/evaluations/{id}/cancellation');
  const open = state === 'commissioned' || state === 'accepted';
  return (
    <div className="form-foot">
      {of.evaluatorOrganizationId === own && state === 'commissioned' && (
        <>
          <Act
            primary
            button={t.accept}
            text={t.acceptText}
            said={t.accepted}
            work={() => accept.mutateAsync({ params })}
          />
          <ReasonedAct button={t.decline} work={(body) => decline.mutateAsync({ params, body })} />
        </>
      )}
      {of.commissionerOrganizationId === own && open && (
        <ReasonedAct button={t.cancel} work={(body) => cancel.mutateAsync({ params, body })} />
      )}
    </div>
  );
}

function Conclusion({ conclusion: shown }: { readonly conclusion: Schemas['ConclusionView'] }) {
  const t = useWords(words);
  return (
    <Section title={t.conclusion}>
      <ListTable
        caption={t.conclusion}
        rows={shown.values}
        rowKey={({ value }) => value}
        empty={t.noValue}
        columns={[
          { key: 'value', title: t.value, render: ({ value }) => <Code codes={evaluatedValue} value={value} /> },
          { key: 'grade', title: t.grade, render: ({ grade }) => <StateTag codes={valueGrade} value={grade} /> },
          { key: 'grounds', title: t.grounds, render: ({ grounds }) => grounds },
        ]}
      />
      <Facts
        items={[
          [t.summary, shown.publicSummary],
          [t.detail, shown.detail],
          [t.level, shown.readinessLevel && `TRL ${shown.readinessLevel}`],
          [t.standard, shown.standard],
          [t.experts, shown.experts.map(({ name, unit }) => `${name}（${unit}）`).join('、')],
          [t.hash, <code key="hash">{shown.reportSha256}</code>],
          [t.on, <Day key="on" value={shown.concludedOn} />],
        ]}
      />
    </Section>
  );
}
