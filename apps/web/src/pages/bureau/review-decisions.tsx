import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';

type Review = Schemas['RewardReviewDetailView'];

const words = bilingual(
  {
    tie: '记录评审组裁定',
    order: '先后（用“上移”排列）',
    up: '上移',
    minutes: '评审组记录',
    minutesMissing: '请写明评审组记录，至少 10 个字。',
    approve: '批准',
    reason: '批准意见',
    reasonMissing: '请写批准意见。',
    amount: (code: string) => `${code} 的金额（元）`,
    amountWhy: (code: string) => `${code} 金额的理由`,
    amountHelp: '这个项目的金额由主管部门逐家确定，每家不超过 5 万元，可以少给或不给，都要写明理由。',
    amountWrong: '应为元，至多两位小数。',
    done: '已办理。',
  },
  {
    tie: 'Record the panel’s decision',
    order: 'Order (move up)',
    up: 'Move up',
    minutes: 'Minutes of the panel',
    minutesMissing: 'Give the minutes, at least ten characters.',
    approve: 'Approve',
    reason: 'Reason of the approval',
    reasonMissing: 'Give the reason.',
    amount: (code) => `Amount for ${code} (yuan)`,
    amountWhy: (code) => `Reason of the amount for ${code}`,
    amountHelp: 'The bureau decides each amount of this reward, up to 50,000 yuan, with a reason.',
    amountWrong: 'Yuan with at most two decimals.',
    done: 'Done.',
  },
);

const codeOf = (review: Review, applicationId: string): string =>
  review.candidates.find((one) => one.applicationId === applicationId)?.code ?? applicationId.slice(-8);

export function TieForm({ review }: { readonly review: Review }) {
  const t = useWords(words);
  const done = useDone();
  const [order, setOrder] = useState<readonly string[]>(review.openTie);
  const decide = api.useMutation('post', '/v1/reward-reviews/{id}/tie-decision');
  const up = (index: number): void => {
    const next = [...order];
    next.splice(index - 1, 2, ...order.slice(index - 1, index + 1).reverse());
    setOrder(next);
  };
  return (
    <DialogForm<{ minutes: string }>
      button={t.tie}
      title={t.tie}
      primary
      onSubmit={({ minutes }) =>
        done(decide.mutateAsync({ params: { path: { id: review.id } }, body: { order: [...order], minutes } }), t.done)
      }
    >
      <p>{t.order}</p>
      <ol>
        {order.map((applicationId, index) => (
          <li key={applicationId}>
            {codeOf(review, applicationId)}{' '}
            {index > 0 && (
              <Button size="small" onClick={() => up(index)}>
                {t.up}
                <span className="visually-hidden">：{codeOf(review, applicationId)}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Form.Item name="minutes" label={t.minutes} rules={[{ required: true, min: 10, message: t.minutesMissing }]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </DialogForm>
  );
}

interface Approval {
  readonly reason: string;
  readonly amounts?: Readonly<Record<string, { readonly amountYuan: string; readonly reason: string }>>;
}

/** Approves; where the bureau decides the amounts, each is asked with its reason. */
export function ApprovalForm({ review }: { readonly review: Review }) {
  const t = useWords(words);
  const done = useDone();
  const approve = api.useMutation('post', '/v1/reward-reviews/{id}/approval');
  const asked = review.scheme === 'enterpriseAward' ? review.ranking.filter(({ awarded }) => awarded) : [];
  return (
    <DialogForm<Approval>
      button={t.approve}
      title={t.approve}
      primary
      onSubmit={({ reason, amounts }) => {
        const decided = Object.entries(amounts ?? {}).map(([applicationId, one]) => ({ applicationId, ...one }));
        const body = { reason, ...(decided.length > 0 && { amounts: decided }) };
        return done(approve.mutateAsync({ params: { path: { id: review.id } }, body }), t.done);
      }}
    >
      {asked.length > 0 && <p>{t.amountHelp}</p>}
      {asked.map(({ applicationId }) => {
        const code = codeOf(review, applicationId);
        return (
          <div key={applicationId}>
            <Form.Item
              name={['amounts', applicationId, 'amountYuan']}
              label={t.amount(code)}
              rules={[{ required: true, pattern: /^\d{1,9}(\.\d{1,2})?$/, message: t.amountWrong }]}
            >
              <Input inputMode="decimal" />
            </Form.Item>
            <Form.Item
              name={['amounts', applicationId, 'reason']}
              label={t.amountWhy(code)}
              rules={[{ required: true, message: t.reasonMissing }]}
            >
              <Input maxLength={500} />
            </Form.Item>
          </div>
        );
      })}
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Input.TextArea maxLength={1000} />
      </Form.Item>
    </DialogForm>
  );
}
