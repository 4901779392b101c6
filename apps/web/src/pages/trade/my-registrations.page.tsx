import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { registrationHolder, registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Deadline } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '认定登记',
    workbench: '我的工作台',
    name: '项目名称',
    state: '状态',
    holder: '现由谁办理',
    due: '期限',
    number: '登记编号',
    empty: '还没有登记申请。合同生效后，由卖方申请认定登记。',
  },
  {
    title: 'Registrations',
    workbench: 'Workbench',
    name: 'Project',
    state: 'State',
    holder: 'Held by',
    due: 'Term',
    number: 'Number',
    empty: 'No application yet. The seller applies once a contract is in force.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/contract-registrations/mine',
    { params: { query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Schemas['ContractRegistrationView']>[] = [
    {
      key: 'title',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/my-registrations/${id}`}>{title}</Link>,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={registrationState} value={state} /> },
    { key: 'holder', title: t.holder, render: ({ holder }) => <Code codes={registrationHolder} value={holder} /> },
    {
      key: 'due',
      title: t.due,
      render: ({ dueOn, daysLeft, daysLeftUnit }) => <Deadline day={dueOn} daysLeft={daysLeft} unit={daysLeftUnit} />,
    },
    {
      key: 'number',
      title: t.number,
      render: ({ registrationNumber: n, provisionalNumber }) => n ?? provisionalNumber,
    },
  ];
  return (
    <Page title={t.title} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
