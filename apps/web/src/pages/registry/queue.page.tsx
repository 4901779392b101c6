import { Link, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { registrationHolder, registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Deadline, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const holders = ['registrationOffice', 'seller', 'reviewer', 'experts'] as const;

const words = bilingual(
  {
    title: '合同认定登记：在办',
    lead: '期限近的在前。期限按受理日适用的规则和工作日计算。',
    workbench: '我的工作台',
    filter: '由谁办理',
    all: '全部',
    mine: '我经办的',
    name: '项目名称',
    number: '平台编号',
    state: '状态',
    holder: '现由谁办理',
    due: '期限',
    value: '成交额',
    empty: '没有在办的登记。',
  },
  {
    title: 'Contract registration: open cases',
    lead: 'The nearest term first, computed by the rules of the day of acceptance.',
    workbench: 'Workbench',
    filter: 'Held by',
    all: 'All',
    mine: 'Mine',
    name: 'Project',
    number: 'Number',
    state: 'State',
    holder: 'Held by',
    due: 'Term',
    value: 'Contract value',
    empty: 'No case is open.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const holder = holders.find((one) => one === params.get('holder'));
  const mine = params.get('mine') === '1' && me.data !== undefined;
  const query = {
    limit: 20,
    ...(holder && { holder }),
    ...(mine && { examinerId: me.data?.id }),
  };
  const cases = api.useInfiniteQuery('get', '/v1/contract-registrations', { params: { query } }, byCursor);
  const columns: Column<Schemas['ContractRegistrationView']>[] = [
    {
      key: 'title',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/registrations/${id}`}>{title}</Link>,
    },
    {
      key: 'due',
      title: t.due,
      render: (row) => <Deadline day={row.dueOn} daysLeft={row.daysLeft} unit={row.daysLeftUnit} />,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={registrationState} value={state} /> },
    { key: 'holder', title: t.holder, render: (row) => <Code codes={registrationHolder} value={row.holder} /> },
    { key: 'value', title: t.value, numeric: true, render: ({ contractValue }) => <Money value={contractValue} /> },
    { key: 'number', title: t.number, render: ({ provisionalNumber }) => provisionalNumber },
  ];
  const pressed = (on: boolean) => ({ type: on ? ('primary' as const) : ('default' as const), 'aria-pressed': on });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <div className="kinds" role="group" aria-label={t.filter}>
        <Button {...pressed(!holder && !mine)} onClick={() => setParams({})}>
          {t.all}
        </Button>
        <Button {...pressed(mine)} onClick={() => setParams({ mine: '1' })}>
          {t.mine}
        </Button>
        {holders.map((one) => (
          <Button key={one} {...pressed(holder === one)} onClick={() => setParams({ holder: one })}>
            <Code codes={registrationHolder} value={one} />
          </Button>
        ))}
      </div>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={cases} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
