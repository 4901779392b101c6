import { Form, Input, Radio, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { expertStance, panelState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

const words = bilingual(
  {
    title: '专家审核',
    none: '没有组织过专家审核。大额或有争议的合同，可在审查中组织三位以上专家审核。',
    call: '组织专家审核',
    question: '请专家审核的问题',
    questionMissing: '请写明请专家审核的问题。',
    expert: (count: number) => `第 ${count} 位专家`,
    name: '姓名',
    nameMissing: '请填写姓名。',
    unit: '工作单位',
    unitMissing: '请填写工作单位。',
    recusal: '须回避的理由（没有则不填）',
    add: '再加一位',
    remove: (count: number) => `删除第 ${count} 位`,
    opinion: '意见',
    recused: '回避',
    waiting: '尚未给出意见',
    record: '记录专家意见',
    who: '专家',
    whoMissing: '请选择专家。',
    stance: '结论',
    stanceMissing: '请选择结论。',
    text: '理由',
    textMissing: '请写明理由。',
    value: '建议的技术交易额（元，可不填）',
    valueWrong: '应为元，至多两位小数。',
    conclude: '汇总专家意见',
    concludeText: '汇总后恢复审查，期限继续计算；之后不能再补记意见。',
    result: (inFavour: number, against: number) => `同意 ${inFavour} 人，不同意 ${against} 人`,
    done: '已办理。',
  },
  {
    title: 'Experts',
    none: 'No experts were called. For large or disputed contracts three or more may be called during examination.',
    call: 'Call experts',
    question: 'What the experts are asked',
    questionMissing: 'Say what the experts are asked.',
    expert: (count) => `Expert ${count}`,
    name: 'Name',
    nameMissing: 'Give the name.',
    unit: 'Institution',
    unitMissing: 'Give the institution.',
    recusal: 'Reason of recusal, if any',
    add: 'Add an expert',
    remove: (count) => `Remove expert ${count}`,
    opinion: 'Opinion',
    recused: 'Recused',
    waiting: 'No opinion yet',
    record: 'Record an opinion',
    who: 'Expert',
    whoMissing: 'Choose the expert.',
    stance: 'Conclusion',
    stanceMissing: 'Choose a conclusion.',
    text: 'Reason',
    textMissing: 'Give the reason.',
    value: 'Technology value suggested (yuan, optional)',
    valueWrong: 'Yuan with at most two decimals.',
    conclude: 'Conclude',
    concludeText: 'The examination goes on; no opinion can be added afterwards.',
    result: (inFavour, against) => `${inFavour} in favour, ${against} against`,
    done: 'Done.',
  },
);

/** Who was asked about a large or disputed contract, and what they said. */
export function CaseExperts({ registration }: { readonly registration: Schemas['ContractRegistrationView'] }) {
  const t = useWords(words);
  const me = useMe();
  const officer = hasRole(me.data, 'registrar', 'reviewer');
  const reader = officer || hasRole(me.data, 'auditor');
  const panels = api.useQuery(
    'get',
    '/v1/contract-registrations/{id}/expert-panels',
    { params: { path: { id: registration.id } } },
    { enabled: reader },
  );
  if (!reader) return null;
  return (
    <Section
      title={t.title}
      actions={officer && registration.state === 'underReview' && <CallExperts registrationId={registration.id} />}
    >
      <QueryView query={panels}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.none}</p>
          ) : (
            items.map((panel) => (
              <Panel key={panel.id} panel={panel} registrationId={registration.id} officer={officer} />
            ))
          )
        }
      </QueryView>
    </Section>
  );
}

