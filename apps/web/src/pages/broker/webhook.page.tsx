import './broker.css';
import { useState } from 'react';
import { Button, Select } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { attemptError, deliveryState, disabledReason, endpointState } from '../../text/codes/webhook.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SecretOnce } from './secret-once.tsx';

type Delivery = Schemas['WebhookDeliveryView'];

const words = bilingual(
  {
    hooks: '事件推送',
    endpoint: '推送地址',
    url: '接收地址',
    types: '推送的事件',
    all: '全部',
    state: '状态',
    why: '停用原因',
    failing: '自何时起失败',
    test: '试发一次',
    tested: '已排入发送，结果见推送记录。',
    disable: '停用',
    disabled: '已停用；期间的事件保留，启用后继续发送。',
    enable: '启用',
    enabled: '已启用，从停下的地方继续发送。',
    secrets: '更换签名密钥',
    secretsText: '新密钥只显示一次；24 小时内新旧密钥同时签名，便于切换。',
    secret: '新的签名密钥',
    remove: '删除',
    removeText: '删除后不再推送，推送记录也不再显示。',
    removed: '已删除。',
    deliveries: '推送记录',
    filter: '只看',
    refresh: '刷新',
    event: '事件',
    at: '产生时间',
    attempts: '已尝试',
    next: '下次尝试',
    act: '操作',
    replay: '重发',
    replayed: '已排入重发。',
    look: '看经过',
    close: '收起经过',
    empty: '还没有推送。试发一次，看对方是否收到。',
    log: '经过',
    no: '第几次',
    status: '答复',
    ms: '用时',
    answer: '答复内容',
  },
  {
    hooks: 'Webhooks',
    endpoint: 'Endpoint',
    url: 'Address',
    types: 'Events',
    all: 'All',
    state: 'State',
    why: 'Disabled because',
    failing: 'Failing since',
    test: 'Send a test',
    tested: 'Queued; see the deliveries.',
    disable: 'Disable',
    disabled: 'Disabled; what happens meanwhile is sent later.',
    enable: 'Enable',
    enabled: 'Enabled; it goes on where it stopped.',
    secrets: 'Replace the secret',
    secretsText: 'The new one is shown once; for 24 hours both sign.',
    secret: 'New signing secret',
    remove: 'Remove',
    removeText: 'Nothing more is sent, and its deliveries are no longer shown.',
    removed: 'Removed.',
    deliveries: 'Deliveries',
    filter: 'Only',
    refresh: 'Refresh',
    event: 'Event',
    at: 'Made',
    attempts: 'Attempts',
    next: 'Next attempt',
    act: 'Act',
    replay: 'Replay',
    replayed: 'Queued again.',
    look: 'Show attempts',
    close: 'Hide attempts',
    empty: 'Nothing sent yet. Send a test.',
    log: 'Attempts',
    no: 'No.',
    status: 'Answer',
    ms: 'Took',
    answer: 'Body',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const [secret, setSecret] = useState<string | null>(null);
  const query = api.useQuery('get', '/v1/webhook-endpoints/{id}', { params: { path: { id } } });
  return (
    <Page
      title={query.data?.description ?? t.endpoint}
      crumbs={[{ title: t.hooks, to: '/workbench/webhooks' }]}
      actions={query.data && <Actions endpoint={query.data} onSecret={setSecret} />}
    >
      {secret && <SecretOnce title={t.secret} secret={secret} onHide={() => setSecret(null)} />}
      <QueryView query={query}>
        {(endpoint) => (
          <Section title={t.endpoint} actions={<StateTag codes={endpointState} value={endpoint.state} />}>
            <Facts
              items={[
                [t.url, <code key="url">{endpoint.url}</code>],
                [t.types, endpoint.eventTypes.length === 0 ? t.all : endpoint.eventTypes.join('、')],
                [t.why, <Code key="why" codes={disabledReason} value={endpoint.disabledReason} />],
                [t.failing, <Instant key="failing" value={endpoint.failingSince} />],
              ]}
            />
          </Section>
        )}
      </QueryView>
      <Deliveries id={id} />
    </Page>
  );
}

function Actions(props: {
  readonly endpoint: Schemas['WebhookEndpointView'];
  readonly onSecret: (secret: string) => void;
}) {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const path = { params: { path: { id: props.endpoint.id } } };
  const test = api.useMutation('post', '/v1/webhook-endpoints/{id}/tests');
  const disable = api.useMutation('post', '/v1/webhook-endpoints/{id}/disablement');
  const enable = api.useMutation('post', '/v1/webhook-endpoints/{id}/enablement');
  const rotate = api.useMutation('post', '/v1/webhook-endpoints/{id}/secrets');
  const remove = api.useMutation('delete', '/v1/webhook-endpoints/{id}');
  const active = props.endpoint.state === 'active';
  const failure = test.error ?? disable.error ?? enable.error;
  const quiet = (work: Promise<unknown>, said: string): void => void done(work, said).catch(() => undefined);
  return (
    <>
      {failure && <ProblemNotice error={failure} />}
      {active && (
        <Button type="primary" loading={test.isPending} onClick={() => quiet(test.mutateAsync(path), t.tested)}>
          {t.test}
        </Button>
      )}
      {active ? (
        <Button onClick={() => quiet(disable.mutateAsync(path), t.disabled)}>{t.disable}</Button>
      ) : (
        <Button onClick={() => quiet(enable.mutateAsync(path), t.enabled)}>{t.enable}</Button>
      )}
      <DialogForm<object>
        button={t.secrets}
        title={t.secrets}
        onSubmit={async () => {
          const made = await rotate.mutateAsync(path);
          props.onSecret(made.secret);
        }}
      >
        <p>{t.secretsText}</p>
      </DialogForm>
      <DialogForm<object>
        button={t.remove}
        title={t.remove}
        onSubmit={async () => {
          await remove.mutateAsync(path);
          await navigate('/workbench/webhooks');
          await done(Promise.resolve(), t.removed);
        }}
      >
        <p>{t.removeText}</p>
      </DialogForm>
    </>
  );
}

function Deliveries({ id }: { readonly id: string }) {
  const t = useWords(words);
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<string | null>(null);
  const state = params.get('state') ?? undefined;
  const choices = useChoices(deliveryState);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/webhook-endpoints/{id}/deliveries',
    { params: { path: { id }, query: { limit: 20, ...(state && { state: state as Delivery['state'] }) } } },
    byCursor,
  );
  const columns: Column<Delivery>[] = [
    { key: 'event', title: t.event, render: ({ eventType }) => <code>{eventType}</code> },
    { key: 'at', title: t.at, render: ({ createdAt }) => <Instant value={createdAt} /> },
    { key: 'state', title: t.state, render: ({ state: now }) => <StateTag codes={deliveryState} value={now} /> },
    { key: 'attempts', title: t.attempts, numeric: true, render: ({ attempts }) => attempts },
    { key: 'next', title: t.next, render: ({ nextAttemptAt }) => <Instant value={nextAttemptAt} /> },
    {
      key: 'act',
      title: t.act,
      render: (delivery) => (
        <div className="form-foot">
          <Button
            aria-expanded={shown === delivery.id}
            onClick={() => setShown(shown === delivery.id ? null : delivery.id)}
          >
            {shown === delivery.id ? t.close : t.look}
            <span className="visually-hidden">：{delivery.eventType}</span>
          </Button>
          {delivery.state !== 'pending' && <Replay id={id} delivery={delivery} />}
        </div>
      ),
    },
  ];
  return (
    <Section title={t.deliveries} actions={<Button onClick={() => void query.refetch()}>{t.refresh}</Button>}>
      <p>
        <label htmlFor="delivery-state">{t.filter} </label>
        <Select
          id="delivery-state"
          allowClear
          style={{ minWidth: 180 }}
          value={state}
          options={choices}
          onChange={(value: string | undefined) => setParams(value ? { state: value } : {}, { replace: true })}
        />
      </p>
      <PagedTable caption={t.deliveries} query={query} columns={columns} empty={t.empty} />
      {shown && <Log id={id} deliveryId={shown} />}
    </Section>
  );
}

