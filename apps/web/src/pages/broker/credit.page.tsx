import { Alert } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { creditEventState } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PersonName } from '../bureau/party-name.tsx';

type Event = Schemas['WeighedEventView'];

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '信用',
    lead: '分值由每件事项现在的分量相加；事项随时间减弱，都写明来源和理由，本人可以申诉。',
    person: '经纪人',
    score: '信用分',
    level: '等级',
    contested: '有未决的申诉：等级暂不公布。',
    events: '事项',
    event: '事项',
    on: '日期',
    points: '记录时',
    weight: '现在的分量',
    state: '状态',
    reason: '事实与理由',
    basis: '分值的依据',
    appeal: '申诉',
    appealed: '已申诉，由记录人以外的人员裁定。',
    grounds: '申诉的理由',
    ruling: '裁定',
    none: '还没有事项。成交、培训和经查实的问题会记在这里。',
  },
  {
    workbench: 'Workbench',
    title: 'Credit',
    lead: 'The sum of what each event weighs today; events fade, name their source and reason, and can be contested.',
    person: 'Broker',
    score: 'Score',
    level: 'Level',
    contested: 'An appeal is open: the level is not shown meanwhile.',
    events: 'Events',
    event: 'Event',
    on: 'Day',
    points: 'When recorded',
    weight: 'Weighs today',
    state: 'State',
    reason: 'Facts and reason',
    basis: 'Basis of the points',
    appeal: 'Contest',
    appealed: 'Contested; somebody other than who recorded it decides.',
    grounds: 'Grounds of the appeal',
    ruling: 'Ruling',
    none: 'No event yet. Deals, training and proven faults stand here.',
  },
);

/** One's own credit, or for the bureau somebody's. */
export function Component() {
  const { id } = useParams();
  return id === undefined ? <Own /> : <Of id={id} />;
}

function Own() {
  const statement = api.useQuery('get', '/v1/broker-credit', {});
  return <Statement statement={statement} />;
}

function Of({ id }: { readonly id: string }) {
  const statement = api.useQuery('get', '/v1/broker-credits/{id}', { params: { path: { id } } });
  return <Statement statement={statement} />;
}

function Statement(props: {
  readonly statement: Parameters<typeof QueryView<Schemas['CreditStatementView']>>[0]['query'];
}) {
  const t = useWords(words);
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]}>
      <QueryView query={props.statement}>
        {(shown) => (
          <>
            {shown.contested && <Alert type="info" showIcon title={t.contested} />}
            <Section title={t.title}>
              <Facts
                items={[
                  [t.person, <PersonName key="person" id={shown.personId} />],
                  [t.score, shown.score],
                  [t.level, shown.level],
                ]}
              />
              <p className="fine">{shown.note}</p>
            </Section>
            <Events events={shown.events} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Events({ events }: { readonly events: readonly Event[] }) {
  const t = useWords(words);
  const columns: Column<Event>[] = [
    { key: 'on', title: t.on, render: ({ occurredOn }) => <Day value={occurredOn} /> },
    { key: 'event', title: t.event, render: ({ title }) => title },
    { key: 'points', title: t.points, numeric: true, render: ({ points }) => points },
    { key: 'weight', title: t.weight, numeric: true, render: ({ weight }) => weight },
    { key: 'reason', title: t.reason, render: (row) => <Why event={row} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={creditEventState} value={state} /> },
    { key: 'act', title: t.appeal, render: (row) => <Appeal event={row} /> },
  ];
  return (
    <Section title={t.events}>
      <ListTable caption={t.events} columns={columns} rows={events} rowKey={({ id }) => id} empty={t.none} />
    </Section>
  );
}

function Why({ event }: { readonly event: Event }) {
  const t = useWords(words);
  return (
    <>
      <p>{event.reason}</p>
      <p className="fine">
        {t.basis}：{event.basis}
      </p>
      {event.appealReason && (
        <p>
          {t.grounds}：{event.appealReason}
        </p>
      )}
      {event.decisionReason && (
        <p>
          {t.ruling}：{event.decisionReason}
        </p>
      )}
    </>
  );
}

function Appeal({ event }: { readonly event: Event }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const contest = api.useMutation('post', '/v1/broker-credit-events/{id}/appeal');
  if (event.state !== 'recorded' || event.personId !== me.data?.id) return <>—</>;
  return (
    <Decision
      button={t.appeal}
      about={event.title}
      reasonLabel={t.grounds}
      min={4}
      max={2000}
      onSubmit={(body) => done(contest.mutateAsync({ params: { path: { id: event.id } }, body }), t.appealed)}
    />
  );
}
