import { Form, Input, Radio, Select } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { envoyLogState, envoyMonthState, envoyState } from '../../text/codes/identity.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCounties, useCountyName } from '../../ui/places.ts';
import { EnvoyMonthActs } from './envoy-months.tsx';
import { PersonName } from './party-name.tsx';

type Envoy = Schemas['TechEnvoyView'];
type Log = Schemas['EnvoyLogView'];

const words = bilingual(
  {
    title: '科技特派员',
    lead: '奖补人员选派；特派员本人填服务记录；县区确认；按确认的记录逐月计提补助。',
    workbench: '我的工作台',
    envoys: '岗位',
    person: '特派员',
    county: '县区',
    villages: '服务的村',
    field: '领域',
    state: '状态',
    from: '任期起',
    to: '任期止',
    act: '办理',
    post: '选派',
    personId: '人员编号',
    personWrong: '编号形如 0193f0a2-7c1e-7000-8000-000000000000，请向本人索取。',
    villagesHelp: '用顿号或逗号分开。',
    document: '选派文号',
    missing: '请填写。',
    posted: '已选派。',
    end: '结束岗位',
    endOn: '最后一日',
    ended: '已结束。',
    log: '填服务记录',
    servedOn: '服务日',
    village: '村',
    content: '做了什么',
    logged: '已填写，等县区确认。',
    noEnvoy: '没有您可以看到的岗位。由奖补人员按选派文件选派。',
    logs: '服务记录',
    decide: '确认',
    outcome: '结论',
    confirm: '属实',
    reject: '不属实',
    reason: '理由',
    decided: '已办理。',
    why: '确认意见',
    noLog: '还没有服务记录。特派员在自己的岗位上填写。',
    months: '逐月补助',
    month: '月份',
    logCount: '确认的记录',
    amount: '补助',
    paidOn: '支付日',
    noMonth: '还没有计提过补助。',
  },
  {
    title: 'Technology envoys',
    lead: 'Reward officers post them, envoys log their service, the county confirms, and the months are accrued.',
    workbench: 'Workbench',
    envoys: 'Posts',
    person: 'Envoy',
    county: 'County',
    villages: 'Villages',
    field: 'Field',
    state: 'State',
    from: 'From',
    to: 'To',
    act: 'Act',
    post: 'Post an envoy',
    personId: 'Number of the person',
    personWrong: 'Like 0193f0a2-7c1e-7000-8000-000000000000; ask the person for it.',
    villagesHelp: 'Separated by commas.',
    document: 'Number of the document',
    missing: 'This is needed.',
    posted: 'Posted.',
    end: 'End the post',
    endOn: 'Last day',
    ended: 'Ended.',
    log: 'Log a service',
    servedOn: 'Day',
    village: 'Village',
    content: 'What was done',
    logged: 'Logged; the county confirms it next.',
    noEnvoy: 'No post that you may see. A reward officer posts envoys.',
    logs: 'Service logs',
    decide: 'Decide',
    outcome: 'Conclusion',
    confirm: 'True',
    reject: 'Not true',
    reason: 'Reason',
    decided: 'Done.',
    why: 'Reason given',
    noLog: 'No service logged yet. Envoys do it at their post.',
    months: 'Months',
    month: 'Month',
    logCount: 'Confirmed logs',
    amount: 'Subsidy',
    paidOn: 'Paid on',
    noMonth: 'No month accrued yet.',
  },
);

const page20 = { params: { query: { limit: 20 } } };

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const officer = hasRole(me.data, 'rewardOfficer');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={officer && <Post />}
    >
      <Envoys officer={officer} meId={me.data?.id} />
      <Logs county={hasRole(me.data, 'countyOfficer')} />
      <Months officer={officer} />
    </Page>
  );
}

function Envoys({ officer, meId }: { readonly officer: boolean; readonly meId: string | undefined }) {
  const t = useWords(words);
  const countyName = useCountyName();
  const envoys = api.useInfiniteQuery('get', '/v1/tech-envoys', page20, byCursor);
  const columns: Column<Envoy>[] = [
    { key: 'person', title: t.person, render: ({ personId }) => <PersonName id={personId} /> },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    { key: 'villages', title: t.villages, render: ({ villages }) => villages.join('、') },
    { key: 'field', title: t.field, render: ({ field }) => field },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={envoyState} value={state} /> },
    { key: 'from', title: t.from, render: ({ postedFrom }) => <Day value={postedFrom} /> },
    { key: 'to', title: t.to, render: ({ postedTo }) => <Day value={postedTo} /> },
    {
      key: 'act',
      title: t.act,
      render: (envoy) =>
        envoy.state === 'serving' ? (
          <div className="form-foot">
            {envoy.personId === meId && <LogService envoy={envoy} />}
            {officer && <EndPost envoy={envoy} />}
          </div>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <Section title={t.envoys}>
      <PagedTable caption={t.envoys} query={envoys} columns={columns} empty={t.noEnvoy} />
    </Section>
  );
}

function Logs({ county }: { readonly county: boolean }) {
  const t = useWords(words);
  const logs = api.useInfiniteQuery('get', '/v1/envoy-logs', page20, byCursor);
  const columns: Column<Log>[] = [
    { key: 'on', title: t.servedOn, render: ({ servedOn }) => <Day value={servedOn} /> },
    { key: 'village', title: t.village, render: ({ village }) => village },
    { key: 'content', title: t.content, render: ({ content }) => content },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={envoyLogState} value={state} /> },
    { key: 'why', title: t.why, render: ({ decisionReason }) => decisionReason ?? '—' },
    ...(county
      ? [
          {
            key: 'act',
            title: t.act,
            render: (log: Log) => (log.state === 'submitted' ? <DecideLog log={log} /> : '—'),
          },
        ]
      : []),
  ];
  return (
    <Section title={t.logs}>
      <PagedTable caption={t.logs} query={logs} columns={columns} empty={t.noLog} />
    </Section>
  );
}

