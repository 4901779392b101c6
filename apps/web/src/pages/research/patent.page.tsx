import { Form, Input, InputNumber, Select } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import {
  feeAdvice,
  feeState,
  overlayKind,
  overlayState,
  patentEvent,
  patentKind,
  patentState,
} from '../../text/codes/right.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { OpenLicencePart } from './open-licence-part.tsx';

const words = bilingual(
  {
    list: '本单位的专利',
    facts: '专利',
    number: '专利号',
    kind: '种类',
    state: '法律状态',
    publication: '公布号或公告号',
    filed: '申请日',
    granted: '授权公告日',
    until: '期限的最后一日',
    report: '申报状态变化',
    event: '事项',
    on: '发生日期（不填为今天）',
    reason: '依据（通知书或决定的名称、文号、日期）',
    reported: '已记录。',
    overlays: '权利负担',
    holder: '权利人',
    span: '期间',
    noOverlay: '现在没有质押、许可、保全等负担。',
    fees: '年费',
    noFees: '没有应缴年费；已授权的请先登记授权公告日。',
    year: '年度',
    due: '缴费期限',
    grace: '补缴期限',
    amount: '年费',
    surcharge: '今天补缴的滞纳金',
    advice: '算账',
    pay: '登记已缴年费',
    paidOn: '缴纳日期',
    paid: '实缴金额（元，含滞纳金）',
    receipt: '票据号',
    done: '已登记。',
    missing: '请填写这一项。',
  },
  {
    list: 'Our patents',
    facts: 'Patent',
    number: 'Number',
    kind: 'Kind',
    state: 'State',
    publication: 'Publication number',
    filed: 'Filed',
    granted: 'Granted',
    until: 'Last day of its term',
    report: 'Report an event',
    event: 'Event',
    on: 'On (empty: today)',
    reason: 'Basis (document, number, date)',
    reported: 'Kept.',
    overlays: 'What lies on it',
    holder: 'Holder',
    span: 'Term',
    noOverlay: 'No pledge, licence or preservation.',
    fees: 'Annual fees',
    noFees: 'No fee is owed; a granted patent needs its day of grant.',
    year: 'Year',
    due: 'Due',
    grace: 'With surcharge until',
    amount: 'Fee',
    surcharge: 'Surcharge today',
    advice: 'Worth it?',
    pay: 'Report a paid fee',
    paidOn: 'Paid on',
    paid: 'Amount (yuan, with surcharge)',
    receipt: 'Receipt',
    done: 'Kept.',
    missing: 'Fill this in.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const patent = api.useQuery('get', '/v1/patents/{id}', { params: { path: { id } } });
  return (
    <Page title={patent.data?.title ?? t.facts} crumbs={[{ title: t.list, to: '/workbench/patents' }]}>
      <QueryView query={patent}>
        {(shown) => (
          <>
            <Section title={t.facts} actions={<Report id={id} />}>
              <Facts
                items={[
                  [t.number, shown.number],
                  [t.kind, <Code key="kind" codes={patentKind} value={shown.kind} />],
                  [t.state, <StateTag key="state" codes={patentState} value={shown.state} />],
                  [t.publication, shown.publicationNumber],
                  [t.filed, <Day key="filed" value={shown.filedOn} />],
                  [t.granted, <Day key="granted" value={shown.grantedOn} />],
                  [t.until, <Day key="until" value={shown.expiresOn} />],
                ]}
              />
            </Section>
            <Overlays id={id} />
            <Fees id={id} />
            {shown.state === 'granted' && <OpenLicencePart patentId={id} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Report({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const events = useChoices(patentEvent);
  const report = api.useMutation('post', '/v1/patents/{id}/legal-events');
  return (
    <DialogForm<Schemas['ReportPatentEventDto']>
      button={t.report}
      title={t.report}
      onSubmit={(body) => done(report.mutateAsync({ params: { path: { id } }, body: filled(body) }), t.reported)}
    >
      <Form.Item name="event" label={t.event} rules={[{ required: true, message: t.missing }]}>
        <Select options={events} />
      </Form.Item>
      <Form.Item name="occurredOn" label={t.on}>
        <DayField />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.missing }]}>
        <Input maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}

function Overlays({ id }: { readonly id: string }) {
  const t = useWords(words);
  const overlays = api.useQuery('get', '/v1/rights/{id}/overlays', {
    params: { path: { id }, query: { limit: 100 } },
  });
  return (
    <Section title={t.overlays}>
      <QueryView query={overlays}>
        {({ items }) => (
          <ListTable
            caption={t.overlays}
            rows={items}
            rowKey={(row) => row.id}
            empty={t.noOverlay}
            columns={[
              { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={overlayKind} value={kind} /> },
              { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={overlayState} value={state} /> },
              { key: 'holder', title: t.holder, render: ({ holderName }) => holderName },
              {
                key: 'span',
                title: t.span,
                render: ({ from, until }) => (
                  <>
                    <Day value={from} /> – <Day value={until} />
                  </>
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Fees({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const fees = api.useQuery('get', '/v1/patents/{id}/annual-fees', { params: { path: { id } } });
  const pay = api.useMutation('post', '/v1/patents/{id}/annual-fees');
  const required = [{ required: true, message: t.missing }];
  return (
    <Section
      title={t.fees}
      actions={
        <DialogForm<Schemas['ReportFeeDto']>
          button={t.pay}
          title={t.pay}
          initial={{ year: fees.data?.next?.year }}
          onSubmit={(body) => done(pay.mutateAsync({ params: { path: { id } }, body }), t.done)}
        >
          <Form.Item name="year" label={t.year} rules={required}>
            <InputNumber min={1} max={30} precision={0} controls={false} />
          </Form.Item>
          <Form.Item name="paidOn" label={t.paidOn} rules={required}>
            <DayField />
          </Form.Item>
          <Form.Item name="amountYuan" label={t.paid} rules={required}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="receiptNumber" label={t.receipt} rules={required}>
            <Input maxLength={100} />
          </Form.Item>
        </DialogForm>
      }
    >
      <QueryView query={fees}>
        {({ years, hint }) => (
          <>
            <p>
              {t.advice}：<Code codes={feeAdvice} value={hint.advice} />。{hint.note}
            </p>
            <ListTable
              caption={t.fees}
              rows={years}
              rowKey={({ year }) => String(year)}
              empty={t.noFees}
              columns={[
                { key: 'year', title: t.year, numeric: true, render: ({ year }) => year },
                { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={feeState} value={state} /> },
                { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
                { key: 'grace', title: t.grace, render: ({ graceUntil }) => <Day value={graceUntil} /> },
                { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
                {
                  key: 'surcharge',
                  title: t.surcharge,
                  numeric: true,
                  render: ({ surcharge }) => <Money value={surcharge} />,
                },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
}
