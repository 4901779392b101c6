import { Alert, Form, Input, Radio } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useMe } from '../../ui/me.ts';
import { useOfficerName } from './people.ts';

const words = bilingual(
  {
    submit: '复核',
    decision: '复核结论',
    approve: '同意',
    sendBack: '退回重新认定',
    missing: '请选择结论。',
    whyBack: '理由（退回时必填）',
    whyMissing: '退回须写明理由。',
    by: (name: string) => `认定由 ${name} 作出；复核须由另一人进行。`,
    own: '这一件由您作出认定，不能由您复核',
    ownText: '大额或有争议的合同须由两人把关（四眼原则）：请复核员或另一位登记员在“待复核”中办理。',
    sure: '同意并登记？',
    sureText: '同意后立即登记、编发登记编号并出具证明，之后只能变更或注销，不能撤回。',
    somebody: '经办人员',
  },
  {
    submit: 'Second review',
    decision: 'Conclusion',
    approve: 'Approve',
    sendBack: 'Send back',
    missing: 'Choose a conclusion.',
    whyBack: 'Reason (when sent back)',
    whyMissing: 'Give the reason.',
    by: (name) => `Determined by ${name}; a second person reviews.`,
    own: 'You determined this case: you may not review it',
    ownText: 'Large or disputed contracts take four eyes: ask a reviewer or another registrar to decide it.',
    sure: 'Approve and register?',
    sureText:
      'The contract is registered at once and numbered; this can be changed or cancelled later, never taken back.',
    somebody: 'the officer in charge',
  },
);

/** 复核: by a second person; whoever determined the case is told why it is not for him. */
export function SecondReview(props: {
  readonly registrationId: string;
  readonly done: (work: Promise<unknown>) => Promise<void>;
}) {
  const t = useWords(words);
  const me = useMe();
  const nameOf = useOfficerName();
  const path = { params: { path: { id: props.registrationId } } };
  const history = api.useQuery('get', '/v1/contract-registrations/{id}/history', path);
  const review = api.useMutation('post', '/v1/contract-registrations/{id}/second-review');
  const determined = history.data?.steps.findLast(({ event }) => event === 'determine')?.personId ?? null;
  if (determined !== null && determined === me.data?.id) {
    return <Alert type="warning" showIcon title={t.own} description={t.ownText} />;
  }
  return (
    <ApiForm<Schemas['SecondReviewDto']>
      submit={t.submit}
      confirm={({ decision }) => (decision === 'approve' ? { title: t.sure, text: t.sureText } : null)}
      onSubmit={(values) => {
        const body = { ...values, reason: values.reason || undefined };
        return props.done(review.mutateAsync({ ...path, body }));
      }}
    >
      {determined !== null && <p>{t.by(nameOf(determined) ?? t.somebody)}</p>}
      <Form.Item name="decision" label={t.decision} rules={[{ required: true, message: t.missing }]}>
        <Radio.Group
          options={[
            { value: 'approve', label: t.approve },
            { value: 'sendBack', label: t.sendBack },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t.whyBack}
        dependencies={['decision']}
        rules={[({ getFieldValue }) => ({ required: getFieldValue('decision') === 'sendBack', message: t.whyMissing })]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
    </ApiForm>
  );
}
