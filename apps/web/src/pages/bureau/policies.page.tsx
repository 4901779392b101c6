import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { policyVersionState, rewardScheme } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PersonName } from './party-name.tsx';

const words = bilingual(
  {
    title: '奖补政策版本',
    lead: '起草新版本，与前一版本逐条对照，用某年度的登记数据试算，再由另一名奖补人员发布。',
    workbench: '我的工作台',
    draft: '起草新版本',
    versions: '起草与发布的版本',
    name: '版本',
    scheme: '项目',
    state: '状态',
    from: '施行日',
    by: '起草人',
    at: '起草时间',
    noVersion: '还没有起草过新版本；现行的是下面的政策。',
    inForce: '已公布的政策',
    rate: '比例',
    threshold: '起计额',
    cap: '每年度上限',
    until: '至',
    none: '没有已公布的政策。',
  },
  {
    title: 'Versions of reward policies',
    lead: 'Draft a version, compare it with the one before, try it on a year’s registrations; another officer publishes it.',
    workbench: 'Workbench',
    draft: 'Draft a version',
    versions: 'Versions',
    name: 'Version',
    scheme: 'Reward',
    state: 'State',
    from: 'In force from',
    by: 'Drafted by',
    at: 'Drafted',
    noVersion: 'None drafted yet; the policies below are in force.',
    inForce: 'Policies made public',
    rate: 'Rate',
    threshold: 'Threshold',
    cap: 'Cap a year',
    until: 'Until',
    none: 'No policy is public.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const versions = api.useInfiniteQuery(
    'get',
    '/v1/reward-policy-versions',
    { params: { query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Schemas['RewardPolicyVersionView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, policy }) => <Link to={`/workbench/policies/${id}`}>{policy.title}</Link>,
    },
    { key: 'scheme', title: t.scheme, render: ({ policy }) => <Code codes={rewardScheme} value={policy.scheme} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={policyVersionState} value={state} /> },
    { key: 'from', title: t.from, render: ({ policy }) => <Day value={policy.effectiveFrom} /> },
    { key: 'by', title: t.by, render: ({ draftedBy }) => <PersonName id={draftedBy} /> },
    { key: 'at', title: t.at, render: ({ draftedAt }) => <Instant value={draftedAt} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={hasRole(me.data, 'rewardOfficer') && <Link to="/workbench/policies/new">{t.draft}</Link>}
    >
      <Section title={t.versions}>
        <PagedTable caption={t.versions} query={versions} columns={columns} empty={t.noVersion} />
      </Section>
      <Public />
    </Page>
  );
}

function Public() {
  const t = useWords(words);
  const policies = api.useQuery('get', '/v1/reward-policies', {});
  const columns: Column<Schemas['RewardPolicyView']>[] = [
    { key: 'name', title: t.name, render: ({ title }) => title },
    { key: 'rate', title: t.rate, render: ({ rate }) => rate },
    { key: 'threshold', title: t.threshold, numeric: true, render: ({ threshold }) => <Money value={threshold} /> },
    { key: 'cap', title: t.cap, numeric: true, render: ({ capPerYear }) => <Money value={capPerYear} /> },
    { key: 'from', title: t.from, render: ({ effectiveFrom }) => <Day value={effectiveFrom} /> },
    { key: 'until', title: t.until, render: ({ effectiveTo }) => <Day value={effectiveTo} /> },
  ];
  return (
    <Section title={t.inForce}>
      <QueryView query={policies}>
        {({ items }) => (
          <ListTable caption={t.inForce} columns={columns} rows={items} rowKey={({ id }) => id} empty={t.none} />
        )}
      </QueryView>
    </Section>
  );
}
