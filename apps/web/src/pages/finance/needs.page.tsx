import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { financeKind, needState } from '../../text/codes/finance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Money } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';
import { NumberRow, SelectRow, TextRow, YuanRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '融资需求',
    lead: '登记所求金额和期限，按硬性条件匹配产品；申请后可授权一家金融机构查阅资料，随时撤回。',
    purpose: '用途',
    amount: '所求金额',
    amountYuan: '所求金额（元）',
    months: '期限（月）',
    kinds: '可接受的种类（不限则不选）',
    state: '状态',
    none: '还没有融资需求。',
    add: '登记融资需求',
    applications: '融资申请',
    products: '看金融产品',
  },
  {
    workbench: 'Workbench',
    title: 'What we need',
    lead: 'Say how much and for how long; products are matched by hard conditions. Papers are shown by consent, which may be withdrawn.',
    purpose: 'What for',
    amount: 'Amount',
    amountYuan: 'Amount (yuan)',
    months: 'Months',
    kinds: 'Kinds you accept (none: any)',
    state: 'State',
    none: 'Nothing yet.',
    add: 'Enter what you need',
    applications: 'Applications',
    products: 'Products',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/finance-needs', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['FinanceNeedView']>[] = [
    {
      key: 'purpose',
      title: t.purpose,
      render: ({ id, purpose }) => <Link to={`/workbench/finance-needs/${id}`}>{purpose}</Link>,
    },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'months', title: t.months, numeric: true, render: ({ months }) => months },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={needState} value={state} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
      next={{ to: '/finance-products', title: t.products }}
      actions={<Add />}
    >
      <Link to="/workbench/finance-applications">{t.applications}</Link>
    </ListPage>
  );
}

function Add() {
  const t = useWords(words);
  const navigate = useNavigate();
  const create = api.useMutation('post', '/v1/finance-needs');
  return (
    <DialogForm<Schemas['CreateNeedDto']>
      button={t.add}
      title={t.add}
      primary
      onSubmit={async (body) => {
        const made = await create.mutateAsync({ body: filled(body) });
        await navigate(`/workbench/finance-needs/${made.id}`);
      }}
    >
      <YuanRow name="amountYuan" label={t.amountYuan} />
      <NumberRow name="months" label={t.months} min={1} max={360} />
      <SelectRow name="kinds" label={t.kinds} codes={financeKind} multiple optional />
      <TextRow name="purpose" label={t.purpose} min={2} max={1000} rows={3} />
    </DialogForm>
  );
}
