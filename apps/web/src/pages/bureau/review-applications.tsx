import { Form, Input, Radio } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { applicationState } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { PartyName } from './party-name.tsx';

type Application = Schemas['RewardApplicationView'];

const words = bilingual(
  {
    title: '申报',
    who: '申报者',
    state: '状态',
    statement: '申报说明',
    evidence: '证明材料',
    benefit: '核实的效益',
    findings: '审查意见',
    act: '办理',
    check: '形式审查',
    checkHelp: '由递交人以外的奖补人员审查。',
    outcome: '结论',
    accept: '受理',
    return: '退回补正',
    outcomeMissing: '请选择结论。',
    findingsLabel: '审查意见（申报者能看到）',
    findingsMissing: '请写审查意见。',
    benefitLabel: '核实的效益（元，没有则不填）',
    amountWrong: '应为元，至多两位小数。',
    checked: '已审查。',
    exclude: '排除',
    excludeHelp: '经查实不应获奖的，在评分阶段排除。',
    reason: '理由',
    reasonMissing: '请写明理由。',
    excluded: '已排除。',
    later: '现在不用办理',
    empty: '还没有申报。',
  },
  {
    title: 'Applications',
    who: 'Applicant',
    state: 'State',
    statement: 'Statement',
    evidence: 'Evidence',
    benefit: 'Verified benefit',
    findings: 'Findings',
    act: 'Act',
    check: 'Formal check',
    checkHelp: 'By an officer who did not file it.',
    outcome: 'Conclusion',
    accept: 'Accept',
    return: 'Send back',
    outcomeMissing: 'Choose a conclusion.',
    findingsLabel: 'Findings (the applicant reads them)',
    findingsMissing: 'Give the findings.',
    benefitLabel: 'Verified benefit (yuan, may be empty)',
    amountWrong: 'Yuan with at most two decimals.',
    checked: 'Checked.',
    exclude: 'Exclude',
    excludeHelp: 'Whoever is found not to deserve it, while scores are given.',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    excluded: 'Excluded.',
    later: 'Nothing to do now',
    empty: 'No application yet.',
  },
);

export function ReviewApplications({ review }: { readonly review: Schemas['RewardReviewDetailView'] }) {
  const t = useWords(words);
  const me = useMe();
  const applications = api.useInfiniteQuery(
    'get',
    '/v1/reward-reviews/{id}/applications',
    { params: { path: { id: review.id }, query: { limit: 20 } } },
    byCursor,
  );
  const officer = hasRole(me.data, 'rewardOfficer');
  const columns: Column<Application>[] = [
    { key: 'who', title: t.who, render: (row) => <PartyName kind={row.applicantKind} id={row.applicantId} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={applicationState} value={state} /> },
    { key: 'statement', title: t.statement, render: ({ statement }) => statement },
    { key: 'evidence', title: t.evidence, render: ({ evidence }) => evidence.join('、') || '—' },
    { key: 'benefit', title: t.benefit, numeric: true, render: ({ benefit }) => <Money value={benefit} /> },
    { key: 'findings', title: t.findings, render: ({ findings }) => findings ?? '—' },
    ...(officer
      ? [
          {
            key: 'act',
            title: t.act,
            render: (row: Application) => {
              if (review.state === 'collecting' && row.state === 'submitted') return <Check application={row} />;
              if (review.state === 'scoring' && row.state === 'accepted') return <Exclude application={row} />;
              return <span className="fine">{t.later}</span>;
            },
          },
        ]
      : []),
  ];
  return (
    <Section title={t.title}>
      <PagedTable caption={t.title} query={applications} columns={columns} empty={t.empty} />
    </Section>
  );
}

function Check({ application }: { readonly application: Application }) {
  const t = useWords(words);
  const done = useDone();
  const check = api.useMutation('post', '/v1/reward-applications/{id}/formal-check');
  return (
    <DialogForm<Schemas['CheckApplicationDto']>
      button={t.check}
      title={t.check}
      about={application.id.slice(-8)}
      primary
      onSubmit={(values) => {
        const body = { ...values, benefitYuan: values.benefitYuan || undefined };
        return done(check.mutateAsync({ params: { path: { id: application.id } }, body }), t.checked);
      }}
    >
      <p className="fine">{t.checkHelp}</p>
      <Form.Item name="outcome" label={t.outcome} rules={[{ required: true, message: t.outcomeMissing }]}>
        <Radio.Group
          options={[
            { value: 'accept', label: t.accept },
            { value: 'return', label: t.return },
          ]}
        />
      </Form.Item>
      <Form.Item name="findings" label={t.findingsLabel} rules={[{ required: true, message: t.findingsMissing }]}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item
        name="benefitYuan"
        label={t.benefitLabel}
        rules={[{ pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.amountWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
    </DialogForm>
  );
}

function Exclude({ application }: { readonly application: Application }) {
  const t = useWords(words);
  const done = useDone();
  const exclude = api.useMutation('post', '/v1/reward-applications/{id}/exclusion');
  return (
    <DialogForm<Schemas['ReviewReasonDto']>
      button={t.exclude}
      title={t.exclude}
      about={application.id.slice(-8)}
      onSubmit={(body) => done(exclude.mutateAsync({ params: { path: { id: application.id } }, body }), t.excluded)}
    >
      <p className="fine">{t.excludeHelp}</p>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Input.TextArea maxLength={1000} />
      </Form.Item>
    </DialogForm>
  );
}