function Months({ officer }: { readonly officer: boolean }) {
  const t = useWords(words);
  const months = api.useInfiniteQuery('get', '/v1/envoy-months', page20, byCursor);
  const columns: Column<Schemas['EnvoyMonthView']>[] = [
    { key: 'month', title: t.month, render: ({ month }) => month },
    { key: 'person', title: t.person, render: ({ personId }) => <PersonName id={personId} /> },
    { key: 'logs', title: t.logCount, numeric: true, render: ({ logs }) => logs },
    { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Money value={amount} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={envoyMonthState} value={state} /> },
    { key: 'paidOn', title: t.paidOn, render: ({ paidOn }) => <Day value={paidOn} /> },
  ];
  return (
    <Section title={t.months} actions={officer && <EnvoyMonthActs />}>
      <PagedTable caption={t.months} query={months} columns={columns} empty={t.noMonth} />
    </Section>
  );
}

function Post() {
  const t = useWords(words);
  const done = useDone();
  const counties = useCounties();
  const needed = [{ required: true, message: t.missing }];
  const post = api.useMutation('post', '/v1/tech-envoys');
  type Values = Omit<Schemas['PostEnvoyDto'], 'villages'> & { villages: string };
  return (
    <DialogForm<Values>
      button={t.post}
      title={t.post}
      primary
      onSubmit={({ villages, ...rest }) => {
        const names = villages.split(/[、,，\s]+/).filter((name) => name !== '');
        return done(post.mutateAsync({ body: { ...rest, villages: names } }), t.posted);
      }}
    >
      <Form.Item
        name="personId"
        label={t.personId}
        rules={[{ required: true, pattern: /^[0-9a-f-]{36}$/, message: t.personWrong }]}
      >
        <Input maxLength={36} />
      </Form.Item>
      <Form.Item name="countyCode" label={t.county} rules={needed}>
        <Select options={counties} />
      </Form.Item>
      <Form.Item name="villages" label={t.villages} extra={t.villagesHelp} rules={needed}>
        <Input />
      </Form.Item>
      <Form.Item name="field" label={t.field} rules={needed}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="postedFrom" label={t.from} rules={needed}>
        <DayField />
      </Form.Item>
      <Form.Item name="documentNumber" label={t.document} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
    </DialogForm>
  );
}

function EndPost({ envoy }: { readonly envoy: Envoy }) {
  const t = useWords(words);
  const done = useDone();
  const end = api.useMutation('post', '/v1/tech-envoys/{id}/end');
  return (
    <DialogForm<Schemas['EndEnvoyDto']>
      button={t.end}
      title={t.end}
      about={envoy.documentNumber}
      onSubmit={(body) => done(end.mutateAsync({ params: { path: { id: envoy.id } }, body }), t.ended)}
    >
      <Form.Item name="postedTo" label={t.endOn} rules={[{ required: true, message: t.missing }]}>
        <DayField />
      </Form.Item>
    </DialogForm>
  );
}

function LogService({ envoy }: { readonly envoy: Envoy }) {
  const t = useWords(words);
  const done = useDone();
  const needed = [{ required: true, message: t.missing }];
  const log = api.useMutation('post', '/v1/tech-envoys/{id}/logs');
  return (
    <DialogForm<Schemas['LogServiceDto']>
      button={t.log}
      title={t.log}
      about={envoy.documentNumber}
      primary
      onSubmit={(body) => done(log.mutateAsync({ params: { path: { id: envoy.id } }, body }), t.logged)}
    >
      <Form.Item name="servedOn" label={t.servedOn} rules={needed}>
        <DayField />
      </Form.Item>
      <Form.Item name="village" label={t.village} rules={needed}>
        <Select options={envoy.villages.map((village) => ({ value: village, label: village }))} />
      </Form.Item>
      <Form.Item name="content" label={t.content} rules={needed}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </DialogForm>
  );
}

function DecideLog({ log }: { readonly log: Log }) {
  const t = useWords(words);
  const done = useDone();
  const decide = api.useMutation('post', '/v1/envoy-logs/{id}/decision');
  return (
    <DialogForm<Schemas['DecideLogDto']>
      button={t.decide}
      title={t.decide}
      about={`${log.servedOn} ${log.village}`}
      onSubmit={(body) => done(decide.mutateAsync({ params: { path: { id: log.id } }, body }), t.decided)}
    >
      <Form.Item name="outcome" label={t.outcome} rules={[{ required: true, message: t.missing }]}>
        <Radio.Group
          options={[
            { value: 'confirm', label: t.confirm },
            { value: 'reject', label: t.reject },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.missing }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}
