import { Checkbox, Form, Input, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { clauseKind, contractSubType, paymentManner, subTypesOf } from '../../text/codes/contract.codes.ts';
import { contractType, nonTechnologyItem } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';
import { RoyaltyFields } from './contract-extra-form.tsx';

export type ContractDraft = Schemas['DraftContractDto'];

export const contractWords = bilingual(
  {
    name: '项目名称',
    nameMissing: '请填写项目名称。',
    type: '合同类型',
    typeMissing: '请选择合同类型。',
    subType: '合同子类',
    value: '成交总额（元）',
    money: '应为元，至多两位小数，例如 300000。',
    items: '其中不属于技术交易额的款项',
    itemsHelp: '购置设备、仪器、零部件、原材料等的费用，逐项列出；合理数量的技术载体或样品不扣除。',
    kind: '种类',
    kindMissing: '请选择种类。',
    amount: '金额（元）',
    carrier: '合理数量的技术载体或样品',
    add: '再加一项',
    remove: '删除',
    manner: '支付方式',
    condition: '付款条件或日期说明',
    conditionMissing: '请写明付款条件。',
    instalment: (serial: number) => `第 ${serial} 期`,
    until: '有效期至',
    field: '技术领域',
    plan: '计划类别',
    goal: '社会经济目标',
    industry: '服务的国民经济行业',
    investment: '预计新增投入（元，技术转让须填）',
    output: '预计新增产值（元，技术转让须填）',
    clauses: '合同条款',
    clausesHelp: '逐条填写；保存后系统会指出缺少的条款和可能不公平的约定。',
    clause: '条款',
    clauseMissing: '请选择是哪一条。',
    text: '正文',
    textMissing: '请填写正文。',
    related: '双方是关联企业或关联人',
  },
  {
    name: 'Project',
    nameMissing: 'Fill in the project’s name.',
    type: 'Type',
    typeMissing: 'Choose a type.',
    subType: 'Kind',
    value: 'Contract value (yuan)',
    money: 'Yuan with at most two decimals, e.g. 300000.',
    items: 'Thereof not for technology',
    itemsHelp: 'Equipment, instruments, parts, material; reasonable carriers and samples are not deducted.',
    kind: 'Kind',
    kindMissing: 'Choose a kind.',
    amount: 'Amount (yuan)',
    carrier: 'Reasonable carrier or sample',
    add: 'Add one',
    remove: 'Remove',
    manner: 'Payment',
    condition: 'Condition or date',
    conditionMissing: 'State the condition.',
    instalment: (serial) => `Instalment ${serial}`,
    until: 'Valid until',
    field: 'Technology field',
    plan: 'Plan',
    goal: 'Socio-economic goal',
    industry: 'Industry served',
    investment: 'Expected investment (yuan, for transfers)',
    output: 'Expected output (yuan, for transfers)',
    clauses: 'Clauses',
    clausesHelp: 'One by one; once saved, what is missing or unfair is pointed out.',
    clause: 'Clause',
    clauseMissing: 'Choose the clause.',
    text: 'Text',
    textMissing: 'Fill in the text.',
    related: 'The parties are related',
  },
);

const yuan = /^\d{1,13}(\.\d{1,2})?$/;

/** What the contract is about. */
export function SubjectFields() {
  const t = useWords(contractWords);
  const form = Form.useFormInstance<ContractDraft>();
  const types = useChoices(contractType);
  const subTypes = useChoices(contractSubType);
  const type = Form.useWatch<ContractDraft['type'] | undefined>('type', form);
  return (
    <>
      <Form.Item name="title" label={t.name} rules={[{ required: true, message: t.nameMissing }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="type" label={t.type} rules={[{ required: true, message: t.typeMissing }]}>
        <Select options={types} onChange={() => form.setFieldValue('subType', undefined)} />
      </Form.Item>
      <Form.Item name="subType" label={t.subType} rules={[{ required: true, message: t.typeMissing }]}>
        <Select
          disabled={!type}
          options={subTypes.filter(({ value }) => type && subTypesOf[type].some((one) => one === value))}
        />
      </Form.Item>
      <Form.Item name="relatedParty" valuePropName="checked">
        <Checkbox>{t.related}</Checkbox>
      </Form.Item>
    </>
  );
}

/** For how much, and how much of it is not for technology. */
export function AmountFields() {
  const t = useWords(contractWords);
  const kinds = useChoices(nonTechnologyItem);
  return (
    <>
      <Form.Item name="contractValueYuan" label={t.value} rules={[{ required: true, pattern: yuan, message: t.money }]}>
        <Input inputMode="decimal" />
      </Form.Item>
      <h3>{t.items}</h3>
      <p className="fine">{t.itemsHelp}</p>
      <RepeatedFields
        name="nonTechnologyItems"
        title={(n) => `${t.items} ${n}`}
        remove={(n) => `${t.remove} ${n}`}
        add={t.add}
        blank={{ withinReasonableCarrier: false }}
      >
        {(name) => (
          <>
            <Form.Item name={[name, 'kind']} label={t.kind} rules={[{ required: true, message: t.kindMissing }]}>
              <Select options={kinds} />
            </Form.Item>
            <Form.Item
              name={[name, 'amountYuan']}
              label={t.amount}
              rules={[{ required: true, pattern: yuan, message: t.money }]}
            >
              <Input inputMode="decimal" />
            </Form.Item>
            <Form.Item name={[name, 'withinReasonableCarrier']} valuePropName="checked" initialValue={false}>
              <Checkbox>{t.carrier}</Checkbox>
            </Form.Item>
          </>
        )}
      </RepeatedFields>
    </>
  );
}

/** When and how it is paid. */
export function PaymentFields() {
  const t = useWords(contractWords);
  const manners = useChoices(paymentManner);
  const form = Form.useFormInstance<ContractDraft>();
  const manner = Form.useWatch<string | undefined>(['payment', 'manner'], form);
  return (
    <>
      <Form.Item name={['payment', 'manner']} label={t.manner} rules={[{ required: true, message: t.kindMissing }]}>
        <Select options={manners} />
      </Form.Item>
      {(manner === 'royalty' || manner === 'entryFeeAndRoyalty') && <RoyaltyFields />}
      {(manner === 'instalments' || manner === 'entryFeeAndRoyalty') && (
        <RepeatedFields
          name={['payment', 'instalments']}
          title={(n) => t.instalment(n)}
          remove={(n) => `${t.remove} ${t.instalment(n)}`}
          add={t.add}
        >
          {(name) => (
            <>
              <Form.Item
                name={[name, 'amountYuan']}
                label={t.amount}
                rules={[{ required: true, pattern: yuan, message: t.money }]}
              >
                <Input inputMode="decimal" />
              </Form.Item>
              <Form.Item
                name={[name, 'condition']}
                label={t.condition}
                rules={[{ required: true, message: t.conditionMissing }]}
              >
                <Input maxLength={200} />
              </Form.Item>
            </>
          )}
        </RepeatedFields>
      )}
      <Form.Item name="validUntil" label={t.until}>
        <DayField />
      </Form.Item>
      <Form.Item name="expectedInvestmentYuan" label={t.investment} rules={[{ pattern: yuan, message: t.money }]}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="expectedOutputYuan" label={t.output} rules={[{ pattern: yuan, message: t.money }]}>
        <Input inputMode="decimal" />
      </Form.Item>
    </>
  );
}

const lists = ['technologyField', 'planCategory', 'socioEconomicGoal', 'industry'] as const;

/** The codes of the registration form. */
export function ClassificationFields() {
  const t = useWords(contractWords);
  const codeLists = api.useQuery('get', '/v1/contract-code-lists', {}, { staleTime: Infinity });
  const labels = { technologyField: t.field, planCategory: t.plan, socioEconomicGoal: t.goal, industry: t.industry };
  return (
    <>
      {lists.map((list) => (
        <Form.Item key={list} name={['classification', list]} label={labels[list]}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={
              codeLists.data?.items
                .find(({ id }) => id === list)
                ?.codes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })) ?? []
            }
          />
        </Form.Item>
      ))}
    </>
  );
}

