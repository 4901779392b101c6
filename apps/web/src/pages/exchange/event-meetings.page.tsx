import { Button } from 'antd';
import { api, download, type Schemas } from '../../api/client.ts';
import { followUpState, followUpStatus } from '../../text/codes/exchange.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { ChoiceField, CodeField, TextField } from '../../ui/fields.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { MeetingItem } from './meeting-item.tsx';

type FollowUp = Schemas['EventFollowUpView'];

const words = bilingual(
  {
    title: '对接会洽谈',
    lead: '接受邀请并写明参加人；双方都接受后自动排定场次。有意向的，会后 30、90、180 天回访。',
    workbench: '我的工作台',
    calendar: '下载日历（iCalendar）',
    meetings: '本单位的洽谈',
    noMeeting: '还没有受邀的洽谈。',
    followUps: '回访',
    noFollowUp: '没有回访。',
    days: '会后天数',
    due: '回访日期',
    state: '状态',
    status: '进展',
    note: '说明',
    deal: '洽谈',
    contract: '合同',
    answer: '答复回访',
    act: '办理',
  },
  {
    title: 'Meetings at events',
    lead: 'Accept and name who attends; seated once both accept. Promising ones are followed up.',
    workbench: 'Workbench',
    calendar: 'Calendar (iCalendar)',
    meetings: 'Our meetings',
    noMeeting: 'None yet.',
    followUps: 'Follow-ups',
    noFollowUp: 'None.',
    days: 'Days after',
    due: 'Due',
    state: 'State',
    status: 'Progress',
    note: 'Note',
    deal: 'Deal',
    contract: 'Contract',
    answer: 'Answer',
    act: 'Act',
  },
);

export function Component() {
  const t = useWords(words);
  const meetings = api.useQuery('get', '/v1/event-meetings', { params: { query: { limit: 100 } } });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Button onClick={() => void download('/v1/event-calendar', 'meetings.ics')}>{t.calendar}</Button>}
    >
      <Section title={t.meetings}>
        <QueryView query={meetings}>
          {({ items }) => (
            <>
              {items.length === 0 && <p className="empty">{t.noMeeting}</p>}
              <ul className="hits">
                {items.map((meeting) => (
                  <MeetingItem key={meeting.id} meeting={meeting} />
                ))}
              </ul>
            </>
          )}
        </QueryView>
      </Section>
      <FollowUps />
    </Page>
  );
}

function FollowUps() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/event-follow-ups', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<FollowUp>[] = [
    { key: 'days', title: t.days, numeric: true, render: ({ days }) => days },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={followUpState} value={state} /> },
    { key: 'status', title: t.status, render: ({ status }) => <Code codes={followUpStatus} value={status} /> },
    { key: 'note', title: t.note, render: ({ note }) => note },
    { key: 'act', title: t.act, render: (row) => (row.state === 'asked' ? <Answer followUp={row} /> : '—') },
  ];
  return (
    <Section title={t.followUps}>
      <PagedTable caption={t.followUps} query={query} columns={columns} empty={t.noFollowUp} />
    </Section>
  );
}

function Answer({ followUp }: { readonly followUp: FollowUp }) {
  const t = useWords(words);
  const page = { params: { query: { limit: 100 } } };
  const deals = api.useQuery('get', '/v1/deals', page);
  const contracts = api.useQuery('get', '/v1/contracts', page);
  const answer = api.useMutation('post', '/v1/event-follow-ups/{id}/answer');
  const contractChoices = contracts.data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? [];
  const dealChoices =
    deals.data?.items.map(({ id, createdAt }) => ({ value: id, label: createdAt.slice(0, 10) })) ?? [];
  return (
    <FormAct<Schemas['AnswerFollowUpDto']>
      primary
      button={t.answer}
      work={(body) => answer.mutateAsync({ params: { path: { id: followUp.id } }, body })}
    >
      <CodeField name="status" label={t.status} codes={followUpStatus} />
      <TextField name="note" label={t.note} max={2000} long />
      <ChoiceField name="dealId" label={t.deal} choices={dealChoices} optional />
      <ChoiceField name="contractId" label={t.contract} choices={contractChoices} optional />
    </FormAct>
  );
}
