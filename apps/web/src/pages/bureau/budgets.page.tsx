import { Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { fund } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '预算与账簿',
    lead: '每笔计提、支付、冲回都有借贷两方，逐笔可查；账簿每天自动核对。',
    workbench: '我的工作台',
    lines: '各年度预算',
    year: '年度',
    fund: '资金',
    appropriated: '已下达',
    committed: '已批准未付',
    paid: '已支付',
    receivable: '应收回',
    available: '可用',
    below: '低于方案最低额',
    appropriate: '下达或追加预算',
    amount: '金额（元）',
    amountWrong: '应为元，至多两位小数。',
    yearWrong: '请填四位年份。',
    document: '预算文号',
    documentMissing: '请填写预算文号。',
    done: '已下达。',
    noLine: '还没有下达预算。由奖补人员按预算文件下达。',
    proofs: '账簿核对',
    at: '核对时间',
    entries: '分录数',
    accounts: '科目数',
    result: '结果',
    balanced: '全部平衡',
    noProof: '还没有核对过；每天夜里自动核对。',
  },
  {
    title: 'Budgets and ledger',
    lead: 'Every accrual, payment and reversal has two sides; the books are proved every day.',
    workbench: 'Workbench',
    lines: 'Budgets by year',
    year: 'Year',
    fund: 'Fund',
    appropriated: 'Appropriated',
    committed: 'Committed',
    paid: 'Paid',
    receivable: 'To be recovered',
    available: 'Available',
    below: 'Below the plan’s minimum',
    appropriate: 'Appropriate',
    amount: 'Amount (yuan)',
    amountWrong: 'Yuan with at most two decimals.',
    yearWrong: 'Give the year in four digits.',
    document: 'Number of the document',
    documentMissing: 'Give the number of the document.',
    done: 'Appropriated.',
    noLine: 'No budget yet. A reward officer enters it by its document.',
    proofs: 'Proofs of the ledger',
    at: 'When',
    entries: 'Entries',
    accounts: 'Accounts',
    result: 'Result',
    balanced: 'All balanced',
    noProof: 'Not proved yet; it happens every night.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const lines = api.useQuery('get', '/v1/budget-lines', {});
  const columns: Column<Schemas['BudgetLineView']>[] = [
    {
      key: 'year',
      title: t.year,
      render: ({ fiscalYear, title }) => (
        <Link to={`/workbench/budgets/${fiscalYear}`}>
          {fiscalYear} {title}
        </Link>
      ),
    },
    {
      key: 'appropriated',
      title: t.appropriated,
      numeric: true,
      render: ({ appropriated, belowMinimum }) => (
        <>
          <Money value={appropriated} />
          {belowMinimum && <div className="fine">{t.below}</div>}
        </>
      ),
    },
    { key: 'committed', title: t.committed, numeric: true, render: ({ committed }) => <Money value={committed} /> },
    { key: 'paid', title: t.paid, numeric: true, render: ({ paid }) => <Money value={paid} /> },
    { key: 'receivable', title: t.receivable, numeric: true, render: ({ receivable }) => <Money value={receivable} /> },
    { key: 'available', title: t.available, numeric: true, render: ({ available }) => <Money value={available} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={hasRole(me.data, 'rewardOfficer') && <Appropriate />}
    >
      <Section title={t.lines}>
        <QueryView query={lines}>
          {({ items }) => (
            <ListTable
              caption={t.lines}
              columns={columns}
              rows={items}
              rowKey={({ fund: of, fiscalYear }) => `${of}/${fiscalYear}`}
              empty={t.noLine}
            />
          )}
        </QueryView>
      </Section>
      <Proofs />
    </Page>
  );
}

function Proofs() {
  const t = useWords(words);
  const proofs = api.useInfiniteQuery('get', '/v1/ledger-proofs', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['LedgerProofView']>[] = [
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'entries', title: t.entries, numeric: true, render: ({ entries }) => entries },
    { key: 'accounts', title: t.accounts, numeric: true, render: ({ accounts }) => accounts },
    {
      key: 'result',
      title: t.result,
      render: ({ problems }) =>
        problems.length === 0 ? (
          t.balanced
        ) : (
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <Section title={t.proofs}>
      <PagedTable caption={t.proofs} query={proofs} columns={columns} empty={t.noProof} />
    </Section>
  );
}

function Appropriate() {
  const t = useWords(words);
  const done = useDone();
  const funds = useChoices(fund);
  const appropriate = api.useMutation('post', '/v1/budget-lines');
  type Values = Omit<Schemas['AppropriateDto'], 'fiscalYear'> & { fiscalYear: string };
  return (
    <DialogForm<Values>
      button={t.appropriate}
      title={t.appropriate}
      primary
      initial={{ fund: 'conversionFund' }}
      onSubmit={(values) =>
        done(appropriate.mutateAsync({ body: { ...values, fiscalYear: Number(values.fiscalYear) } }), t.done)
      }
    >
      <Form.Item name="fund" label={t.fund} rules={[{ required: true }]}>
        <Select options={funds} />
      </Form.Item>
      <Form.Item
        name="fiscalYear"
        label={t.year}
        rules={[{ required: true, pattern: /^20\d\d$/, message: t.yearWrong }]}
      >
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
      <Form.Item
        name="amountYuan"
        label={t.amount}
        rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.amountWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="documentNumber" label={t.document} rules={[{ required: true, message: t.documentMissing }]}>
        <Input maxLength={100} />
      </Form.Item>
    </DialogForm>
  );
}
