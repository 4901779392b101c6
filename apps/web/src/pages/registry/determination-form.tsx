import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { contractType, nonTechnologyItem } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code, useChoices } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { fenOf, remainder, yuanOf } from './amounts.ts';

const words = bilingual(
  {
    submit: '认定',
    type: '核定合同类型',
    typeMissing: '请选择合同类型。',
    value: '核定技术交易额（元）',
    valueWrong: '应为元，至多两位小数。',
    why: '理由（与申报不一致时必填）',
    whyMissing: '核定的类型或金额与申报不一致，请写明理由。',
    landing: '已核实在示范区落地',
    items: '逐项核定',
    whole: '成交总额',
    deduct: '扣除',
    carrier: '申报为合理数量的技术载体，不扣',
    rest: '扣除后的技术交易额',
    take: '填入核定技术交易额',
    noItem: '没有申报非技术性款项。',
    declared: '申报技术交易额',
    sure: '确认认定？',
    sureText: (value: string) =>
      `核定技术交易额 ${value} 元。不需要复核的，提交后立即登记、编发登记编号并出具证明，之后只能变更或注销，不能撤回。`,
  },
  {
    submit: 'Determine',
    type: 'Verified type',
    typeMissing: 'Choose a type.',
    value: 'Verified technology value (yuan)',
    valueWrong: 'Yuan with at most two decimals.',
    why: 'Reason (when it differs from what was declared)',
    whyMissing: 'It differs from what was declared: give the reason.',
    landing: 'Use in a zone was verified',
    items: 'Item by item',
    whole: 'Contract value',
    deduct: 'Deduct',
    carrier: 'declared as a reasonable carrier, not deducted',
    rest: 'What is left for technology',
    take: 'Take this value',
    noItem: 'Nothing was declared as not for technology.',
    declared: 'Declared technology value',
    sure: 'Determine?',
    sureText: (value) =>
      `Technology value ${value} yuan. Unless a second review is due, the contract is registered at once and numbered; this can be changed or cancelled later, never taken back.`,
  },
);

type Registration = Schemas['ContractRegistrationView'];

/** 认定: the type and the technology value, the line items weighed one by one. */
export function DeterminationForm(props: {
  readonly registration: Registration;
  readonly draftKey: string;
  readonly done: (work: Promise<unknown>) => Promise<void>;
}) {
  const t = useWords(words);
  const { registration } = props;
  const types = useChoices(contractType);
  const determine = api.useMutation('post', '/v1/contract-registrations/{id}/determination');
  const differs = (type: string, yuan: string): boolean =>
    type !== registration.declaredType || fenOf(yuan) !== BigInt(registration.declaredTechnologyValue.fen);
  return (
    <ApiForm<Schemas['DeterminationDto']>
      submit={t.submit}
      draftKey={props.draftKey}
      initial={{
        type: registration.declaredType,
        verifiedTechnologyValueYuan: registration.declaredTechnologyValue.yuan,
      }}
      confirm={({ verifiedTechnologyValueYuan }) => ({
        title: t.sure,
        text: t.sureText(verifiedTechnologyValueYuan),
      })}
      onSubmit={(values) => {
        const body = { ...values, reason: values.reason || undefined };
        return props.done(determine.mutateAsync({ params: { path: { id: registration.id } }, body }));
      }}
    >
      <LineItems contractId={registration.contractId} />
      <Form.Item name="type" label={t.type} rules={[{ required: true, message: t.typeMissing }]}>
        <Select options={types} />
      </Form.Item>
      <Form.Item
        name="verifiedTechnologyValueYuan"
        label={t.value}
        rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.valueWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t.why}
        dependencies={['type', 'verifiedTechnologyValueYuan']}
        rules={[
          ({ getFieldValue }) => ({
            required: differs(String(getFieldValue('type')), String(getFieldValue('verifiedTechnologyValueYuan'))),
            message: t.whyMissing,
          }),
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="landingConfirmed" valuePropName="checked">
        <Checkbox>{t.landing}</Checkbox>
      </Form.Item>
    </ApiForm>
  );
}

function LineItems({ contractId }: { readonly contractId: string }) {
  const t = useWords(words);
  const contract = api.useQuery('get', '/v1/contracts/{id}', { params: { path: { id: contractId } } });
  return (
    <fieldset className="facet">
      <legend>{t.items}</legend>
      <QueryView query={contract}>{(shown) => <Weighing contract={shown} />}</QueryView>
    </fieldset>
  );
}

function Weighing({ contract }: { readonly contract: Schemas['ContractView'] }) {
  const t = useWords(words);
  const form = Form.useFormInstance();
  const items = contract.nonTechnologyItems;
  const [deducted, setDeducted] = useState(() => items.map(({ withinReasonableCarrier }) => !withinReasonableCarrier));
  const rest = remainder(
    contract.contractValue.fen,
    items.filter((_item, index) => deducted[index]).map(({ amount }) => amount.fen),
  );
  return (
    <>
      <p>
        {t.whole} <Money value={contract.contractValue} />；{t.declared}{' '}
        <Money value={contract.declaredTechnologyValue} />
      </p>
      {items.length === 0 && <p className="fine">{t.noItem}</p>}
      {items.map(({ kind, amount, withinReasonableCarrier }, index) => (
        <p key={index}>
          <Checkbox
            checked={deducted[index] ?? false}
            onChange={({ target }) =>
              setDeducted((before) => before.map((on, at) => (at === index ? target.checked : on)))
            }
          >
            {t.deduct} <Code codes={nonTechnologyItem} value={kind} /> <Money value={amount} />
            {withinReasonableCarrier && <span className="fine">（{t.carrier}）</span>}
          </Checkbox>
        </p>
      ))}
      <p role="status">
        {t.rest}：
        <strong>
          <Money value={{ yuan: yuanOf(rest), fen: String(rest) }} />
        </strong>{' '}
        <Button size="small" onClick={() => form.setFieldValue('verifiedTechnologyValueYuan', yuanOf(rest))}>
          {t.take}
        </Button>
      </p>
    </>
  );
}
