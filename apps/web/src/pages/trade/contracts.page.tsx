import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { contractState } from '../../text/codes/contract.codes.ts';
import { contractType } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '技术合同',
    workbench: '我的工作台',
    name: '项目名称',
    type: '合同类型',
    value: '成交总额',
    state: '状态',
    signed: '签订日期',
    empty: '还没有合同。洽谈达成一致后，可以起草合同。',
  },
  {
    title: 'Contracts',
    workbench: 'Workbench',
    name: 'Project',
    type: 'Type',
    value: 'Contract value',
    state: 'State',
    signed: 'Signed on',
    empty: 'No contract yet. Draft one when a deal is agreed.',
  },
);

export function Component() {
  const t = useWords(words);
  const contracts = api.useInfiniteQuery('get', '/v1/contracts', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['ContractView']>[] = [
    { key: 'title', title: t.name, render: ({ id, title }) => <Link to={`/workbench/contracts/${id}`}>{title}</Link> },
    { key: 'type', title: t.type, render: ({ type }) => <Code codes={contractType} value={type} /> },
    { key: 'value', title: t.value, numeric: true, render: ({ contractValue }) => <Money value={contractValue} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={contractState} value={state} /> },
    { key: 'signed', title: t.signed, render: ({ signedOn }) => <Day value={signedOn} /> },
  ];
  return (
    <Page title={t.title} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={contracts} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
