import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { feeBase, feeKind } from '../../text/codes/broker.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { basisPointsOf } from './fee.tsx';

const words = bilingual(
  {
    onDemand: '对需求提出委托',
    onOffer: '对成果提出委托',
    kind: '佣金方式',
    percent: '佣金比例（%）',
    percentWrong: '请填写 0.01 至 100 的百分数，至多两位小数，例如 3 或 2.5。',
    base: '计算基数',
    amount: '定额佣金（元）',
    amountWrong: '请填写元，至多两位小数，例如 20000 或 20000.50。',
    expires: '委托期限至',
    expiresMissing: '请选择委托期限的最后一日。',
    tail: '尾款期（天）',
    tailHelp: '委托到期后这些天内，与所引荐的对象成交，仍付佣金（民法典第 965 条）。',
    exclusive: '独家委托（期内不得再委托其他经纪人）',
    submit: '提出委托',
    proposed: '已提出委托，等待对方接受。',
  },
  {
    onDemand: 'Propose a mandate on the demand',
    onOffer: 'Propose a mandate on the achievement',
    kind: 'Fee',
    percent: 'Share (%)',
    percentWrong: 'A percentage from 0.01 to 100 with at most two decimals, e.g. 3 or 2.5.',
    base: 'Of what',
    amount: 'Fixed fee in yuan',
    amountWrong: 'Yuan with at most two decimals, e.g. 20000 or 20000.50.',
    expires: 'In force until',
    expiresMissing: 'Choose the last day.',
    tail: 'Tail (days)',
    tailHelp: 'A deal with somebody introduced, within these days after the term, is still paid for (Civil Code 965).',
    exclusive: 'Exclusive',
    submit: 'Propose',
    proposed: 'Proposed; the other side has to accept.',
  },
);

interface Terms {
  readonly kind: Schemas['FeeDto']['kind'];
  readonly percent?: string;
  readonly base?: Schemas['FeeDto']['base'];
  readonly amountYuan?: string;
  readonly expiresOn: string;
  readonly tailDays?: number | null;
  readonly exclusive?: boolean;
}

const usual: Partial<Terms> = { kind: 'percent', base: 'technologyValue', tailDays: 180 };

/** A broker offers to act for the owner of a demand or an achievement, for this match. */
export function ProposeMandate(props: {
  readonly subject: Schemas['MandateSubjectDto'];
  readonly about: string;
  readonly matchId?: string;
}) {
  const t = useWords(words);
  const done = useDone();
  const propose = api.useMutation('post', '/v1/mandates');
  const send = (terms: Terms): Promise<void> => {
    const { expiresOn, tailDays, exclusive } = terms;
    const { subject, matchId } = props;
    const body = { subject, fee: feeOf(terms), expiresOn, tailDays: tailDays ?? 0, exclusive: exclusive ?? false };
    return done(propose.mutateAsync({ body: { ...body, ...(matchId && { matchId }) } }), t.proposed);
  };
  const button = props.subject.kind === 'demand' ? t.onDemand : t.onOffer;
  return (
    <DialogForm<Terms>
      button={button}
      about={props.about}
      title={`${button}：${props.about}`}
      submit={t.submit}
      initial={usual}
      onSubmit={send}
    >
      <FeeFields />
      <Form.Item name="expiresOn" label={t.expires} rules={[{ required: true, message: t.expiresMissing }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="tailDays" label={t.tail} extra={t.tailHelp}>
        <InputNumber min={0} max={730} precision={0} />
      </Form.Item>
      <Form.Item name="exclusive" valuePropName="checked">
        <Checkbox>{t.exclusive}</Checkbox>
      </Form.Item>
    </DialogForm>
  );
}

function FeeFields() {
  const t = useWords(words);
  const [kinds, bases] = [useChoices(feeKind), useChoices(feeBase)];
  return (
    <>
      <Form.Item name="kind" label={t.kind}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'fixed' ? (
            <Form.Item name="amountYuan" label={t.amount} rules={[wanted(/^\d{1,12}(\.\d{1,2})?$/, t.amountWrong)]}>
              <Input inputMode="decimal" />
            </Form.Item>
          ) : (
            <>
              <Form.Item
                name="percent"
                label={t.percent}
                rules={[wanted(/^(100|(?!0+(\.0*)?$)\d{1,2}(\.\d{1,2})?)$/, t.percentWrong)]}
              >
                <Input inputMode="decimal" />
              </Form.Item>
              <Form.Item name="base" label={t.base}>
                <Select options={bases} />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
    </>
  );
}

const wanted = (pattern: RegExp, message: string) => ({ required: true, pattern, message });

const feeOf = ({ kind, amountYuan = '', percent = '', base = 'technologyValue' }: Terms): Schemas['FeeDto'] =>
  kind === 'fixed' ? { kind, amountYuan } : { kind, basisPoints: basisPointsOf(percent), base };