function Replay({ id, delivery }: { readonly id: string; readonly delivery: Delivery }) {
  const t = useWords(words);
  const done = useDone();
  const replay = api.useMutation('post', '/v1/webhook-endpoints/{id}/replays');
  return (
    <DialogForm<object>
      button={t.replay}
      about={delivery.eventType}
      title={`${t.replay}：${delivery.eventType}`}
      onSubmit={() =>
        done(replay.mutateAsync({ params: { path: { id } }, body: { deliveryId: delivery.id } }), t.replayed)
      }
    />
  );
}

function Log({ id, deliveryId }: { readonly id: string; readonly deliveryId: string }) {
  const t = useWords(words);
  const query = api.useQuery('get', '/v1/webhook-endpoints/{id}/deliveries/{deliveryId}', {
    params: { path: { id, deliveryId } },
  });
  const columns: Column<Schemas['WebhookAttemptView']>[] = [
    { key: 'no', title: t.no, numeric: true, render: ({ attempt }) => attempt },
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
    {
      key: 'status',
      title: t.status,
      render: ({ status, error }) => status ?? <Code codes={attemptError} value={error} />,
    },
    { key: 'ms', title: t.ms, numeric: true, render: ({ durationMs }) => `${durationMs} ms` },
    { key: 'answer', title: t.answer, render: ({ answer }) => <code className="secret">{answer || '—'}</code> },
  ];
  return (
    <>
      <h3>{t.log}</h3>
      <QueryView query={query}>
        {({ log }) => (
          <ListTable caption={t.log} columns={columns} rows={log} rowKey={({ id: attempt }) => attempt} empty="—" />
        )}
      </QueryView>
    </>
  );
}
