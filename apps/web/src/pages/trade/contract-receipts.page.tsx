import { Form, Input, Select } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { receiptKind } from '../../text/codes/contract-terms.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '到账',
    lead: '卖方记下取得的技术性收入；记错的作废后重记，不能删除。佣金和奖补按到账计算。',
    contract: '合同',
    sum: '合计',
    income: '技术性收入合计',
    technology: '技术交易额',
    open: '提成合同的金额尚未补充，合计暂计。',
    list: '逐笔',
    on: '到账日',
    amount: '金额',
    amountYuan: '金额（元）',
    money: '应为元，至多两位小数，例如 300000。',
    kind: '款项',
    reference: '凭证号',
    evidence: '凭证说明',
    base: '提成基数（元，提成须填）',
    missing: '请填写。',
    actions: '办理',
    record: '记一笔到账',
    recorded: '已记下。',
    voided: '已作废',
    void: '作废',
    voidText: '作废后不再计入合计；记录保留。',
    reason: '原因',
    empty: '还没有到账记录。',
  },
  {
    title: 'Receipts',
    lead: 'The seller records technology income received; an error is voided, never deleted.',
    contract: 'Contract',
    sum: 'Sum',
    income: 'Technology income',
    technology: 'Technology value',
    open: 'The royalty’s amounts are still open.',
    list: 'One by one',
    on: 'Received on',
    amount: 'Amount',
    amountYuan: 'Amount (yuan)',
    money: 'Yuan with at most two decimals, e.g. 300000.',
    kind: 'Kind',
    reference: 'Reference',
    evidence: 'Evidence',
    base: 'Royalty base (yuan, for royalties)',
    missing: 'Fill this in.',
    actions: 'Actions',
    record: 'Record a receipt',
    recorded: 'Recorded.',
    voided: 'Voided',
    void: 'Void',
    voidText: 'It no longer counts; the record stays.',
    reason: 'Reason',
    empty: 'Nothing received yet.',
  },
);

const yuan = /^\d{1,13}(\.\d{1,2})?$/;

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const path = { path: { id } };
  const contract = api.useQuery('get', '/v1/contracts/{id}', { params: path });
  const income = api.useQuery('get', '/v1/contracts/{id}/income', { params: path });
  const receipts = api.useInfiniteQuery(
    'get',
    '/v1/contracts/{id}/receipts',
    { params: { ...path, query: { limit: 20 } } },
    byCursor,
  );
  const seller =
    contract.data?.parties.find(({ role }) => role === 'seller')?.organizationId === me.data?.organizationId;
  const columns: Column<Schemas['ListedReceiptView']>[] = [
    { key: 'on', title: t.on, render: ({ receivedOn }) => <Day value={receivedOn} /> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={receiptKind} value={kind} /> },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'reference', title: t.reference, render: ({ reference }) => reference },
    { key: 'evidence', title: t.evidence, render: ({ evidence }) => evidence },
    {
      key: 'actions',
      title: t.actions,
      render: (receipt) =>
        receipt.voidedAt ? `${t.voided}：${receipt.voidReason}` : seller ? <Void receipt={receipt} /> : '—',
    },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: contract.data?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}
      actions={seller && contract.data?.state === 'effective' && <Record contractId={id} />}
    >
      <Section title={t.sum}>
        <QueryView query={income}>
          {({ income: received, technologyValue, amountsOpen }) => (
            <>
              <Facts
                items={[
                  [t.income, <Money key="income" value={received} />],
                  [t.technology, <Money key="technology" value={technologyValue} />],
                ]}
              />
              {amountsOpen && <p className="fine">{t.open}</p>}
            </>
          )}
        </QueryView>
      </Section>
      <Section title={t.list}>
        <PagedTable caption={t.list} query={receipts} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Record({ contractId }: { readonly contractId: string }) {
  const t = useWords(words);
  const done = useDone();
  const kinds = useChoices(receiptKind);
  const record = api.useMutation('post', '/v1/contracts/{id}/receipts');
  const required = [{ required: true, message: t.missing }];
  return (
    <DialogForm<Schemas['RecordReceiptDto']>
      primary
      button={t.record}
      title={t.record}
      onSubmit={({ royaltyBaseYuan, ...values }) => {
        const body = { ...values, ...(royaltyBaseYuan && { royaltyBaseYuan }) };
        return done(record.mutateAsync({ params: { path: { id: contractId } }, body }), t.recorded);
      }}
    >
      <Form.Item name="receivedOn" label={t.on} rules={required}>
        <DayField />
      </Form.Item>
      <Form.Item name="amountYuan" label={t.amountYuan} rules={[{ required: true, pattern: yuan, message: t.money }]}>
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} rules={required}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="reference" label={t.reference} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="evidence" label={t.evidence} rules={required}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
      <Form.Item name="royaltyBaseYuan" label={t.base} rules={[{ pattern: yuan, message: t.money }]}>
        <Input inputMode="decimal" />
      </Form.Item>
    </DialogForm>
  );
}

function Void({ receipt }: { readonly receipt: Schemas['ListedReceiptView'] }) {
  const t = useWords(words);
  const done = useDone();
  const voidance = api.useMutation('post', '/v1/contracts/{id}/receipts/{receiptId}/voidance');
  const params = { path: { id: receipt.contractId, receiptId: receipt.id } };
  return (
    <DialogForm<{ reason: string }>
      button={t.void}
      about={receipt.reference}
      title={`${t.void}：${receipt.reference}`}
      onSubmit={(body) => done(voidance.mutateAsync({ params, body }), t.voided)}
    >
      <p>{t.voidText}</p>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.missing }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}
