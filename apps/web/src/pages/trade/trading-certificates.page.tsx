import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { tradingCertificateState } from '../../text/codes/performance.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '交易鉴证书',
    lead: '市场就已生效的合同，鉴证其定价方式、公示公告、价格与当事人，并写入定价证据的摘要。',
    ask: '需要鉴证书的，请把合同编号告诉市场的登记人员，由其出具。本合同的编号：',
    workbench: '我的工作台',
    check: '公开查验',
    issue: '出具鉴证书',
    contract: '合同编号',
    contractHelp: '合同页地址的最后一段；与当事人有利害关系的应回避。',
    number: '鉴证编号',
    name: '项目名称',
    state: '状态',
    method: '定价方式',
    on: '鉴证日期',
    empty: '还没有鉴证书。',
  },
  {
    title: 'Trading certificates',
    lead: 'The market witnesses how the price of a contract in force came about, and between whom.',
    ask: 'To have one, tell the office the number of the contract, which is',
    workbench: 'Workbench',
    check: 'Check one',
    issue: 'Issue',
    contract: 'Contract',
    contractHelp: 'The last part of the contract’s address; who is related recuses himself.',
    number: 'Number',
    name: 'Project',
    state: 'State',
    method: 'Pricing',
    on: 'Issued on',
    empty: 'None yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const [params] = useSearchParams();
  const contractId = params.get('contract');
  const page = { params: { query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/trading-certificates', page, byCursor);
  const columns: Column<Schemas['TradingCertificateView']>[] = [
    {
      key: 'number',
      title: t.number,
      render: ({ number }) => <Link to={`/workbench/trading-certificates/${number}`}>{number}</Link>,
    },
    { key: 'name', title: t.name, render: ({ content }) => content.title },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={tradingCertificateState} value={state} /> },
    { key: 'method', title: t.method, render: ({ method }) => method },
    { key: 'on', title: t.on, render: ({ issuedOn }) => <Day value={issuedOn} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Link to="/trading-certificates">{t.check}</Link>
          {hasRole(me.data, 'registrar') && <Issue contractId={contractId} />}
        </>
      }
    >
      {contractId && !hasRole(me.data, 'registrar') && (
        <p role="note">
          {t.ask} <code>{contractId}</code>
        </p>
      )}
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Issue({ contractId }: { readonly contractId: string | null }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const issue = api.useMutation('post', '/v1/trading-certificates');
  return (
    <FormAct<Schemas['IssueTradingCertificateDto']>
      primary
      button={t.issue}
      initial={contractId ? { contractId } : undefined}
      work={async ({ contractId: typed }) => {
        const made = await issue.mutateAsync({ body: { contractId: typed.trim() } });
        await navigate(`/workbench/trading-certificates/${made.number}`);
      }}
    >
      <TextField name="contractId" label={t.contract} help={t.contractHelp} max={36} />
    </FormAct>
  );
}
