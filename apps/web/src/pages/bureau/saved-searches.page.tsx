import { Button, Form, Input, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { searchKind } from '../../text/codes/market.codes.ts';
import { codeText } from '../../text/codes/codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCounties, useZones } from '../../ui/places.ts';

type Saved = Schemas['SavedSearchView'];
type SearchAlert = Schemas['SearchAlertView'];

const words = bilingual(
  {
    title: '已存检索与提醒',
    lead: '保存一次检索；以后有新的结果，提醒一次，不重复。',
    workbench: '我的工作台',
    alerts: '提醒',
    unread: '只看未读',
    all: '全部',
    what: '新结果',
    by: '来自检索',
    at: '发现时间',
    state: '状态',
    read: '标为已读',
    readAt: '已读',
    readDone: '已标为已读。',
    noAlert: '没有未读的提醒。',
    noAlerts: '还没有提醒。保存检索后，新结果出现在这里。',
    searches: '已存检索',
    name: '名称',
    terms: '检索内容',
    unreadCount: '未读',
    saved: '保存时间',
    act: '办理',
    remove: '删除',
    removeText: '删除这条检索及其提醒。',
    removed: '已删除。',
    noSearch: '还没有保存过检索。填写下面的表格，保存第一条。',
    add: '保存一次检索',
    save: '保存',
    saveDone: '已保存，有新结果时提醒您。',
    nameMissing: '请起个名称。',
    q: '找什么',
    qMissing: '请写要找什么。',
    kind: '在哪里找',
    zone: '示范区',
    county: '县区',
    field: '技术领域',
  },
  {
    title: 'Saved searches and alerts',
    lead: 'Save a search; each new hit is told once.',
    workbench: 'Workbench',
    alerts: 'Alerts',
    unread: 'Unread only',
    all: 'All',
    what: 'New hit',
    by: 'Of the search',
    at: 'Found',
    state: 'State',
    read: 'Mark as read',
    readAt: 'Read',
    readDone: 'Marked as read.',
    noAlert: 'No unread alert.',
    noAlerts: 'No alert yet. New hits of saved searches appear here.',
    searches: 'Saved searches',
    name: 'Name',
    terms: 'Searched for',
    unreadCount: 'Unread',
    saved: 'Saved',
    act: 'Act',
    remove: 'Delete',
    removeText: 'Deletes the search and its alerts.',
    removed: 'Deleted.',
    noSearch: 'No search saved yet. Fill in the form below.',
    add: 'Save a search',
    save: 'Save',
    saveDone: 'Saved; you will be told of new hits.',
    nameMissing: 'Give it a name.',
    q: 'Look for',
    qMissing: 'Say what you look for.',
    kind: 'Among',
    zone: 'Zone (optional)',
    county: 'County (optional)',
    field: 'Field (optional)',
  },
);

const pageOf: Readonly<Record<string, string>> = {
  achievements: '/achievements/',
  demands: '/demands/',
  listings: '/listings/',
  institutions: '/organizations/',
  policies: '/policies?id=',
};

export function Component() {
  const t = useWords(words);
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Alerts />
      <Searches />
      <Section title={t.add}>
        <SaveForm />
      </Section>
    </Page>
  );
}

