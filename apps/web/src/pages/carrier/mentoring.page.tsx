import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { meetingState } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { FlagRow, momentOf, MomentRow, NumberRow, RadioRow, TextRow } from '../../ui/rows.tsx';

type Meeting = Schemas['MentorMeetingView'];

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '导师与辅导',
    lead: '本人同意后担任导师、开放时间；在孵企业预约，导师登记记录，企业评价。撤回同意后公开内容随即清除。',
    become: '担任导师',
    name: '公开的姓名',
    introduction: '介绍',
    expertise: '专长（用顿号分开）',
    consent: '同意公开以上内容并接受在孵企业预约',
    became: '已担任导师。',
    withdraw: '撤回同意',
    withdrawn: '已撤回，公开内容已清除。',
    offer: '开放辅导时间',
    from: '开始（北京时间）',
    to: '结束（北京时间）',
    place: '地点或方式',
    offered: '已开放。',
    meetings: '辅导',
    enterprise: '企业',
    topic: '议题',
    state: '状态',
    log: '记录',
    advice: '建议',
    score: '评分（1–5）',
    feedback: '评价',
    act: '办理',
    none: '还没有辅导。企业在导师页面预约。',
    mentors: '看导师',
    write: '登记记录',
    outcome: '结果',
    hold: '已进行',
    miss: '未到场',
    written: '已登记。',
    rate: '评价辅导',
    rated: '已评价。',
    cancel: '取消',
    cancelled: '已取消。',
  },
  {
    workbench: 'Workbench',
    title: 'Mentors and meetings',
    lead: 'Agree to be a mentor and open hours; tenants book, you log, they rate. Withdrawn, the words go.',
    become: 'Become a mentor',
    name: 'Name to be shown',
    introduction: 'About you',
    expertise: 'Expertise (separated by commas)',
    consent: 'I agree that this is shown and that tenants book me',
    became: 'You are a mentor.',
    withdraw: 'Withdraw the consent',
    withdrawn: 'Withdrawn; nothing is shown any more.',
    offer: 'Open an hour',
    from: 'From (Beijing time)',
    to: 'To (Beijing time)',
    place: 'Where or how',
    offered: 'Open.',
    meetings: 'Meetings',
    enterprise: 'Company',
    topic: 'Topic',
    state: 'State',
    log: 'Log',
    advice: 'Advice',
    score: 'Score (1–5)',
    feedback: 'Feedback',
    act: 'Act',
    none: 'No meeting. Companies book on the page of a mentor.',
    mentors: 'Mentors',
    write: 'Log it',
    outcome: 'What came of it',
    hold: 'Held',
    miss: 'Nobody came',
    written: 'Logged.',
    rate: 'Rate it',
    rated: 'Rated.',
    cancel: 'Cancel',
    cancelled: 'Cancelled.',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const query = api.useInfiniteQuery('get', '/v1/mentor-meetings', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Meeting>[] = [
    {
      key: 'enterprise',
      title: t.enterprise,
      render: ({ organizationId }) => <OrganizationName id={organizationId} />,
    },
    { key: 'topic', title: t.topic, render: ({ topic }) => topic },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={meetingState} value={state} /> },
    { key: 'log', title: t.log, render: ({ log, advice }) => [log, advice].filter(Boolean).join('；') || '—' },
    { key: 'score', title: t.score, numeric: true, render: ({ score }) => score ?? '—' },
    { key: 'act', title: t.act, render: (meeting) => <Acts meeting={meeting} me={me.data} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]} actions={<MentorSteps />}>
      <Section title={t.meetings} actions={<Link to="/mentors">{t.mentors}</Link>}>
        <PagedTable caption={t.meetings} query={query} columns={columns} empty={t.none} />
      </Section>
    </Page>
  );
}

function MentorSteps() {
  const t = useWords(words);
  const done = useDone();
  const consent = api.useMutation('post', '/v1/mentors');
  const withdraw = api.useMutation('post', '/v1/mentors/withdrawal');
  const offer = api.useMutation('post', '/v1/office-hours');
  return (
    <>
      <DialogForm<{ displayName: string; introduction: string; expertise: string; agreed: boolean }>
        button={t.become}
        title={t.become}
        primary
        onSubmit={({ displayName, introduction, expertise, agreed }) => {
          const fields = expertise.split(/[、,，\s]+/).filter((one) => one !== '');
          const answer = agreed ? ('agreed' as const) : (undefined as unknown as 'agreed'); // refused by the API
          return done(
            consent.mutateAsync({ body: { displayName, introduction, expertise: fields, consent: answer } }),
            t.became,
          );
        }}
      >
        <TextRow name="displayName" label={t.name} max={60} />
        <TextRow name="introduction" label={t.introduction} min={2} max={2000} rows={3} />
        <TextRow name="expertise" label={t.expertise} max={300} />
        <FlagRow name="agreed" label={t.consent} />
      </DialogForm>
      <DialogForm<{ startsAt: string; endsAt: string; place: string }>
        button={t.offer}
        title={t.offer}
        onSubmit={({ startsAt, endsAt, place }) =>
          done(
            offer.mutateAsync({ body: { startsAt: momentOf(startsAt), endsAt: momentOf(endsAt), place } }),
            t.offered,
          )
        }
      >
        <MomentRow name="startsAt" label={t.from} />
        <MomentRow name="endsAt" label={t.to} />
        <TextRow name="place" label={t.place} min={2} max={200} />
      </DialogForm>
      <DialogForm button={t.withdraw} title={t.withdraw} onSubmit={() => done(withdraw.mutateAsync({}), t.withdrawn)} />
    </>
  );
}

function Acts({ meeting, me }: { readonly meeting: Meeting; readonly me: Schemas['MeView'] | undefined }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: meeting.id } };
  const log = api.useMutation('post', '/v1/mentor-meetings/{id}/log');
  const rate = api.useMutation('post', '/v1/mentor-meetings/{id}/feedback');
  const cancel = api.useMutation('post', '/v1/mentor-meetings/{id}/cancellation');
  const company = meeting.organizationId === me?.organizationId && hasRole(me, 'enterprise');
  const results = [
    { value: 'hold', label: t.hold },
    { value: 'miss', label: t.miss },
  ];
  return (
    <div className="form-foot">
      {meeting.state === 'booked' && !company && (
        <DialogForm<Schemas['LogMeetingDto']>
          button={t.write}
          title={t.write}
          about={meeting.topic}
          onSubmit={(body) => done(log.mutateAsync({ params, body: filled(body) }), t.written)}
        >
          <RadioRow name="outcome" label={t.outcome} options={results} />
          <TextRow name="log" label={t.log} min={2} max={5000} rows={3} />
          <TextRow name="advice" label={t.advice} max={5000} rows={2} optional />
        </DialogForm>
      )}
      {meeting.state === 'held' && company && meeting.score === null && (
        <DialogForm<Schemas['MeetingFeedbackDto']>
          button={t.rate}
          title={t.rate}
          about={meeting.topic}
          onSubmit={(body) => done(rate.mutateAsync({ params, body }), t.rated)}
        >
          <NumberRow name="score" label={t.score} min={1} max={5} />
          <TextRow name="feedback" label={t.feedback} min={2} max={1000} rows={2} />
        </DialogForm>
      )}
      {meeting.state === 'booked' && (
        <Decision
          button={t.cancel}
          about={meeting.topic}
          onSubmit={(body) => done(cancel.mutateAsync({ params, body }), t.cancelled)}
        />
      )}
    </div>
  );
}
