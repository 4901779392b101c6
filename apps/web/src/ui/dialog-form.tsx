import { useState, type ReactNode } from 'react';
import { Button, Modal } from 'antd';
import { ApiForm } from './api-form.tsx';

/** A button that asks in a dialog before it acts: for what needs a word, or cannot be undone. */
export function DialogForm<V extends object>(props: {
  readonly button: string;
  readonly title: string;
  /** What the button is about, for who hears a list of buttons. */
  readonly about?: string;
  readonly primary?: boolean;
  readonly submit?: string;
  readonly initial?: Partial<V>;
  readonly onSubmit: (values: V) => Promise<unknown>;
  readonly children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={props.primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {props.button}
        {props.about && <span className="visually-hidden">：{props.about}</span>}
      </Button>
      <Modal open={open} title={props.title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <ApiForm<V>
          submit={props.submit ?? props.button}
          {...(props.initial && { initial: props.initial })}
          onSubmit={async (values) => {
            await props.onSubmit(values);
            setOpen(false);
          }}
        >
          {props.children}
        </ApiForm>
      </Modal>
    </>
  );
}
