import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import {
  intellectualRight,
  licenceManner,
  rightState,
  royaltyBase,
  settlement,
} from '../../text/codes/contract-terms.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';

export const extraWords = bilingual(
  {
    rights: '合同所涉知识产权',
    rightsHelp: '转让、许可合同须填；专利填专利号，系统核对校验位。',
    right: '知识产权',
    kind: '种类',
    title: '名称',
    number: '专利号或登记号',
    holder: '权利人',
    state: '状态',
    filedOn: '申请日',
    expiresOn: '届满日',
    add: '再加一项',
    remove: '删除',
    missing: '请填写。',
    licence: '许可方式',
    manner: '许可方式（许可合同须填）',
    territory: '许可地域',
    until: '许可期限至',
    sublicensable: '可以再许可',
    royalty: '提成',
    base: '提成基数',
    settlement: '结算周期',
    audit: '约定了查账权（民法典第八百四十六条）',
    royaltyUntil: '提成至',
    step: '提成档次',
    from: '自（元）',
    rate: '比例（万分之）',
    money: '应为元，至多两位小数，例如 300000。',
  },
  {
    rights: 'Rights concerned',
    rightsHelp: 'For transfers and licences; a patent’s number is checked.',
    right: 'Right',
    kind: 'Kind',
    title: 'Title',
    number: 'Number',
    holder: 'Holder',
    state: 'State',
    filedOn: 'Filed on',
    expiresOn: 'Expires on',
    add: 'Add one',
    remove: 'Remove',
    missing: 'Fill this in.',
    licence: 'Licence',
    manner: 'Manner (for licences)',
    territory: 'Territory',
    until: 'Until',
    sublicensable: 'May be sublicensed',
    royalty: 'Royalty',
    base: 'Base',
    settlement: 'Settlement',
    audit: 'The books may be inspected',
    royaltyUntil: 'Until',
    step: 'Step',
    from: 'From (yuan)',
    rate: 'Rate (basis points)',
    money: 'Yuan with at most two decimals, e.g. 300000.',
  },
);

/** Rights that the contract concerns, and how they are licensed. */
export function RightsFields() {
  const t = useWords(extraWords);
  const kinds = useChoices(intellectualRight);
  const states = useChoices(rightState);
  const manners = useChoices(licenceManner);
  const required = [{ required: true, message: t.missing }];
  return (
    <>
      <p className="fine">{t.rightsHelp}</p>
      <RepeatedFields
        name="rights"
        title={(n) => `${t.right} ${n}`}
        remove={(n) => `${t.remove} ${t.right} ${n}`}
        add={
          <>
            {t.add}
            <span className="visually-hidden">：{t.right}</span>
          </>
        }
      >
        {(name) => (
          <>
            <Form.Item name={[name, 'kind']} label={t.kind} rules={required}>
              <Select options={kinds} />
            </Form.Item>
            <Form.Item name={[name, 'title']} label={t.title} rules={required}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name={[name, 'number']} label={t.number}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name={[name, 'holder']} label={t.holder}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name={[name, 'state']} label={t.state} rules={required}>
              <Select options={states} />
            </Form.Item>
            <Form.Item name={[name, 'filedOn']} label={t.filedOn}>
              <DayField />
            </Form.Item>
            <Form.Item name={[name, 'expiresOn']} label={t.expiresOn}>
              <DayField />
            </Form.Item>
          </>
        )}
      </RepeatedFields>
      <h3>{t.licence}</h3>
      <Form.Item name={['licence', 'manner']} label={t.manner}>
        <Select options={manners} allowClear />
      </Form.Item>
      <Form.Item name={['licence', 'territory']} label={t.territory}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['licence', 'until']} label={t.until}>
        <DayField />
      </Form.Item>
      <Form.Item name={['licence', 'sublicensable']} valuePropName="checked">
        <Checkbox>{t.sublicensable}</Checkbox>
      </Form.Item>
    </>
  );
}

/** From what, at which steps and until when a royalty is paid. */
export function RoyaltyFields() {
  const t = useWords(extraWords);
  const bases = useChoices(royaltyBase);
  const settlements = useChoices(settlement);
  const required = [{ required: true, message: t.missing }];
  return (
    <>
      <Form.Item name={['payment', 'royalty', 'base']} label={t.base} rules={required}>
        <Select options={bases} />
      </Form.Item>
      <RepeatedFields
        name={['payment', 'royalty', 'steps']}
        initialValue={[{ fromYuan: '0' }]}
        title={(n) => `${t.step} ${n}`}
        remove={(n) => `${t.remove} ${t.step} ${n}`}
        add={
          <>
            {t.add}
            <span className="visually-hidden">：{t.step}</span>
          </>
        }
        least={1}
      >
        {(name) => (
          <>
            <Form.Item
              name={[name, 'fromYuan']}
              label={t.from}
              rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.money }]}
            >
              <Input inputMode="decimal" />
            </Form.Item>
            <Form.Item name={[name, 'rateBasisPoints']} label={t.rate} rules={required}>
              <InputNumber min={1} max={10_000} precision={0} />
            </Form.Item>
          </>
        )}
      </RepeatedFields>
      <Form.Item name={['payment', 'royalty', 'settlement']} label={t.settlement} rules={required}>
        <Select options={settlements} />
      </Form.Item>
      <Form.Item name={['payment', 'royalty', 'until']} label={t.royaltyUntil}>
        <DayField />
      </Form.Item>
      <Form.Item name={['payment', 'royalty', 'auditRight']} valuePropName="checked" initialValue={false}>
        <Checkbox>{t.audit}</Checkbox>
      </Form.Item>
    </>
  );
}
