import { Button, Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { declineReason } from '../../text/codes/match.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

const words = bilingual(
  {
    accept: '接受',
    accepted: '已接受。对方也接受后，可以引荐双方。',
    waiting: '本单位已接受，等待对方答复。',
    decline: '婉拒',
    title: '婉拒这条撮合结果',
    reason: '原因',
    reasonMissing: '请选择原因。',
    text: '补充说明',
    declined: '已婉拒，谢谢说明原因。',
  },
  {
    accept: 'Accept',
    accepted: 'Accepted. Once the other side accepts too, you can be introduced.',
    waiting: 'You accepted; the other side has yet to answer.',
    decline: 'Decline',
    title: 'Decline this match',
    reason: 'Reason',
    reasonMissing: 'Choose a reason.',
    text: 'More about it (optional)',
    declined: 'Declined. Thank you for the reason.',
  },
);

/** The offering side's answer to a match. */
export function MatchAnswer({ match }: { readonly match: Schemas['TitledMatchView'] }) {
  const t = useWords(words);
  const done = useDone();
  const reasons = useChoices(declineReason);
  const path = { params: { path: { id: match.id } } };
  const accept = api.useMutation('post', '/v1/matches/{id}/acceptance');
  const decline = api.useMutation('post', '/v1/matches/{id}/decline');
  if (match.state !== 'proposed') return null;
  const waiting = match.acceptedBy.includes('achievement');
  return (
    <>
      {accept.error && <ProblemNotice error={accept.error} />}
      {waiting && <p role="status">{t.waiting}</p>}
      <div className="form-foot">
        {!waiting && (
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => void done(accept.mutateAsync(path), t.accepted).catch(() => undefined)}
          >
            {t.accept}
            <span className="visually-hidden">：{match.demandTitle}</span>
          </Button>
        )}
        <DialogForm<Schemas['DeclineMatchDto']>
          button={t.decline}
          about={match.demandTitle}
          title={t.title}
          onSubmit={(body) => done(decline.mutateAsync({ ...path, body }), t.declined)}
        >
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
            <Select options={reasons} />
          </Form.Item>
          <Form.Item name="text" label={t.text}>
            <Input.TextArea maxLength={500} />
          </Form.Item>
        </DialogForm>
      </div>
    </>
  );
}
