import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { financeKind } from '../../text/codes/finance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    title: '科技金融',
    lead: '金融机构发布的产品。平台按硬性条件匹配并说明理由，是否放款由金融机构决定。',
    name: '产品',
    kind: '种类',
    by: '金融机构',
    amount: '金额',
    months: '最长期限（月）',
    rate: '利率或费率（供参考）',
    none: '目前没有金融产品。',
    need: '登记融资需求',
  },
  {
    title: 'Technology finance',
    lead: 'Products of banks, insurers and guarantors. The platform matches by hard conditions and says why; they decide.',
    name: 'Product',
    kind: 'Kind',
    by: 'Institution',
    amount: 'Amount',
    months: 'Months at most',
    rate: 'Rate (for reference)',
    none: 'No product at present.',
    need: 'Enter what you need',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/finance-schemes', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['FinanceProductView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/finance-products/${id}`}>{title}</Link> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={financeKind} value={kind} /> },
    { key: 'by', title: t.by, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    {
      key: 'amount',
      title: t.amount,
      numeric: true,
      render: ({ min, max }) => (
        <>
          <Money value={min} /> — <Money value={max} />
        </>
      ),
    },
    { key: 'months', title: t.months, numeric: true, render: ({ longestMonths }) => longestMonths },
    { key: 'rate', title: t.rate, render: ({ rateText }) => rateText },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.none}
      next={{ to: '/workbench/finance-needs', title: t.need }}
    />
  );
}
