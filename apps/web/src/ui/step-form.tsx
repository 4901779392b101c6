import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Form, Steps } from 'antd';
import { fieldProblems } from '../api/problem.ts';
import { bilingual, useWords } from '../text/words.ts';
import { Facts } from './facts.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** One page of a form: one thing to answer. */
export interface FormStep<V> {
  readonly title: string;
  /** Names of the fields of this step: checked before the next step opens. */
  readonly names: readonly (keyof V & string)[];
  readonly fields: ReactNode;
  /** How the answers read on the page where they are checked. */
  readonly answers: (values: V) => readonly (readonly [string, ReactNode])[];
}

const words = bilingual(
  {
    step: (now: number, all: number) => `第 ${now} 步，共 ${all} 步`,
    next: '下一步',
    back: '上一步',
    check: '核对',
    change: '修改',
    saved: '草稿已自动保存在本浏览器，退出登录后清除。',
    wrong: '有内容需要改正',
  },
  {
    step: (now, all) => `Step ${now} of ${all}`,
    next: 'Next',
    back: 'Back',
    check: 'Check your answers',
    change: 'Change',
    saved: 'The draft is kept in this browser until you sign out.',
    wrong: 'Some answers need mending',
  },
);

/** A long form in steps: one thing a page, kept while it is typed, all answers shown again before they are sent. */
export function StepForm<V extends object>(props: {
  readonly steps: readonly FormStep<V>[];
  readonly initial?: Partial<V>;
  readonly draftKey: string;
  /** Fields that are never kept in the browser. */
  readonly secret?: readonly (keyof V & string)[];
  readonly submit: string;
  readonly onSubmit: (values: V) => Promise<unknown>;
}) {
  const t = useWords(words);
  const [form] = Form.useForm<V>();
  const [at, setAt] = useState(0);
  const [values, setValues] = useState<Partial<V>>(() => ({ ...props.initial, ...readDraft<V>(props.draftKey) }));
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const entered = useRef(false);
  useEffect(() => {
    if (entered.current) heading.current?.focus();
    entered.current = true;
  }, [at]);

  const checking = at === props.steps.length;
  const step = props.steps[at];
  const go = (to: number): void => {
    setFailure(null);
    setAt(to);
  };
  const next = async (): Promise<void> => {
    if (!step) return;
    const valid = await form.validateFields([...step.names] as never, { recursive: true }).then(
      () => true,
      (fault: { errorFields: { name: (string | number)[] }[] }) => {
        document.getElementById(fault.errorFields[0]?.name.join('_') ?? '')?.focus();
        return false;
      },
    );
    if (valid) go(at + 1);
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await props.onSubmit(form.getFieldsValue(true) as V);
      sessionStorage.removeItem(`draft.${props.draftKey}`);
    } catch (error) {
      const faults = fieldProblems(error);
      form.setFields([...faults].map(([name, text]) => ({ name: name.split('/')[0] as never, errors: [text] })));
      const wrong = props.steps.findIndex(({ names }) => names.some((name) => hasFault(faults, name)));
      setFailure(error);
      if (wrong >= 0) setAt(wrong);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Steps
        size="small"
        current={at}
        responsive
        items={[...props.steps.map(({ title }) => ({ title })), { title: t.check }]}
        className="wide-only"
      />
      <p className="fine">{t.step(at + 1, props.steps.length + 1)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {step?.title ?? t.check}
      </h2>
      {failure !== null && <ProblemNotice error={failure} />}
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark="optional"
        preserve
        initialValues={values}
        onValuesChange={() => {
          const all = form.getFieldsValue(true) as Partial<V>;
          setValues(all);
          const kept = Object.entries(all).filter(([name]) => !props.secret?.some((secret) => secret === name));
          sessionStorage.setItem(`draft.${props.draftKey}`, JSON.stringify(Object.fromEntries(kept)));
        }}
        onFinish={() => void (checking ? send() : next())}
      >
        {step?.fields}
        {checking &&
          props.steps.map(({ title, answers }, index) => (
            <section key={title} className="answers" aria-label={title}>
              <div className="section-head">
                <h3>{title}</h3>
                <Button type="link" onClick={() => go(index)}>
                  {t.change}
                  <span className="visually-hidden">：{title}</span>
                </Button>
              </div>
              <Facts items={answers(values as V)} />
            </section>
          ))}
        <div className="form-foot">
          {at > 0 && <Button onClick={() => go(at - 1)}>{t.back}</Button>}
          <Button
            key={checking ? 'send' : 'next'} // another element: the click that opens the last page must not send it
            type="primary"
            htmlType={checking ? 'submit' : 'button'}
            loading={busy}
            {...(!checking && { onClick: () => void next() })}
          >
            {checking ? props.submit : t.next}
          </Button>
          <span className="fine">{t.saved}</span>
        </div>
      </Form>
    </>
  );
}

const hasFault = (faults: ReadonlyMap<string, string>, name: string): boolean =>
  [...faults.keys()].some((pointer) => pointer === name || pointer.startsWith(`${name}/`));

function readDraft<V>(key: string): Partial<V> {
  try {
    return JSON.parse(sessionStorage.getItem(`draft.${key}`) ?? '{}') as Partial<V>;
  } catch {
    return {};
  }
}
