import { Form, Input } from 'antd';
import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

const words = bilingual(
  {
    submit: '要求补正',
    help: '逐项写明缺什么或哪里不对、怎样改；登记主体只看到这里写的。补正后期限重新起算。',
    item: (count: number) => `第 ${count} 项`,
    wrong: '缺什么、哪里不对',
    wrongMissing: '请写明缺什么、哪里不对。',
    mend: '怎样改',
    mendMissing: '请写明怎样改。',
    add: '再加一项',
    remove: (count: number) => `删除第 ${count} 项`,
    line: (wrong: string, mend: string) => `${wrong}——请${mend.replace(/^请/, '')}`,
    tooLong: '全部内容合计不超过 2000 字，请精简。',
    sure: '发出补正要求？',
  },
  {
    submit: 'Ask for a supplement',
    help: 'Item by item: what is missing or wrong, and how to mend it. The applicant sees only this; the term starts anew.',
    item: (count) => `Item ${count}`,
    wrong: 'What is missing or wrong',
    wrongMissing: 'Say what is missing or wrong.',
    mend: 'How to mend it',
    mendMissing: 'Say how to mend it.',
    add: 'Add an item',
    remove: (count) => `Remove item ${count}`,
    line: (wrong, mend) => `${wrong}: ${mend}`,
    tooLong: 'All items together must not exceed 2,000 characters.',
    sure: 'Send the request?',
  },
);

interface Composed {
  readonly items: readonly { readonly wrong: string; readonly mend: string }[];
}

/** What is wrong, item by item, so that the applicant gets a list to work off. */
export function SupplementForm(props: {
  readonly registrationId: string;
  readonly draftKey: string;
  readonly done: (work: Promise<unknown>) => Promise<void>;
}) {
  const t = useWords(words);
  const ask = api.useMutation('post', '/v1/contract-registrations/{id}/supplement-requests');
  const requestOf = ({ items }: Composed): string =>
    items.map(({ wrong, mend }, index) => `${index + 1}. ${t.line(wrong.trim(), mend.trim())}`).join('\n');
  return (
    <ApiForm<Composed>
      submit={t.submit}
      draftKey={props.draftKey}
      initial={{ items: [{ wrong: '', mend: '' }] }}
      confirm={(values) => ({ title: t.sure, text: <p className="prose">{requestOf(values)}</p> })}
      onSubmit={(values) =>
        props.done(
          ask.mutateAsync({ params: { path: { id: props.registrationId } }, body: { request: requestOf(values) } }),
        )
      }
    >
      <p className="fine">{t.help}</p>
      <RepeatedFields
        name="items"
        rules={[
          {
            validator: (_rule, items: Composed['items'] | undefined) =>
              requestOf({ items: (items ?? []).map((item) => ({ wrong: item?.wrong ?? '', mend: item?.mend ?? '' })) })
                .length <= 2000
                ? Promise.resolve()
                : Promise.reject(new Error(t.tooLong)),
          },
        ]}
        title={(n) => t.item(n)}
        remove={(n) => t.remove(n)}
        add={t.add}
        blank={{ wrong: '', mend: '' }}
        least={1}
      >
        {(name) => (
          <>
            <Form.Item
              name={[name, 'wrong']}
              label={t.wrong}
              rules={[{ required: true, whitespace: true, message: t.wrongMissing }]}
            >
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
            </Form.Item>
            <Form.Item
              name={[name, 'mend']}
              label={t.mend}
              rules={[{ required: true, whitespace: true, message: t.mendMissing }]}
            >
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
            </Form.Item>
          </>
        )}
      </RepeatedFields>
    </ApiForm>
  );
}
