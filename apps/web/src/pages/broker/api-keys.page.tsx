import './broker.css';
import { useState } from 'react';
import { Form, Input, InputNumber, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SecretOnce } from './secret-once.tsx';

type Key = Schemas['ApiKeyView'];

const words = bilingual(
  {
    title: 'API 密钥',
    lead: '让本单位的系统代表您读写市场数据。密钥只做您允许的事，到期自动失效，同时至多两个，便于更换。',
    workbench: '我的工作台',
    mine: '有效的密钥',
    create: '创建密钥',
    created: (name: string) => `密钥「${name}」已创建`,
    name: '用途',
    nameHelp: '写给自己看，例如：撮合工作台',
    nameMissing: '请填写用途。',
    scopes: '权限范围',
    scopesHelp: '只选用得到的；「读」不能改任何内容。',
    scopesMissing: '请至少选择一项权限。',
    life: '有效天数',
    lifeMissing: '请填写有效天数。',
    addresses: '只能从这些地址使用',
    addressesHelp: '填 IP 或网段后按回车，例如 203.0.113.0/24；不填为不限。',
    read: (title: string) => `${title}：读`,
    write: (title: string) => `${title}：读写`,
    hint: '开头',
    expires: '失效时间',
    used: '最近使用',
    never: '未使用',
    anywhere: '不限地址',
    from: (addresses: string) => `限 ${addresses}`,
    act: '操作',
    revoke: '作废',
    revokeText: '作废后，用这个密钥的系统立即被拒绝，不能恢复。',
    revoked: '密钥已作废。',
    empty: '还没有密钥。创建一个，就可以用程序读写；先看说明也好。',
    limits: '频率上限',
    limitKey: '每个密钥每小时 5,000 次，其中写入每分钟 80 次。超出时答复 429，按 Retry-After 指明的秒数后重试。',
    more: '怎样使用',
    reference: '接口文档',
    document: 'OpenAPI 文件',
    events: '事件目录',
    header: '请求头写 Authorization: Bearer <密钥>；写入带 Idempotency-Key，断线重试不会重复。',
  },
  {
    title: 'API keys',
    lead: 'Lets your systems act for you: only what you allow, for a time, at most two at once so that one can replace the other.',
    workbench: 'Workbench',
    mine: 'Keys in force',
    create: 'Create a key',
    created: (name) => `The key “${name}” is made`,
    name: 'What for',
    nameHelp: 'For yourself to recognize',
    nameMissing: 'Say what it is for.',
    scopes: 'Scopes',
    scopesHelp: 'Only what is needed; “read” changes nothing.',
    scopesMissing: 'Choose at least one.',
    life: 'Days in force',
    lifeMissing: 'Give the days.',
    addresses: 'Only from these addresses (optional)',
    addressesHelp: 'An IP address or range, then Enter, e.g. 203.0.113.0/24.',
    read: (title) => `${title}: read`,
    write: (title) => `${title}: read and write`,
    hint: 'Begins with',
    expires: 'Ends',
    used: 'Last used',
    never: 'never',
    anywhere: 'from anywhere',
    from: (addresses) => `from ${addresses}`,
    act: 'Act',
    revoke: 'Revoke',
    revokeText: 'Systems with this key are refused at once. It cannot be undone.',
    revoked: 'Revoked.',
    empty: 'No key yet. Create one to read and write by program.',
    limits: 'Limits',
    limitKey:
      '5,000 calls an hour for each key, of them 80 writes a minute. Beyond that: 429; wait as Retry-After says.',
    more: 'How to use it',
    reference: 'Reference',
    document: 'OpenAPI document',
    events: 'Events',
    header: 'Send Authorization: Bearer <key>; with Idempotency-Key a repeated write happens once.',
  },
);