function Panel(props: {
  readonly panel: Schemas['ExpertPanelView'];
  readonly registrationId: string;
  readonly officer: boolean;
}) {
  const t = useWords(words);
  const { panel } = props;
  return (
    <article>
      <h3>{panel.question}</h3>
      <p>
        <StateTag codes={panelState} value={panel.state} /> <Instant value={panel.calledAt} />
        {panel.result && (
          <>
            {' '}
            <StateTag codes={expertStance} value={panel.result.stance} />
            {t.result(panel.result.inFavour, panel.result.against)}
          </>
        )}
      </p>
      <ListTable
        caption={panel.question}
        rows={panel.experts}
        rowKey={({ name }) => name}
        empty="—"
        columns={[
          { key: 'name', title: t.name, render: ({ name }) => name },
          { key: 'unit', title: t.unit, render: ({ workUnit }) => workUnit },
          {
            key: 'opinion',
            title: t.opinion,
            render: ({ opinion, recusal }) =>
              recusal !== null ? (
                `${t.recused}：${recusal}`
              ) : opinion === null ? (
                <span className="none">{t.waiting}</span>
              ) : (
                <>
                  <StateTag codes={expertStance} value={opinion.stance} /> {opinion.text}{' '}
                  {opinion.technologyValue && <Money value={opinion.technologyValue} />}
                </>
              ),
          },
        ]}
      />
      {props.officer && panel.state === 'open' && (
        <div className="kinds">
          <RecordOpinion panel={panel} registrationId={props.registrationId} />
          <Conclude registrationId={props.registrationId} />
        </div>
      )}
    </article>
  );
}

const nobody = { name: '', workUnit: '' };

function CallExperts({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const done = useDone();
  const call = api.useMutation('post', '/v1/contract-registrations/{id}/expert-panels');
  return (
    <DialogForm<Schemas['ExpertPanelDto']>
      button={t.call}
      title={t.call}
      initial={{ experts: [nobody, nobody, nobody] }}
      onSubmit={({ question, experts }) => {
        const body = { question, experts: experts.map((one) => ({ ...one, recusal: one.recusal || undefined })) };
        return done(call.mutateAsync({ params: { path: { id: registrationId } }, body }), t.done);
      }}
    >
      <Form.Item name="question" label={t.question} rules={[{ required: true, message: t.questionMissing }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <RepeatedFields
        name="experts"
        title={(n) => t.expert(n)}
        remove={(n) => t.remove(n)}
        add={t.add}
        blank={nobody}
        least={3}
      >
        {(name) => (
          <>
            <Form.Item
              name={[name, 'name']}
              label={t.name}
              rules={[{ required: true, whitespace: true, message: t.nameMissing }]}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item
              name={[name, 'workUnit']}
              label={t.unit}
              rules={[{ required: true, whitespace: true, message: t.unitMissing }]}
            >
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name={[name, 'recusal']} label={t.recusal}>
              <Input maxLength={300} />
            </Form.Item>
          </>
        )}
      </RepeatedFields>
    </DialogForm>
  );
}

function RecordOpinion(props: { readonly panel: Schemas['ExpertPanelView']; readonly registrationId: string }) {
  const t = useWords(words);
  const done = useDone();
  const give = api.useMutation('post', '/v1/contract-registrations/{id}/expert-opinions');
  const waiting = props.panel.experts.filter(({ opinion, recusal }) => opinion === null && recusal === null);
  if (waiting.length === 0) return null;
  return (
    <DialogForm<Schemas['ExpertOpinionDto']>
      button={t.record}
      title={t.record}
      onSubmit={(values) => {
        const body = { ...values, technologyValueYuan: values.technologyValueYuan || undefined };
        return done(give.mutateAsync({ params: { path: { id: props.registrationId } }, body }), t.done);
      }}
    >
      <Form.Item name="name" label={t.who} rules={[{ required: true, message: t.whoMissing }]}>
        <Select options={waiting.map(({ name, workUnit }) => ({ value: name, label: `${name}（${workUnit}）` }))} />
      </Form.Item>
      <Form.Item name="stance" label={t.stance} rules={[{ required: true, message: t.stanceMissing }]}>
        <Radio.Group
          options={(['register', 'refuse'] as const).map((value) => ({
            value,
            label: <StateTag codes={expertStance} value={value} />,
          }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t.text} rules={[{ required: true, message: t.textMissing }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item
        name="technologyValueYuan"
        label={t.value}
        rules={[{ pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.valueWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
    </DialogForm>
  );
}

function Conclude({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const done = useDone();
  const conclude = api.useMutation('post', '/v1/contract-registrations/{id}/expert-conclusion');
  return (
    <DialogForm<object>
      button={t.conclude}
      title={t.conclude}
      onSubmit={() => done(conclude.mutateAsync({ params: { path: { id: registrationId } } }), t.done)}
    >
      <p>{t.concludeText}</p>
    </DialogForm>
  );
}
