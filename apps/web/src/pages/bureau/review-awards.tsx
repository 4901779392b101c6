import { Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { awardState } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Award = Schemas['RewardAwardView'];

const words = bilingual(
  {
    title: '奖补与支付',
    code: '代号',
    state: '状态',
    amount: '批准金额',
    paid: '实付金额',
    reason: '理由',
    document: '支付文号',
    paidOn: '支付日',
    act: '办理',
    pay: '记录支付',
    payHelp: '财政拨付以后，按支付文书记录；平台不转账。',
    documentMissing: '请填写支付文号。',
    dayMissing: '请选择支付日。',
    done: '已记录。',
    none: '已办',
    empty: '批准以后显示在这里。',
  },
  {
    title: 'Awards and payment',
    code: 'Code',
    state: 'State',
    amount: 'Approved',
    paid: 'Paid',
    reason: 'Reason',
    document: 'Document',
    paidOn: 'Paid on',
    act: 'Act',
    pay: 'Record the payment',
    payHelp: 'By the document of the treasury; the platform transfers nothing.',
    documentMissing: 'Give the number of the document.',
    dayMissing: 'Choose the day.',
    done: 'Recorded.',
    none: 'Done',
    empty: 'Awards appear here once approved.',
  },
);

export function ReviewAwards({ review }: { readonly review: Schemas['RewardReviewDetailView'] }) {
  const t = useWords(words);
  const me = useMe();
  const awards = api.useQuery('get', '/v1/reward-reviews/{id}/awards', { params: { path: { id: review.id } } });
  const officer = hasRole(me.data, 'rewardOfficer');
  const codeOf = ({ applicationId }: Award): string =>
    review.candidates.find((one) => one.applicationId === applicationId)?.code ?? applicationId.slice(-8);
  const columns: Column<Award>[] = [
    { key: 'code', title: t.code, render: codeOf },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={awardState} value={state} /> },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'paid', title: t.paid, numeric: true, render: ({ paid }) => <Money value={paid} /> },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason },
    { key: 'document', title: t.document, render: ({ paymentDocument }) => paymentDocument ?? '—' },
    { key: 'paidOn', title: t.paidOn, render: ({ paidOn }) => <Day value={paidOn} /> },
    ...(officer
      ? [
          {
            key: 'act',
            title: t.act,
            render: (award: Award) =>
              award.state === 'approved' ? (
                <Pay id={award.id} code={codeOf(award)} />
              ) : (
                <span className="fine">{t.none}</span>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section title={t.title}>
      <QueryView query={awards}>
        {({ items }) => (
          <ListTable caption={t.title} columns={columns} rows={items} rowKey={({ id }) => id} empty={t.empty} />
        )}
      </QueryView>
    </Section>
  );
}

function Pay({ id, code }: { readonly id: string; readonly code: string }) {
  const t = useWords(words);
  const done = useDone();
  const pay = api.useMutation('post', '/v1/reward-awards/{id}/payment');
  return (
    <DialogForm<Schemas['PayAwardDto']>
      button={t.pay}
      title={t.pay}
      about={code}
      primary
      onSubmit={(body) => done(pay.mutateAsync({ params: { path: { id } }, body }), t.done)}
    >
      <p className="fine">{t.payHelp}</p>
      <Form.Item name="documentNumber" label={t.document} rules={[{ required: true, message: t.documentMissing }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="paidOn" label={t.paidOn} rules={[{ required: true, message: t.dayMissing }]}>
        <DayField />
      </Form.Item>
    </DialogForm>
  );
}
