import { Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

const words = bilingual(
  {
    submit: '不予登记',
    ground: '理由',
    groundMissing: '请选择理由。',
    evidence: '依据的事实',
    evidenceMissing: '请写明依据的事实。',
    needed: '须写明',
    repair: '申请人将看到的改正办法',
    source: '出处',
    add: '再加一条理由',
    remove: '删除这条理由',
    sure: '确认不予登记？',
    sureText: '决定连同理由、依据和改正办法送达登记主体，不能撤回；登记主体可以提出异议。',
  },
  {
    submit: 'Refuse',
    ground: 'Ground',
    groundMissing: 'Choose a ground.',
    evidence: 'Facts',
    evidenceMissing: 'Give the facts.',
    needed: 'To be stated',
    repair: 'What the applicant is told to mend',
    source: 'Source',
    add: 'Add a ground',
    remove: 'Remove this ground',
    sure: 'Refuse the registration?',
    sureText: 'The decision reaches the applicant with its grounds and how to mend them, and cannot be taken back.',
  },
);

/** Composes a refusal: each ground of the regulations with its facts, and what the applicant will read. */
export function RefusalForm(props: {
  readonly registrationId: string;
  readonly draftKey: string;
  readonly done: (work: Promise<unknown>) => Promise<void>;
}) {
  const t = useWords(words);
  const grounds = api.useQuery('get', '/v1/registration-refusal-grounds', {}, { staleTime: Infinity });
  const refuse = api.useMutation('post', '/v1/contract-registrations/{id}/refusal');
  return (
    <QueryView query={grounds}>
      {({ items }) => (
        <ApiForm<Schemas['RefusalDto']>
          submit={t.submit}
          draftKey={props.draftKey}
          confirm={() => ({ title: t.sure, text: t.sureText })}
          initial={{ grounds: [{} as Schemas['RefusalGroundDto']] }}
          onSubmit={(body) => props.done(refuse.mutateAsync({ params: { path: { id: props.registrationId } }, body }))}
        >
          <RepeatedFields
            name="grounds"
            title={(n) => `${t.ground} ${n}`}
            remove={() => t.remove}
            add={t.add}
            least={1}
          >
            {(name) => (
              <>
                <Form.Item
                  name={[name, 'code']}
                  label={t.ground}
                  rules={[{ required: true, message: t.groundMissing }]}
                >
                  <Select options={items.map(({ code, title }) => ({ value: code, label: title }))} />
                </Form.Item>
                <Explained grounds={items} at={name} />
                <Form.Item
                  name={[name, 'evidence']}
                  label={t.evidence}
                  rules={[{ required: true, message: t.evidenceMissing }]}
                >
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
                </Form.Item>
              </>
            )}
          </RepeatedFields>
        </ApiForm>
      )}
    </QueryView>
  );
}

function Explained({ grounds, at }: { readonly grounds: readonly Schemas['GroundView'][]; readonly at: number }) {
  const t = useWords(words);
  const code = Form.useWatch<string | undefined>(['grounds', at, 'code']);
  const ground = grounds.find((one) => one.code === code);
  if (!ground) return null;
  return (
    <div className="fine" role="status">
      <p>
        {t.needed}：{ground.evidenceNeeded}
      </p>
      <p>
        {t.repair}：{ground.repair}
      </p>
      <p>
        {t.source}：{ground.source}
      </p>
    </div>
  );
}
