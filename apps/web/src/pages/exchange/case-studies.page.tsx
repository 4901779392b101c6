import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { caseState } from '../../text/codes/exchange.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { CaseFields } from './case-fields.tsx';

const words = bilingual(
  {
    title: '优秀案例',
    lead: '须有已认定登记的技术合同作证明；各方同意的是这一版文字，保密审查后公开。',
    workbench: '我的工作台',
    make: '起草案例',
    contract: '已登记的技术合同',
    contractNumber: '合同编号',
    name: '标题',
    state: '状态',
    published: '公开时间',
    empty: '还没有案例。',
  },
  {
    title: 'Case studies',
    lead: 'Proved by a registered contract; the parties consent to this very text, then secrets are checked.',
    workbench: 'Workbench',
    make: 'Draft one',
    contract: 'Registered contract',
    contractNumber: 'Contract',
    name: 'Title',
    state: 'State',
    published: 'Published',
    empty: 'None yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const { data: me } = useMe();
  const query = api.useInfiniteQuery('get', '/v1/case-studies', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['CaseStudyView']>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/case-studies/${id}`}>{title}</Link>,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={caseState} value={state} /> },
    { key: 'published', title: t.published, render: ({ publishedAt }) => <Instant value={publishedAt} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={hasRole(me, 'enterprise', 'researchUnit', 'registrar', 'reviewer') && <Draft />}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Draft() {
  const t = useWords(words);
  const navigate = useNavigate();
  const { data: me } = useMe();
  const party = hasRole(me, 'enterprise', 'researchUnit');
  const contracts = api.useQuery('get', '/v1/contracts', { params: { query: { limit: 100 } } }, { enabled: party });
  const draft = api.useMutation('post', '/v1/case-studies');
  const choices = contracts.data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? [];
  return (
    <FormAct<Schemas['DraftCaseDto']>
      primary
      button={t.make}
      work={async (body) => {
        const made = await draft.mutateAsync({ body });
        await navigate(`/workbench/case-studies/${made.id}`);
      }}
    >
      {party ? (
        <ChoiceField name="contractId" label={t.contract} choices={choices} />
      ) : (
        <TextField name="contractId" label={t.contractNumber} max={36} />
      )}
      <CaseFields />
    </FormAct>
  );
}
