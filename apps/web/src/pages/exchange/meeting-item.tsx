import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { meetingOutcome, meetingState } from '../../text/codes/exchange.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { CodeField, TextField } from '../../ui/fields.tsx';
import { Instant } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { AchievementTitle } from '../research/achievement-choice.tsx';

type Meeting = Schemas['EventMeetingView'];
type Side = Schemas['MeetingSideView'];

const words = bilingual(
  {
    slot: (slot: number, room: number) => `第 ${slot} 场，${room} 号洽谈间`,
    event: '对接会',
    demand: '需求方',
    achievement: '成果方',
    accepted: (who: string) => `已接受，${who} 参加`,
    open: '尚未接受',
    checkedIn: '签到',
    accept: '接受洽谈',
    attendee: '参加人',
    said: '已接受；双方都接受后自动排定场次。',
    decline: '谢绝洽谈',
    cancel: '取消洽谈',
    checkIn: '签到',
    checkInText: '对接会当天到场后签到。',
    outcome: '记录结果',
    result: '结果',
    note: '说明',
  },
  {
    slot: (slot, room) => `Slot ${slot}, room ${room}`,
    event: 'Event',
    demand: 'Demand',
    achievement: 'Achievement',
    accepted: (who) => `accepted, ${who} attends`,
    open: 'not accepted yet',
    checkedIn: 'Checked in',
    accept: 'Accept',
    attendee: 'Who attends',
    said: 'Accepted; seated once both sides accept.',
    decline: 'Decline',
    cancel: 'Cancel',
    checkIn: 'Check in',
    checkInText: 'When you have arrived on the day.',
    outcome: 'Record the outcome',
    result: 'Outcome',
    note: 'Note',
  },
);

/** One meeting of an event, as its organizer or one of its sides sees it. */
export function MeetingItem({ meeting, organizing }: { readonly meeting: Meeting; readonly organizing?: boolean }) {
  const t = useWords(words);
  const own = useMe().data?.organizationId;
  const ours = [meeting.demandSide, meeting.achievementSide].filter(({ organizationId }) => organizationId === own);
  return (
    <li>
      <h3>
        <AchievementTitle id={meeting.achievementId} /> <StateTag codes={meetingState} value={meeting.state} />
      </h3>
      <p className="hit-line">
        {meeting.slot !== null && meeting.room !== null && <span>{t.slot(meeting.slot, meeting.room)}</span>}
        {!organizing && <Link to={`/events/${meeting.eventId}`}>{t.event}</Link>}
        {meeting.outcome && <Code codes={meetingOutcome} value={meeting.outcome} />}
      </p>
      <SideLine title={t.demand} side={meeting.demandSide} />
      <SideLine title={t.achievement} side={meeting.achievementSide} />
      {(meeting.outcomeNote ?? meeting.stateReason) && <p>{meeting.outcomeNote ?? meeting.stateReason}</p>}
      <div className="form-foot">
        {ours.length > 0 && <SideActs meeting={meeting} accepted={ours.every(({ accepted }) => accepted)} />}
        {(organizing || ours.length > 0) && <SharedActs meeting={meeting} />}
      </div>
    </li>
  );
}

function SideLine({ title, side }: { readonly title: string; readonly side: Side }) {
  const t = useWords(words);
  return (
    <p>
      {title}：<OrganizationName id={side.organizationId} />，{side.accepted ? t.accepted(side.attendee ?? '') : t.open}
      {side.checkedInAt && (
        <>
          ，{t.checkedIn} <Instant value={side.checkedInAt} />
        </>
      )}
    </p>
  );
}

function SideActs({ meeting, accepted }: { readonly meeting: Meeting; readonly accepted: boolean }) {
  const t = useWords(words);
  const params = { path: { id: meeting.id } };
  const accept = api.useMutation('post', '/v1/event-meetings/{id}/acceptance');
  const decline = api.useMutation('post', '/v1/event-meetings/{id}/declination');
  const checkIn = api.useMutation('post', '/v1/event-meetings/{id}/check-in');
  return (
    <>
      {meeting.state === 'invited' && !accepted && (
        <FormAct<Schemas['AcceptMeetingDto']>
          primary
          button={t.accept}
          said={t.said}
          work={(body) => accept.mutateAsync({ params, body })}
        >
          <TextField name="attendee" label={t.attendee} max={100} />
        </FormAct>
      )}
      {meeting.state === 'invited' && (
        <ReasonedAct button={t.decline} work={(body) => decline.mutateAsync({ params, body })} />
      )}
      {meeting.state === 'seated' && (
        <Act button={t.checkIn} text={t.checkInText} work={() => checkIn.mutateAsync({ params })} />
      )}
    </>
  );
}

function SharedActs({ meeting }: { readonly meeting: Meeting }) {
  const t = useWords(words);
  const params = { path: { id: meeting.id } };
  const cancel = api.useMutation('post', '/v1/event-meetings/{id}/cancellation');
  const conclude = api.useMutation('post', '/v1/event-meetings/{id}/outcome');
  return (
    <>
      {meeting.state === 'seated' && (
        <FormAct<Schemas['ConcludeMeetingDto']>
          button={t.outcome}
          work={(body) => conclude.mutateAsync({ params, body })}
        >
          <CodeField name="outcome" label={t.result} codes={meetingOutcome} />
          <TextField name="note" label={t.note} max={2000} long />
        </FormAct>
      )}
      {(meeting.state === 'waiting' || meeting.state === 'seated') && (
        <ReasonedAct button={t.cancel} work={(body) => cancel.mutateAsync({ params, body })} />
      )}
    </>
  );
}