/** The clauses that the parties write themselves. */
export function ClauseFields() {
  const t = useWords(contractWords);
  const kinds = useChoices(clauseKind);
  return (
    <>
      <p className="fine">{t.clausesHelp}</p>
      <RepeatedFields name="clauses" title={(n) => `${t.clause} ${n}`} remove={(n) => `${t.remove} ${n}`} add={t.add}>
        {(name) => (
          <>
            <Form.Item name={[name, 'kind']} label={t.clause} rules={[{ required: true, message: t.clauseMissing }]}>
              <Select options={kinds} />
            </Form.Item>
            <Form.Item name={[name, 'text']} label={t.text} rules={[{ required: true, message: t.textMissing }]}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} />
            </Form.Item>
          </>
        )}
      </RepeatedFields>
    </>
  );
}

/** The form's values as the API takes them: nothing empty. */
export function contractBody(values: Partial<ContractDraft>): Partial<ContractDraft> {
  const { classification, payment, licence, ...rest } = values;
  const codes = classification && filled(classification);
  return filled({
    ...rest,
    nonTechnologyItems: values.nonTechnologyItems ?? [],
    payment: payment?.manner ? payment : undefined,
    licence: licence?.manner ? filled(licence) : undefined,
    rights: values.rights?.map((right) => filled(right)),
    classification: codes && Object.keys(codes).length > 0 ? codes : undefined,
  });
}
