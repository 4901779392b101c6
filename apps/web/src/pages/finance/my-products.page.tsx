import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { financeKind, productState } from '../../text/codes/finance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Money } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';
import { FlagRow, NumberRow, SelectRow, TextRow, YuanRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '本机构的金融产品',
    lead: '登记后为草稿，发布后企业才能看到和申请。',
    name: '产品名称',
    kind: '种类',
    state: '状态',
    max: '最高金额',
    none: '还没有产品。',
    add: '登记金融产品',
    description: '说明',
    rate: '利率或费率（文字，仅供参考）',
    min: '最低金额（元）',
    maxYuan: '最高金额（元）',
    months: '最长期限（月）',
    city: '限庆阳市企业',
    tenant: '限在孵企业',
    contracts: '已登记技术合同至少（项）',
    value: '已登记技术交易额至少（元）',
    patents: '未质押的有效专利至少（件）',
  },
  {
    workbench: 'Workbench',
    title: 'Our products',
    lead: 'Drafts first; companies see and apply for them once published.',
    name: 'Name',
    kind: 'Kind',
    state: 'State',
    max: 'At most',
    none: 'No product yet.',
    add: 'Add a product',
    description: 'Description',
    rate: 'Rate (text, for reference)',
    min: 'From (yuan)',
    maxYuan: 'To (yuan)',
    months: 'Months at most',
    city: 'Companies of Qingyang only',
    tenant: 'Tenants only',
    contracts: 'Registered contracts at least',
    value: 'Registered technology value at least (yuan)',
    patents: 'Unpledged patents at least',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/finance-schemes/mine', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['FinanceProductView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/finance-products/${id}`}>{title}</Link> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={financeKind} value={kind} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={productState} value={state} /> },
    { key: 'max', title: t.max, numeric: true, render: ({ max }) => <Money value={max} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
      actions={<Add />}
    />
  );
}

function Add() {
  const t = useWords(words);
  const navigate = useNavigate();
  const create = api.useMutation('post', '/v1/finance-schemes');
  return (
    <DialogForm<Schemas['CreateProductDto']>
      button={t.add}
      title={t.add}
      primary
      onSubmit={async ({ conditions, ...body }) => {
        const made = await create.mutateAsync({ body: { ...body, conditions: filled(conditions ?? {}) } });
        await navigate(`/finance-products/${made.id}`);
      }}
    >
      <SelectRow name="kind" label={t.kind} codes={financeKind} />
      <TextRow name="title" label={t.name} min={2} max={100} />
      <TextRow name="description" label={t.description} min={2} max={2000} rows={3} />
      <TextRow name="rateText" label={t.rate} max={200} />
      <YuanRow name="minYuan" label={t.min} />
      <YuanRow name="maxYuan" label={t.maxYuan} />
      <NumberRow name="longestMonths" label={t.months} min={1} max={360} />
      <FlagRow name={['conditions', 'cityOnly']} label={t.city} />
      <FlagRow name={['conditions', 'tenantOnly']} label={t.tenant} />
      <NumberRow name={['conditions', 'leastRegisteredContracts']} label={t.contracts} min={1} max={1000} optional />
      <YuanRow name={['conditions', 'leastTechnologyValueYuan']} label={t.value} optional />
      <NumberRow name={['conditions', 'leastFreePatents']} label={t.patents} min={1} max={1000} optional />
    </DialogForm>
  );
}
