import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { registrationHolder, reminderThreshold } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '期限提醒',
    lead: '期限过半、过五分之四和超期时，提醒发给经办人和登记机构负责人。',
    workbench: '我的工作台',
    empty: '没有发给您的提醒。',
    name: '项目名称',
    threshold: '提醒',
    due: '期限',
    holder: '当时由谁办理',
    sent: '提醒时间',
    number: '平台编号',
  },
  {
    title: 'Reminders of terms',
    lead: 'At half and four fifths of a term, and when it is over, the officer and the head of the office are reminded.',
    workbench: 'Workbench',
    empty: 'No reminder for you.',
    name: 'Project',
    threshold: 'Reminder',
    due: 'Term',
    holder: 'Held then by',
    sent: 'Sent at',
    number: 'Number',
  },
);

export function Component() {
  const t = useWords(words);
  const query = { limit: 20 };
  const reminders = api.useInfiniteQuery('get', '/v1/registration-reminders', { params: { query } }, byCursor);
  const columns: Column<Schemas['RegistrationReminderView']>[] = [
    { key: 'sent', title: t.sent, render: ({ sentAt }) => <Instant value={sentAt} /> },
    {
      key: 'name',
      title: t.name,
      render: ({ registrationId, title }) => <Link to={`/workbench/registrations/${registrationId}`}>{title}</Link>,
    },
    {
      key: 'threshold',
      title: t.threshold,
      render: ({ threshold }) => <StateTag codes={reminderThreshold} value={threshold} />,
    },
    { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
    { key: 'holder', title: t.holder, render: ({ holder }) => <Code codes={registrationHolder} value={holder} /> },
    { key: 'number', title: t.number, render: ({ provisionalNumber }) => provisionalNumber },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={reminders} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
