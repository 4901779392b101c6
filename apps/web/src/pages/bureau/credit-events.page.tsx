import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { creditEventState, creditKind, creditSource } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useAddressBox } from '../../ui/address-box.tsx';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { byCursor } from '../../ui/paged.ts';
import { DayRow, SelectRow, TextRow } from '../../ui/rows.tsx';
import { PersonName } from './party-name.tsx';

type Event = Schemas['CreditEventView'];

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '经纪人信用',
    lead: '只记录经查实的事项，写明来源和理由，本人可见并可申诉；申诉由记录人以外的人员裁定。',
    contested: '只看申诉中的',
    person: '经纪人',
    event: '事项',
    on: '日期',
    points: '分值',
    reason: '事实与理由',
    appeal: '申诉的理由',
    state: '状态',
    act: '办理',
    none: '没有信用事项。',
    record: '记录信用事项',
    personId: '经纪人编号',
    kind: '事项',
    occurredOn: '发生日期',
    sourceKind: '来源的种类',
    sourceId: '来源的编号',
    recorded: '已记录，本人可见。',
    decide: '裁定申诉',
    uphold: '申诉成立，更正记录',
    dismiss: '申诉不成立',
    decided: '已裁定。',
    see: '看全部信用',
  },
  {
    workbench: 'Workbench',
    title: 'Credit of brokers',
    lead: 'Only what was proven, with source and reason; the broker sees it and may contest it; somebody else then decides.',
    contested: 'Contested ones only',
    person: 'Broker',
    event: 'Event',
    on: 'Day',
    points: 'Points',
    reason: 'Facts and reason',
    appeal: 'Grounds of the appeal',
    state: 'State',
    act: 'Act',
    none: 'No event.',
    record: 'Record an event',
    personId: 'Number of the broker',
    kind: 'Event',
    occurredOn: 'Day',
    sourceKind: 'Kind of source',
    sourceId: 'Number of the source',
    recorded: 'Recorded; the broker sees it.',
    decide: 'Decide the appeal',
    uphold: 'Upheld: the record is corrected',
    dismiss: 'Dismissed',
    decided: 'Decided.',
    see: 'All of the credit',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const [contested, box] = useAddressBox('contested', t.contested);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/broker-credit-events',
    { params: { query: { limit: 20, ...(contested && { contested: 'yes' as const }) } } },
    byCursor,
  );
  const columns: Column<Event>[] = [
    { key: 'person', title: t.person, render: (row) => <PersonLink id={row.personId} /> },
    { key: 'event', title: t.event, render: ({ title }) => title },
    { key: 'on', title: t.on, render: ({ occurredOn }) => <Day value={occurredOn} /> },
    { key: 'points', title: t.points, numeric: true, render: ({ points }) => points },
    { key: 'reason', title: t.reason, render: ({ reason }) => reason },
    { key: 'appeal', title: t.appeal, render: ({ appealReason }) => appealReason ?? '—' },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={creditEventState} value={state} /> },
    {
      key: 'act',
      title: t.act,
      render: (row) => (row.state === 'contested' && hasRole(me.data, 'reviewer') ? <Decide event={row} /> : '—'),
    },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
      actions={hasRole(me.data, 'reviewer') && <Record />}
    >
      {box}
    </ListPage>
  );
}

function PersonLink({ id }: { readonly id: string }) {
  const t = useWords(words);
  return (
    <Link to={`/workbench/broker-credit/${id}`} title={t.see}>
      <PersonName id={id} />
    </Link>
  );
}

function Record() {
  const t = useWords(words);
  const done = useDone();
  const record = api.useMutation('post', '/v1/broker-credit-events');
  return (
    <DialogForm<Schemas['RecordCreditDto']>
      button={t.record}
      title={t.record}
      primary
      onSubmit={(body) => done(record.mutateAsync({ body }), t.recorded)}
    >
      <TextRow name="personId" label={t.personId} max={36} />
      <SelectRow name="kind" label={t.kind} codes={creditKind} />
      <DayRow name="occurredOn" label={t.occurredOn} />
      <SelectRow name="sourceKind" label={t.sourceKind} codes={creditSource} />
      <TextRow name="sourceId" label={t.sourceId} max={36} />
      <TextRow name="reason" label={t.reason} min={4} max={2000} rows={3} />
    </DialogForm>
  );
}

function Decide({ event }: { readonly event: Event }) {
  const t = useWords(words);
  const done = useDone();
  const decide = api.useMutation('post', '/v1/broker-credit-events/{id}/decision');
  return (
    <Decision
      button={t.decide}
      about={event.title}
      min={4}
      max={2000}
      outcome={{
        name: 'decision',
        options: [
          { value: 'uphold', label: t.uphold },
          { value: 'dismiss', label: t.dismiss },
        ],
      }}
      onSubmit={(body) => done(decide.mutateAsync({ params: { path: { id: event.id } }, body }), t.decided)}
    />
  );
}
