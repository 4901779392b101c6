import { Checkbox, Form, Input, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { patentKind, patentState } from '../../text/codes/right.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '本单位的专利',
    workbench: '我的工作台',
    make: '登记专利',
    number: '专利号或申请号',
    numberHelp: '可带前缀和点，校验位有误会指出。',
    name: '发明名称',
    state: '法律状态',
    kind: '种类',
    filed: '申请日',
    granted: '授权公告日（已授权的填写，年费由此计算）',
    publication: '公布号或公告号',
    secret: '保密专利',
    until: '期限的最后一日',
    empty: '还没有登记专利。登记以后，年费、质押和许可都会在这里提醒。',
    reminders: '期限提醒',
    none: '没有到期的事项。',
    subject: '事项',
    due: '期限',
    sent: '提醒时间',
    missing: '请填写这一项。',
  },
  {
    title: 'Our patents',
    workbench: 'Workbench',
    make: 'Register a patent',
    number: 'Number',
    numberHelp: 'With or without prefix and point; the check digit is checked.',
    name: 'Title',
    state: 'State',
    kind: 'Kind',
    filed: 'Filed',
    granted: 'Granted (fees are counted from it)',
    publication: 'Publication number (optional)',
    secret: 'Secret patent',
    until: 'Last day of its term',
    empty: 'No patent yet. Once registered, fees, pledges and licences are watched.',
    reminders: 'Reminders',
    none: 'Nothing is due.',
    subject: 'Subject',
    due: 'Due',
    sent: 'Reminded',
    missing: 'Fill this in.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/patents', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['PatentView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/workbench/patents/${id}`}>{title}</Link> },
    { key: 'number', title: t.number, render: ({ number }) => number },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={patentKind} value={kind} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={patentState} value={state} /> },
    { key: 'until', title: t.until, render: ({ expiresOn }) => <Day value={expiresOn} /> },
  ];
  return (
    <Page title={t.title} crumbs={[{ title: t.workbench, to: '/workbench' }]} actions={<Register />}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
      <Reminders />
    </Page>
  );
}

function Register() {
  const t = useWords(words);
  const navigate = useNavigate();
  const states = useChoices(patentState).filter(({ value }) => ['applied', 'published', 'granted'].includes(value));
  const create = api.useMutation('post', '/v1/patents');
  const required = [{ required: true, message: t.missing }];
  return (
    <DialogForm<Schemas['CreatePatentDto']>
      primary
      button={t.make}
      title={t.make}
      onSubmit={async (values) => {
        const made = await create.mutateAsync({ body: filled(values) });
        await navigate(`/workbench/patents/${made.id}`);
      }}
    >
      <Form.Item name="number" label={t.number} extra={t.numberHelp} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="title" label={t.name} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="state" label={t.state} rules={required}>
        <Select options={states} />
      </Form.Item>
      <Form.Item name="filedOn" label={t.filed} rules={required}>
        <DayField />
      </Form.Item>
      <Form.Item name="grantedOn" label={t.granted}>
        <DayField />
      </Form.Item>
      <Form.Item name="publicationNumber" label={t.publication}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="secret" valuePropName="checked">
        <Checkbox>{t.secret}</Checkbox>
      </Form.Item>
    </DialogForm>
  );
}

function Reminders() {
  const t = useWords(words);
  const reminders = api.useQuery('get', '/v1/right-reminders', { params: { query: { limit: 50 } } });
  return (
    <Section title={t.reminders}>
      <QueryView query={reminders}>
        {({ items }) => (
          <ListTable
            caption={t.reminders}
            rows={items}
            rowKey={({ id }) => id}
            empty={t.none}
            columns={[
              { key: 'subject', title: t.subject, render: ({ title, detail }) => `${title}：${detail}` },
              { key: 'due', title: t.due, render: ({ dueOn }) => <Day value={dueOn} /> },
              { key: 'sent', title: t.sent, render: ({ sentAt }) => <Instant value={sentAt} /> },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