function Alerts() {
  const t = useWords(words);
  const done = useDone();
  const [params, setParams] = useSearchParams();
  const all = params.get('alerts') === 'all';
  const query = { limit: 20, ...(!all && { unread: 'yes' as const }) };
  const alerts = api.useInfiniteQuery('get', '/v1/search-alerts', { params: { query } }, byCursor);
  const read = api.useMutation('post', '/v1/search-alerts/{id}/reading');
  const columns: Column<SearchAlert>[] = [
    {
      key: 'what',
      title: t.what,
      render: ({ kind, subjectId, title }) => <Link to={`${pageOf[kind] ?? '/search?q='}${subjectId}`}>{title}</Link>,
    },
    { key: 'by', title: t.by, render: ({ savedSearchName }) => savedSearchName },
    { key: 'at', title: t.at, render: ({ foundAt }) => <Instant value={foundAt} /> },
    {
      key: 'state',
      title: t.state,
      render: ({ id, readAt, title }) =>
        readAt === null ? (
          <Button onClick={() => void done(read.mutateAsync({ params: { path: { id } } }), t.readDone)}>
            {t.read}
            <span className="visually-hidden">：{title}</span>
          </Button>
        ) : (
          t.readAt
        ),
    },
  ];
  const pressed = (on: boolean) => ({ type: on ? ('primary' as const) : ('default' as const), 'aria-pressed': on });
  return (
    <Section title={t.alerts}>
      <div className="kinds" role="group" aria-label={t.alerts}>
        <Button {...pressed(!all)} onClick={() => setParams({})}>
          {t.unread}
        </Button>
        <Button {...pressed(all)} onClick={() => setParams({ alerts: 'all' })}>
          {t.all}
        </Button>
      </div>
      <PagedTable caption={t.alerts} query={alerts} columns={columns} empty={all ? t.noAlerts : t.noAlert} />
    </Section>
  );
}

function Searches() {
  const t = useWords(words);
  const done = useDone();
  const { language } = useSettings();
  const searches = api.useInfiniteQuery('get', '/v1/saved-searches', { params: { query: { limit: 20 } } }, byCursor);
  const remove = api.useMutation('delete', '/v1/saved-searches/{id}');
  const addressOf = ({ q, kind, filters }: Saved): string =>
    `/search?${new URLSearchParams([['q', q], ['kind', kind], ...filters.map(({ name, value }) => [name, value])] as [string, string][]).toString()}`;
  const columns: Column<Saved>[] = [
    { key: 'name', title: t.name, render: (saved) => <Link to={addressOf(saved)}>{saved.name}</Link> },
    {
      key: 'terms',
      title: t.terms,
      render: ({ q, kind }) => `${q}（${codeText(searchKind, kind, language)}）`,
    },
    { key: 'unread', title: t.unreadCount, numeric: true, render: ({ unread }) => unread },
    { key: 'saved', title: t.saved, render: ({ createdAt }) => <Instant value={createdAt} /> },
    {
      key: 'act',
      title: t.act,
      render: ({ id, name }) => (
        <DialogForm
          button={t.remove}
          title={t.remove}
          about={name}
          onSubmit={() => done(remove.mutateAsync({ params: { path: { id } } }), t.removed)}
        >
          <p>{t.removeText}</p>
        </DialogForm>
      ),
    },
  ];
  return (
    <Section title={t.searches}>
      <PagedTable caption={t.searches} query={searches} columns={columns} empty={t.noSearch} />
    </Section>
  );
}

function SaveForm() {
  const t = useWords(words);
  const done = useDone();
  const [params] = useSearchParams();
  const zones = useZones();
  const counties = useCounties();
  // Of people nobody keeps alerts: a name would outlast its consent.
  const kinds = useChoices(searchKind).filter(({ value }) => value !== 'brokers' && value !== 'experts');
  const save = api.useMutation('post', '/v1/saved-searches');
  const q = params.get('q') ?? undefined;
  const kind = kinds.find(({ value }) => value === params.get('kind'))?.value ?? 'achievements';
  return (
    <ApiForm<Schemas['SaveSearchDto']>
      submit={t.save}
      initial={{ kind: kind as Schemas['SaveSearchDto']['kind'], ...(q && { q, name: q.slice(0, 40) }) }}
      onSubmit={(given) => {
        const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
        return done(save.mutateAsync({ body: filled as unknown as Schemas['SaveSearchDto'] }), t.saveDone);
      }}
    >
      <Form.Item name="name" label={t.name} rules={[{ required: true, message: t.nameMissing }]}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="q" label={t.q} rules={[{ required: true, message: t.qMissing }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={t.kind} rules={[{ required: true }]}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="zone" label={t.zone}>
        <Select options={zones} allowClear />
      </Form.Item>
      <Form.Item name="county" label={t.county}>
        <Select options={counties} allowClear />
      </Form.Item>
      <Form.Item name="field" label={t.field}>
        <Input maxLength={40} />
      </Form.Item>
    </ApiForm>
  );
}
