import { Link, useSearchParams } from 'react-router';
import { Button, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { deskState, registrationHolder, registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { Deadline, Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useOfficerName } from './people.ts';
import './registry.css';

const deskStates = Object.keys(deskState) as (keyof typeof deskState)[];
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
    empty: '没有符合条件的在办登记。新的申请由登记主体（卖方）提交后出现在这里。',
    office: '登记机构',
    list: '在办登记',
    counts: '期限概况',
    open: '在办',
    dueSoon: '3 日内到期',
    overdue: '已超期',
    overdueCases: (count: number) => (count === 0 ? '0' : `${count} 件，须立即办理`),
    since: '自',
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
    empty: 'No open case answers this. New applications appear here when sellers file them.',
    office: 'Office',
    list: 'Open cases',
    counts: 'Terms at a glance',
    open: 'Open',
    dueSoon: 'Due in 3 days',
    overdue: 'Overdue',
    overdueCases: (count) => (count === 0 ? '0' : `${count}, act now`),
    since: 'since',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const nameOf = useOfficerName();
  const states = useChoices(deskState);
  const offices = api.useQuery('get', '/v1/registration-offices', {}, { staleTime: Infinity });
  const holder = holders.find((one) => one === params.get('holder'));
  const state = deskStates.find((one) => one === params.get('state'));
  const office = params.get('office');
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(params);
    next.delete(name);
    if (value) next.set(name, value);
    setParams(next);
  };
  const mine = params.get('mine') === '1' && me.data !== undefined;
  const query = {
    limit: 20,
    ...(holder && { holder }),
    ...(state && { state }),
    ...(office !== null && { office }),
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
    { key: 'holder', title: t.holder, render: (row) => <Holder row={row} name={nameOf(row.holderPersonId)} /> },
    { key: 'value', title: t.value, numeric: true, render: ({ contractValue }) => <Money value={contractValue} /> },
    { key: 'number', title: t.number, render: ({ provisionalNumber }) => provisionalNumber },
  ];
  const pressed = (on: boolean) => ({ type: on ? ('primary' as const) : ('default' as const), 'aria-pressed': on });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Counts />
      <div className="kinds" role="group" aria-label={t.filter}>
        <Button {...pressed(!holder && !mine)} onClick={() => setParams({})}>
          {t.all}
        </Button>
        <Button {...pressed(mine)} onClick={() => set('mine', mine ? undefined : '1')}>
          {t.mine}
        </Button>
        {holders.map((one) => (
          <Button key={one} {...pressed(holder === one)} onClick={() => set('holder', one)}>
            <Code codes={registrationHolder} value={one} />
          </Button>
        ))}
      </div>
      <div className="queue-filters">
        <label htmlFor="queue-state">{t.state}</label>
        <Select
          id="queue-state"
          allowClear
          placeholder={t.all}
          value={state ?? null}
          options={states}
          onChange={(value) => set('state', value ?? undefined)}
        />
        <label htmlFor="queue-office">{t.office}</label>
        <Select
          id="queue-office"
          allowClear
          placeholder={t.all}
          value={office}
          options={offices.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
          onChange={(value) => set('office', value ?? undefined)}
        />
      </div>
      <Section title={t.list}>
        <PagedTable caption={t.title} query={cases} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

type Row = Schemas['ContractRegistrationView'];

function Holder({ row, name }: { readonly row: Row; readonly name: string | null }) {
  const t = useWords(words);
  return (
    <>
      <Code codes={registrationHolder} value={row.holder} />
      {name !== null && `（${name}）`}
      <span className="fine">
        {' '}
        {t.since} <Instant value={row.heldSince} />
      </span>
    </>
  );
}

/** How many cases lie with whom and how their legal clocks stand. */
function Counts() {
  const t = useWords(words);
  const counts = api.useQuery('get', '/v1/registration-counts');
  return (
    <Section title={t.counts}>
      <QueryView query={counts}>
        {({ items }) => (
          <ListTable
            caption={t.counts}
            rows={items}
            rowKey={({ holder }) => holder}
            empty={t.empty}
            columns={[
              {
                key: 'holder',
                title: t.holder,
                render: ({ holder }) => (
                  <Link to={`/workbench/registrations?holder=${holder}`}>
                    <Code codes={registrationHolder} value={holder} />
                  </Link>
                ),
              },
              { key: 'open', title: t.open, numeric: true, render: ({ open }) => open },
              { key: 'soon', title: t.dueSoon, numeric: true, render: ({ dueSoon }) => dueSoon },
              { key: 'over', title: t.overdue, numeric: true, render: ({ overdue }) => t.overdueCases(overdue) },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
