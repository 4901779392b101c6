import { App, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';

const words = bilingual(
  {
    run: '计提一个月',
    runHelp: '可重复办理：每人每月只计一次；没有确认的记录的，等确认后再计。',
    pay: '记录支付',
    month: '月份（例如 2026-11）',
    monthWrong: '写作 2026-11。',
    document: '支付文号',
    paidOn: '支付日',
    missing: '请填写。',
    accrued: (count: number, waiting: number) => `已计提 ${count} 人，${waiting} 人等待确认。`,
    paid: (count: number) => `已记录 ${count} 人的支付。`,
  },
  {
    run: 'Accrue a month',
    runHelp: 'May be repeated: once a person and month; those without confirmed logs wait.',
    pay: 'Record the payment',
    month: 'Month (e.g. 2026-11)',
    monthWrong: 'Like 2026-11.',
    document: 'Number of the document',
    paidOn: 'Paid on',
    missing: 'This is needed.',
    accrued: (count, waiting) => `${count} accrued, ${waiting} waiting.`,
    paid: (count) => `${count} paid.`,
  },
);

/** Accrues a month's subsidies, and records that they were paid. */
export function EnvoyMonthActs() {
  const t = useWords(words);
  const { message } = App.useApp();
  const client = useQueryClient();
  const run = api.useMutation('post', '/v1/envoy-months');
  const pay = api.useMutation('post', '/v1/envoy-months/payment');
  const say = async (text: string): Promise<void> => {
    await client.invalidateQueries();
    void message.success(text);
  };
  const month = (
    <Form.Item
      name="month"
      label={t.month}
      rules={[{ required: true, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, message: t.monthWrong }]}
    >
      <Input maxLength={7} />
    </Form.Item>
  );
  return (
    <div className="form-foot">
      <DialogForm<Schemas['RunMonthDto']>
        button={t.run}
        title={t.run}
        onSubmit={async (body) => {
          const { accrued, waiting } = await run.mutateAsync({ body });
          await say(t.accrued(accrued, waiting));
        }}
      >
        <p className="fine">{t.runHelp}</p>
        {month}
      </DialogForm>
      <DialogForm<Schemas['PayMonthDto']>
        button={t.pay}
        title={t.pay}
        onSubmit={async (body) => say(t.paid((await pay.mutateAsync({ body })).paid))}
      >
        {month}
        <Form.Item name="documentNumber" label={t.document} rules={[{ required: true, message: t.missing }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="paidOn" label={t.paidOn} rules={[{ required: true, message: t.missing }]}>
          <DayField />
        </Form.Item>
      </DialogForm>
    </div>
  );
}
