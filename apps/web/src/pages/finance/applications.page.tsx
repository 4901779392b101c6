import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { financeApplicationState } from '../../text/codes/finance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '融资申请',
    lead: '企业提出的、本机构收到的融资申请，逐项条件、办理和资料授权。',
    purpose: '用途',
    company: '企业',
    provider: '金融机构',
    amount: '申请金额',
    state: '状态',
    none: '没有融资申请。',
  },
  {
    workbench: 'Workbench',
    title: 'Applications for finance',
    lead: 'Made by companies, received by institutions: conditions, decisions and consent to papers.',
    purpose: 'What for',
    company: 'Company',
    provider: 'Institution',
    amount: 'Amount',
    state: 'State',
    none: 'None.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/finance-applications', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['FinanceApplicationView']>[] = [
    {
      key: 'purpose',
      title: t.purpose,
      render: ({ id, purpose }) => <Link to={`/workbench/finance-applications/${id}`}>{purpose}</Link>,
    },
    { key: 'company', title: t.company, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'provider', title: t.provider, render: (row) => <OrganizationName id={row.providerOrganizationId} /> },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={financeApplicationState} value={state} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
    />
  );
}
