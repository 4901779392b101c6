import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Form, Modal } from 'antd';
import { fieldProblems } from '../api/problem.ts';
import { bilingual, useWords } from '../text/words.ts';
import { ProblemNotice } from './problem-notice.tsx';

const words = bilingual(
  { wrong: '有内容需要改正', back: '返回修改', saved: '草稿已自动保存在本浏览器，退出登录后清除' },
  { wrong: 'Some answers need mending', back: 'Back', saved: 'The draft is kept in this browser until you sign out' },
);

interface Fault {
  readonly name: string;
  readonly text: string;
}

interface Question {
  readonly title: string;
  readonly text: ReactNode;
}

/**
 * A form that posts to the API. What is wrong stands in one list at the top, which takes the focus and links to each
 * field, in the same words as beside the field. With `draftKey` what is typed survives a reload, until signing out.
 */
export function ApiForm<V extends object>(props: {
  readonly initial?: Partial<V>;
  readonly submit: string;
  readonly onSubmit: (values: V) => Promise<unknown>;
  readonly draftKey?: string;
  readonly children: ReactNode;
  /** What cannot be undone is asked once more before it is sent; null when these values need no asking. */
  readonly confirm?: (values: V) => Question | null;
  /** Further buttons beside the submitting one. */
  readonly extra?: ReactNode;
}) {
  const t = useWords(words);
  const [form] = Form.useForm<V>();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ values: V; question: Question } | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0 || failure !== null) summary.current?.focus();
  }, [faults, failure]);

  const finish = async (values: V): Promise<void> => {
    setBusy(true);
    setFaults([]);
    setFailure(null);
    try {
      await props.onSubmit(values);
      if (props.draftKey) sessionStorage.removeItem(draftName(props.draftKey));
    } catch (error) {
      const byField = [...fieldProblems(error)].filter(([name]) => name.split('/')[0]! in form.getFieldsValue(true));
      form.setFields(byField.map(([name, text]) => ({ name: pathOf(name) as never, errors: [text] })));
      setFaults(byField.map(([name, text]) => ({ name, text })));
      setFailure(byField.length > 0 ? null : error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark="optional"
      scrollToFirstError={false}
      initialValues={{ ...props.initial, ...readDraft<V>(props.draftKey) }}
      onValuesChange={(_change, all) => keepDraft(props.draftKey, all)}
      onFinish={(values) => {
        const question = props.confirm?.(values) ?? null;
        if (question === null) void finish(values);
        else setAsked({ values, question });
      }}
      onFinishFailed={({ errorFields }) =>
        setFaults(errorFields.map(({ name, errors }) => ({ name: name.join('/'), text: errors[0] ?? '' })))
      }
    >
      {(faults.length > 0 || failure !== null) && (
        <div ref={summary} tabIndex={-1} className="error-summary" role="alert">
          {failure !== null && <ProblemNotice error={failure} />}
          {faults.length > 0 && (
            <>
              <h2>{t.wrong}</h2>
              <ul>
                {faults.map(({ name, text }) => (
                  <li key={name}>
                    <a
                      href={`#${name.replaceAll('/', '_')}`}
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(name.replaceAll('/', '_'))?.focus();
                      }}
                    >
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {props.children}
      {props.confirm && (
        <Modal
          open={asked !== null}
          title={asked?.question.title}
          okText={props.submit}
          cancelText={t.back}
          onCancel={() => setAsked(null)}
          onOk={() => {
            setAsked(null);
            if (asked) void finish(asked.values);
          }}
        >
          {asked?.question.text}
        </Modal>
      )}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy}>
          {props.submit}
        </Button>
        {props.extra}
        {props.draftKey && <span className="fine">{t.saved}</span>}
      </div>
    </Form>
  );
}

const draftName = (key: string): string => `draft.${key}`;

/** `items/0/name` as antd's path. */
const pathOf = (name: string): (string | number)[] =>
  name.split('/').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

function readDraft<V>(key: string | undefined): Partial<V> {
  if (key === undefined) return {};
  try {
    return JSON.parse(sessionStorage.getItem(draftName(key)) ?? '{}') as Partial<V>;
  } catch {
    return {};
  }
}

function keepDraft(key: string | undefined, values: unknown): void {
  if (key !== undefined) sessionStorage.setItem(draftName(key), JSON.stringify(values));
}
