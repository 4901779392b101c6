import { Button } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { entryKind } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import './bureau.css';

const words = bilingual(
  {
    list: '预算与账簿',
    title: (year: string) => `${year} 年度的账`,
    accounts: '科目与余额',
    account: '科目',
    balance: '余额',
    noAccount: '这个年度还没有科目。',
    entries: '分录',
    entriesOf: (account: string) => `分录：只看 ${account}`,
    every: '看全部科目',
    at: '时间',
    kind: '种类',
    reason: '摘要',
    sides: '借贷（合计为零）',
    reverses: '冲回',
    noEntry: '还没有分录。',
  },
  {
    list: 'Budgets and ledger',
    title: (year) => `The books of ${year}`,
    accounts: 'Accounts and balances',
    account: 'Account',
    balance: 'Balance',
    noAccount: 'No account in this year yet.',
    entries: 'Entries',
    entriesOf: (account) => `Entries of ${account}`,
    every: 'All accounts',
    at: 'When',
    kind: 'Kind',
    reason: 'About',
    sides: 'Postings (they sum to zero)',
    reverses: 'Reverses',
    noEntry: 'No entry yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { year = '' } = useParams();
  return (
    <Page title={t.title(year)} crumbs={[{ title: t.list, to: '/workbench/budgets' }]}>
      <Accounts fiscalYear={Number(year)} />
      <Entries fiscalYear={Number(year)} />
    </Page>
  );
}

function Accounts({ fiscalYear }: { readonly fiscalYear: number }) {
  const t = useWords(words);
  const [, setParams] = useSearchParams();
  const accounts = api.useInfiniteQuery(
    'get',
    '/v1/budget-lines/{fiscalYear}/accounts',
    { params: { path: { fiscalYear }, query: { limit: 50 } } },
    byCursor,
  );
  const columns: Column<Schemas['LedgerAccountView']>[] = [
    {
      key: 'account',
      title: t.account,
      render: ({ code }) => (
        <Button type="link" className="code-text" onClick={() => setParams({ account: code })}>
          {code}
        </Button>
      ),
    },
    { key: 'balance', title: t.balance, numeric: true, render: ({ balance }) => <Money value={balance} /> },
  ];
  return (
    <Section title={t.accounts}>
      <QueryView query={accounts}>
        {({ pages }) => (
          <ListTable
            caption={t.accounts}
            columns={columns}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ code }) => code}
            empty={t.noAccount}
            onMore={accounts.hasNextPage ? () => void accounts.fetchNextPage() : undefined}
            loadingMore={accounts.isFetchingNextPage}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Entries({ fiscalYear }: { readonly fiscalYear: number }) {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const account = params.get('account');
  const entries = api.useInfiniteQuery(
    'get',
    '/v1/budget-lines/{fiscalYear}/entries',
    { params: { path: { fiscalYear }, query: { limit: 20, ...(account && { account }) } } },
    byCursor,
  );
  const columns: Column<Schemas['LedgerEntryView']>[] = [
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={entryKind} value={kind} /> },
    {
      key: 'reason',
      title: t.reason,
      render: ({ reason, reverses }) => (
        <>
          {reason}
          {reverses !== null && (
            <div className="fine">
              {t.reverses} {reverses.slice(-8)}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'sides',
      title: t.sides,
      render: ({ postings }) => (
        <ul>
          {postings.map((posting) => (
            <li key={posting.account}>
              <span className="code-text">{posting.account}</span> <Money value={posting.amount} />
            </li>
          ))}
        </ul>
      ),
    },
  ];
  const title = account ? t.entriesOf(account) : t.entries;
  return (
    <Section title={title} actions={account && <Button onClick={() => setParams({})}>{t.every}</Button>}>
      <PagedTable caption={title} query={entries} columns={columns} empty={t.noEntry} />
    </Section>
  );
}
