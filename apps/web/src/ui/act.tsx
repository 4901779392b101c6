import type { ReactNode } from 'react';
import { Form, Input } from 'antd';
import { filled } from '../api/filled.ts';
import { bilingual, useWords } from '../text/words.ts';
import { useDone } from './acting.ts';
import { DialogForm } from './dialog-form.tsx';

const words = bilingual(
  { said: '已办理。', reason: '理由', missing: '请写明理由。' },
  { said: 'Done.', reason: 'Reason', missing: 'Give the reason.' },
);

interface ActProps {
  readonly button: string;
  /** What the button is about, for who hears a list of buttons. */
  readonly about?: string | undefined;
  readonly primary?: boolean;
  /** What the visitor hears when it is done. */
  readonly said?: string;
}

/** A button that asks for what the act needs, does it, and says so; nothing empty is sent. */
export function FormAct<V extends object>(
  props: ActProps & {
    readonly initial?: Partial<V> | undefined;
    readonly work: (values: V) => Promise<unknown>;
    readonly children?: ReactNode;
  },
) {
  const t = useWords(words);
  const done = useDone();
  const { button, about, primary, said, initial, work, children } = props;
  return (
    <DialogForm<V>
      button={button}
      title={about ? `${button}：${about}` : button}
      {...(about && { about })}
      {...(primary && { primary })}
      {...(initial && { initial })}
      onSubmit={(values) => done(work(filled(values)), said ?? t.said)}
    >
      {children}
    </DialogForm>
  );
}

/** An act that needs nothing but a yes, after saying what follows from it. */
export function Act(props: ActProps & { readonly text: ReactNode; readonly work: () => Promise<unknown> }) {
  return (
    <FormAct<object> {...props} work={() => props.work()}>
      <p>{props.text}</p>
    </FormAct>
  );
}

/** An act whose reason is kept. */
export function ReasonedAct(
  props: ActProps & { readonly text?: ReactNode; readonly work: (body: { reason: string }) => Promise<unknown> },
) {
  const t = useWords(words);
  return (
    <FormAct<{ reason: string }> {...props}>
      {props.text && <p>{props.text}</p>}
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, whitespace: true, message: t.missing }]}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormAct>
  );
}
