import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { ownerKind, registeredState, rightKind, rightStanding } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { CodeField, DayItem, TextField, TickField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

type Right = Schemas['RightView'];

const words = bilingual(
  {
    title: '知识产权登记簿',
    lead: '平台不与登记机关联网，以单位申报为准；登记由第二人核对，负担登记后相关挂牌立即冻结。',
    workbench: '我的工作台',
    patents: '登记专利、年费',
    make: '登记知识产权',
    kind: '种类',
    number: '登记号',
    name: '名称',
    state: '状态',
    filed: '申请日（软件为开发完成日）',
    granted: '登记或授权日',
    used: '软件首次发表日，或布图设计首次商业利用日',
    owner: '软件著作权人（软件填写）',
    woody: '木本、藤本植物',
    expires: '届满日（只有自然人的软件著作权填写）',
    until: '期限的最后一日',
    empty: '还没有登记知识产权。',
  },
  {
    title: 'Register of rights',
    lead: 'As declared by units; a second person verifies, and what lies on a right freezes its listings.',
    workbench: 'Workbench',
    patents: 'Patents and their fees',
    make: 'Register a right',
    kind: 'Kind',
    number: 'Number',
    name: 'Title',
    state: 'State',
    filed: 'Filed (software: completed)',
    granted: 'Granted',
    used: 'First published or used',
    owner: 'Owner of the software (for software)',
    woody: 'Tree or vine',
    expires: 'Expires (only a person’s software)',
    until: 'Last day of its term',
    empty: 'None yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/rights', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Right>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/workbench/rights/${id}`}>{title}</Link> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={rightKind} value={kind} /> },
    { key: 'number', title: t.number, render: ({ number }) => number },
    { key: 'state', title: t.state, render: ({ standing }) => <StateTag codes={rightStanding} value={standing} /> },
    { key: 'until', title: t.until, render: ({ expiresOn }) => <Day value={expiresOn} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Link to="/workbench/patents">{t.patents}</Link>
          <Register />
        </>
      }
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Register() {
  const t = useWords(words);
  const navigate = useNavigate();
  const create = api.useMutation('post', '/v1/rights');
  return (
    <FormAct<Schemas['CreateRightDto']>
      primary
      button={t.make}
      work={async (body) => {
        const made = await create.mutateAsync({ body });
        await navigate(`/workbench/rights/${made.id}`);
      }}
    >
      <CodeField
        name="kind"
        label={t.kind}
        codes={rightKind}
        only={['softwareCopyright', 'newVariety', 'layoutDesign']}
      />
      <TextField name="number" label={t.number} max={40} />
      <TextField name="title" label={t.name} max={200} />
      <CodeField name="state" label={t.state} codes={registeredState} />
      <DayItem name="filedOn" label={t.filed} />
      <DayItem name="grantedOn" label={t.granted} optional />
      <DayItem name="firstUsedOn" label={t.used} optional />
      <CodeField name="ownerKind" label={t.owner} codes={ownerKind} optional />
      <TickField name="woody" label={t.woody} />
      <DayItem name="expiresOn" label={t.expires} optional />
    </FormAct>
  );
}
