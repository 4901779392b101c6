import './broker.css';
import { useState } from 'react';
import { Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { disabledReason, endpointState } from '../../text/codes/webhook.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { SecretOnce } from './secret-once.tsx';

const words = bilingual(
  {
    title: '事件推送',
    lead: '有变化时由市场推送到本单位的系统，不必反复来读。每条都签名，失败会重试约 75 小时。',
    workbench: '我的工作台',
    mine: '推送地址',
    catalogue: '事件目录',
    create: '登记推送地址',
    created: '推送地址已登记',
    secret: '签名密钥',
    url: '接收地址',
    urlHelp: 'https 地址；市场会先检查它不在内部网络。',
    urlWrong: '请填写以 https:// 开头的地址。',
    description: '说明',
    descriptionMissing: '请写一句说明，便于自己辨认。',
    types: '要推送的事件（不选为全部）',
    all: '全部事件',
    count: (count: number) => `${count} 种事件`,
    state: '状态',
    since: '登记时间',
    empty: '还没有推送地址。登记一个，再试发一次，看对方是否收到。',
  },
  {
    title: 'Webhooks',
    lead: 'The market tells your system what changed. Each message is signed, and tried again for about 75 hours.',
    workbench: 'Workbench',
    mine: 'Endpoints',
    catalogue: 'Events',
    create: 'Add an endpoint',
    created: 'The endpoint is added',
    secret: 'Signing secret',
    url: 'Address',
    urlHelp: 'An https address outside of internal networks.',
    urlWrong: 'Give an address that begins with https://.',
    description: 'Description',
    descriptionMissing: 'Describe it in a few words.',
    types: 'Events (none: all)',
    all: 'All events',
    count: (count) => `${count} events`,
    state: 'State',
    since: 'Added',
    empty: 'No endpoint yet. Add one, then send a test.',
  },
);

export function Component() {
  const t = useWords(words);
  const [made, setMade] = useState<Schemas['WebhookSecretView'] | null>(null);
  const query = api.useInfiniteQuery('get', '/v1/webhook-endpoints', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['WebhookEndpointView']>[] = [
    {
      key: 'description',
      title: t.description,
      render: ({ id, description }) => <Link to={`/workbench/webhooks/${id}`}>{description}</Link>,
    },
    { key: 'url', title: t.url, render: ({ url }) => <code className="secret">{url}</code> },
    {
      key: 'types',
      title: t.types,
      render: ({ eventTypes }) => (eventTypes.length === 0 ? t.all : t.count(eventTypes.length)),
    },
    {
      key: 'state',
      title: t.state,
      render: ({ state, disabledReason: why }) => (
        <>
          <StateTag codes={endpointState} value={state} /> {why && <Code codes={disabledReason} value={why} />}
        </>
      ),
    },
    { key: 'since', title: t.since, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Create onMade={setMade} />
          <Link to="/workbench/event-types">{t.catalogue}</Link>
        </>
      }
    >
      {made && <SecretOnce title={t.secret} secret={made.secret} onHide={() => setMade(null)} />}
      <Section title={t.mine}>
        <PagedTable caption={t.mine} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Create({ onMade }: { readonly onMade: (made: Schemas['WebhookSecretView']) => void }) {
  const t = useWords(words);
  const done = useDone();
  const create = api.useMutation('post', '/v1/webhook-endpoints');
  const types = api.useQuery('get', '/v1/event-types', {}, { staleTime: Infinity }).data?.items ?? [];
  return (
    <DialogForm<Schemas['CreateWebhookDto']>
      primary
      button={t.create}
      title={t.create}
      initial={{ eventTypes: [] }}
      onSubmit={async (body) => {
        const made = await create.mutateAsync({ body });
        await done(Promise.resolve(), t.created);
        onMade(made);
      }}
    >
      <Form.Item
        name="url"
        label={t.url}
        extra={t.urlHelp}
        rules={[{ required: true, pattern: /^https?:\/\/[!-~]{3,1900}$/, message: t.urlWrong }]}
      >
        <Input inputMode="url" autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={t.description} rules={[{ required: true, message: t.descriptionMissing }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="eventTypes" label={t.types}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={types.map(({ type, title }) => ({ value: type, label: `${title}（${type}）` }))}
        />
      </Form.Item>
    </DialogForm>
  );
}
