import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { followUpState, followUpStatus } from '../../text/codes/exchange.codes.ts';
import { eventState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CountField, TextField } from '../../ui/fields.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { MeetingItem } from './meeting-item.tsx';

type Event = Schemas['MatchmakingEventView'];

const words = bilingual(
  {
    list: '筹办对接会',
    facts: '对接会',
    state: '状态',
    venue: '地点',
    starts: '第一场开始',
    shape: '场次',
    shapeText: (slots: number, minutes: number, rooms: number) => `${slots} 场 × ${minutes} 分钟，${rooms} 个洽谈间`,
    public: '公众看到的页面',
    open: '发布对接会',
    openText: '发布后开始邀请。',
    close: '结束对接会',
    closeText: '举行后结束；有意向的洽谈在 30、90、180 天后回访。',
    cancel: '取消对接会',
    meetings: '洽谈',
    noMeeting: '还没有邀请。',
    invite: '按撮合结果邀请',
    invited: '已按撮合结果邀请。',
    perDemand: '每条需求最多几场',
    perTeam: '每个单位最多几场',
    pair: '邀请指定的一对',
    demand: '需求编号（需求页地址的最后一段）',
    achievement: '成果编号（成果页地址的最后一段）',
    followUps: '回访',
    noFollowUp: '还没有回访。',
    days: '会后天数',
    due: '回访日期',
    status: '进展',
    note: '说明',
  },
  {
    list: 'Organize events',
    facts: 'Event',
    state: 'State',
    venue: 'Venue',
    starts: 'First slot',
    shape: 'Slots',
    shapeText: (slots, minutes, rooms) => `${slots} × ${minutes} min, ${rooms} rooms`,
    public: 'What the public sees',
    open: 'Publish',
    openText: 'Inviting begins.',
    close: 'Close',
    closeText: 'After it was held; promising meetings are followed up after 30, 90 and 180 days.',
    cancel: 'Cancel',
    meetings: 'Meetings',
    noMeeting: 'Nobody is invited yet.',
    invite: 'Invite by matches',
    invited: 'Invited.',
    perDemand: 'Meetings a demand at most',
    perTeam: 'Meetings a unit at most',
    pair: 'Invite a pair',
    demand: 'Demand (last part of its address)',
    achievement: 'Achievement (last part of its address)',
    followUps: 'Follow-ups',
    noFollowUp: 'None yet.',
    days: 'Days after',
    due: 'Due',
    status: 'Progress',
    note: 'Note',
  },
);

/** The organizer's room. */
export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const event = api.useQuery('get', '/v1/matchmaking-events/{id}', { params: { path: { id } } });
  return (
    <Page title={event.data?.title ?? t.facts} crumbs={[{ title: t.list, to: '/workbench/events' }]}>
      <QueryView query={event}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={eventState} value={shown.state} />],
                  [t.venue, shown.venue],
                  [t.starts, <Instant key="starts" value={shown.startsAt} />],
                  [t.shape, t.shapeText(shown.slots, shown.slotMinutes, shown.rooms)],
                ]}
              />
              {shown.state !== 'draft' && <Link to={`/events/${id}`}>{t.public}</Link>}
              <EventActs event={shown} />
            </Section>
            {shown.state !== 'draft' && (
              <>
                <Meetings event={shown} />
                <FollowUps id={id} />
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function EventActs({ event: { id, state } }: { readonly event: Event }) {
  const t = useWords(words);
  const params = { path: { id } };
  const open = api.useMutation('post', '/v1/matchmaking-events/{id}/opening');
  const close = api.useMutation('post', '/v1/matchmaking-events/{id}/closing');
  const cancel = api.useMutation('post', '/v1/matchmaking-events/{id}/cancellation');
  return (
    <div className="form-foot">
      {state === 'draft' && <Act primary button={t.open} text={t.openText} work={() => open.mutateAsync({ params })} />}
      {state === 'open' && <Act button={t.close} text={t.closeText} work={() => close.mutateAsync({ params })} />}
      {(state === 'draft' || state === 'open') && (
        <ReasonedAct button={t.cancel} work={(body) => cancel.mutateAsync({ params, body })} />
      )}
    </div>
  );
}

function Meetings({ event }: { readonly event: Event }) {
  const t = useWords(words);
  const params = { path: { id: event.id } };
  const meetings = api.useQuery('get', '/v1/matchmaking-events/{id}/meetings', {
    params: { ...params, query: { limit: 100 } },
  });
  const invite = api.useMutation('post', '/v1/matchmaking-events/{id}/invitations');
  const pair = api.useMutation('post', '/v1/matchmaking-events/{id}/meetings');
  return (
    <Section
      title={t.meetings}
      actions={
        event.state === 'open' && (
          <div className="form-foot">
            <FormAct<Schemas['InviteFromMatchesDto']>
              primary
              button={t.invite}
              said={t.invited}
              initial={{ meetingsPerDemand: 3, meetingsPerTeam: 5 }}
              work={(body) => invite.mutateAsync({ params, body })}
            >
              <CountField name="meetingsPerDemand" label={t.perDemand} max={20} />
              <CountField name="meetingsPerTeam" label={t.perTeam} max={20} />
            </FormAct>
            <FormAct<Schemas['InvitePairDto']> button={t.pair} work={(body) => pair.mutateAsync({ params, body })}>
              <TextField name="demandId" label={t.demand} max={36} />
              <TextField name="achievementId" label={t.achievement} max={36} />
            </FormAct>
          </div>
        )
      }
    >
      <QueryView query={meetings}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.noMeeting}</p>}
            <ul className="hits">
              {items.map((meeting) => (
                <MeetingItem key={meeting.id} meeting={meeting} organizing />
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function FollowUps({ id }: { readonly id: string }) {
  const t = useWords(words);
  const page = { params: { query: { limit: 20, eventId: id } } };
  const query = api.useInfiniteQuery('get', '/v1/event-follow-ups', page, byCursor);
  return (
    <Section title={t.followUps}>
      <PagedTable
        caption={t.followUps}
        query={query}
        empty={t.noFollowUp}
        columns={[
          { key: 'days', title: t.days, numeric: true, render: ({ days }) => days },
          { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
          { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={followUpState} value={state} /> },
          { key: 'status', title: t.status, render: ({ status }) => <Code codes={followUpStatus} value={status} /> },
          { key: 'note', title: t.note, render: ({ note }) => note },
        ]}
      />
    </Section>
  );
}