export function Component() {
  const t = useWords(words);
  const [made, setMade] = useState<Schemas['NewApiKeyView'] | null>(null);
  const keys = api.useQuery('get', '/v1/api-keys');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Create onMade={setMade} />}
    >
      {made && <SecretOnce title={t.created(made.name)} secret={made.key} onHide={() => setMade(null)} />}
      <Section title={t.mine}>
        <QueryView query={keys}>{({ items }) => <Keys items={items} />}</QueryView>
      </Section>
      <Section title={t.more}>
        <p>{t.header}</p>
        <h3>{t.limits}</h3>
        <p>{t.limitKey}</p>
        <p className="form-foot">
          <a href="/reference">{t.reference}</a>
          <a href="/openapi.json">{t.document}</a>
          <Link to="/workbench/event-types">{t.events}</Link>
        </p>
      </Section>
    </Page>
  );
}

function Keys({ items }: { readonly items: readonly Key[] }) {
  const t = useWords(words);
  const columns: Column<Key>[] = [
    {
      key: 'name',
      title: t.name,
      render: ({ name, addresses }) => (
        <>
          {name}
          <br />
          <span className="fine">{addresses.length === 0 ? t.anywhere : t.from(addresses.join('、'))}</span>
        </>
      ),
    },
    { key: 'hint', title: t.hint, render: ({ hint }) => <code>{hint}</code> },
    { key: 'scopes', title: t.scopes, render: ({ scopes }) => scopes.join('、') },
    { key: 'expires', title: t.expires, render: ({ expiresAt }) => <Instant value={expiresAt} /> },
    { key: 'used', title: t.used, render: ({ lastUsedAt }) => (lastUsedAt ? <Instant value={lastUsedAt} /> : t.never) },
    { key: 'act', title: t.act, render: ({ id, name }) => <Revoke id={id} name={name} /> },
  ];
  return <ListTable caption={t.mine} columns={columns} rows={items} rowKey={({ id }) => id} empty={t.empty} />;
}

function Revoke({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useWords(words);
  const done = useDone();
  const revoke = api.useMutation('delete', '/v1/api-keys/{id}');
  return (
    <DialogForm<object>
      button={t.revoke}
      about={name}
      title={`${t.revoke}：${name}`}
      onSubmit={() => done(revoke.mutateAsync({ params: { path: { id } } }), t.revoked)}
    >
      <p>{t.revokeText}</p>
    </DialogForm>
  );
}

function Create({ onMade }: { readonly onMade: (made: Schemas['NewApiKeyView']) => void }) {
  const t = useWords(words);
  const done = useDone();
  const create = api.useMutation('post', '/v1/api-keys');
  const scopes = useScopeChoices();
  return (
    <DialogForm<Schemas['CreateApiKeyDto']>
      primary
      button={t.create}
      title={t.create}
      initial={{ lifeDays: 180 }}
      onSubmit={async (body) => {
        const made = await create.mutateAsync({ body });
        await done(Promise.resolve(), t.created(made.name));
        onMade(made);
      }}
    >
      <Form.Item name="name" label={t.name} extra={t.nameHelp} rules={[{ required: true, message: t.nameMissing }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={t.scopes}
        extra={t.scopesHelp}
        rules={[{ required: true, message: t.scopesMissing }]}
      >
        <Select mode="multiple" options={scopes} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name="lifeDays" label={t.life} rules={[{ required: true, message: t.lifeMissing }]}>
        <InputNumber min={1} max={3660} precision={0} />
      </Form.Item>
      <Form.Item name="addresses" label={t.addresses} extra={t.addressesHelp}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', '，']} />
      </Form.Item>
    </DialogForm>
  );
}

/** Whole platforms first, by their names; then single objects, by their codes as the reference has them. */
function useScopeChoices(): { value: string; label: string }[] {
  const t = useWords(words);
  const known = api.useQuery('get', '/v1/api-keys/scopes', {}, { staleTime: Infinity }).data;
  const platforms = known?.platforms.map(({ scope, title }) => ({
    value: scope,
    label: scope.endsWith('.write') ? t.write(title) : t.read(title),
  }));
  return [...(platforms ?? []), ...(known?.items.map((scope) => ({ value: scope, label: scope })) ?? [])];
}
