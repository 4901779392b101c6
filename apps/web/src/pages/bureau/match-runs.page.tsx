import { Form, Input, Radio } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { matchModelState, matchRunReason, matchRunScope, matchRunState } from '../../text/codes/work.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import { decimals } from './decimals.ts';
import './bureau.css';

type Run = Schemas['MatchRunView'];
type Model = Schemas['MatchModelView'];

const words = bilingual(
  {
    title: '撮合运行与模型',
    lead: '每夜自动重新撮合；换了模型也会重算。模型只有重放成绩不低于出厂模型的，才能使用。',
    workbench: '我的工作台',
    runs: '重新撮合',
    request: '发起重新撮合',
    requested: '已发起，进度见下表。',
    scope: '范围',
    scopeMissing: '请选择范围。',
    reason: '起因',
    state: '状态',
    progress: '进度',
    at: '发起时间',
    ended: '结束',
    error: '出错原因',
    noRun: '还没有运行过。',
    models: '模型',
    version: '版本',
    base: '在此之上',
    trained: '学习的答复数',
    score: '重放成绩 NDCG',
    reference: '出厂模型成绩',
    weights: '权重',
    act: '办理',
    activate: '使用这一版',
    rollback: '恢复出厂模型',
    why: '理由',
    whyMissing: '请写明理由。',
    switched: '已切换，随后自动重算。',
    noModel: '还没有学得的模型，使用出厂模型。',
    onlyAdmin: '发起和切换由系统管理员办理。',
  },
  {
    title: 'Match runs and models',
    lead: 'Matching is done anew every night and after a model was switched. A model is used only if its replay is no worse.',
    workbench: 'Workbench',
    runs: 'Runs',
    request: 'Request a run',
    requested: 'Requested; its progress is below.',
    scope: 'Scope',
    scopeMissing: 'Choose a scope.',
    reason: 'Cause',
    state: 'State',
    progress: 'Progress',
    at: 'Requested',
    ended: 'Ended',
    error: 'Fault',
    noRun: 'No run yet.',
    models: 'Models',
    version: 'Version',
    base: 'Built on',
    trained: 'Answers learned from',
    score: 'Replayed NDCG',
    reference: 'NDCG of the built-in model',
    weights: 'Weights',
    act: 'Act',
    activate: 'Use this one',
    rollback: 'Back to the built-in model',
    why: 'Reason',
    whyMissing: 'Give the reason.',
    switched: 'Switched; everything is matched anew.',
    noModel: 'Nothing learned yet; the built-in model is used.',
    onlyAdmin: 'The system administrator requests and switches.',
  },
);

const isOpen = ({ state }: Run): boolean => state === 'queued' || state === 'running';

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const admin = hasRole(me.data, 'systemAdmin');
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      {!admin && <p>{t.onlyAdmin}</p>}
      <Runs admin={admin} />
      <Models admin={admin} />
    </Page>
  );
}

function Runs({ admin }: { readonly admin: boolean }) {
  const t = useWords(words);
  const runs = api.useInfiniteQuery(
    'get',
    '/v1/match-runs',
    { params: { query: { limit: 20 } } },
    {
      ...byCursor,
      refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isOpen)) ? 1_500 : false),
    },
  );
  const columns: Column<Run>[] = [
    { key: 'at', title: t.at, render: ({ createdAt }) => <Instant value={createdAt} /> },
    { key: 'scope', title: t.scope, render: ({ scope }) => <Code codes={matchRunScope} value={scope} /> },
    { key: 'reason', title: t.reason, render: ({ reason }) => <Code codes={matchRunReason} value={reason} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={matchRunState} value={state} /> },
    {
      key: 'progress',
      title: t.progress,
      render: (run) =>
        isOpen(run) ? (
          <WorkProgress label={t.progress} done={run.done} total={run.total || null} />
        ) : (
          `${run.done} / ${run.total}`
        ),
    },
    { key: 'ended', title: t.ended, render: ({ endedAt }) => <Instant value={endedAt} /> },
    { key: 'error', title: t.error, render: ({ error }) => error ?? '—' },
  ];
  return (
    <Section title={t.runs} actions={admin && <RequestRun />}>
      <PagedTable caption={t.runs} query={runs} columns={columns} empty={t.noRun} />
    </Section>
  );
}

function RequestRun() {
  const t = useWords(words);
  const done = useDone();
  const scopes = useChoices(matchRunScope);
  const request = api.useMutation('post', '/v1/match-runs');
  return (
    <DialogForm<Schemas['RequestMatchRunDto']>
      button={t.request}
      title={t.request}
      primary
      initial={{ scope: 'incremental' }}
      onSubmit={(body) => done(request.mutateAsync({ body }), t.requested)}
    >
      <Form.Item name="scope" label={t.scope} rules={[{ required: true, message: t.scopeMissing }]}>
        <Radio.Group options={scopes} />
      </Form.Item>
    </DialogForm>
  );
}

function Models({ admin }: { readonly admin: boolean }) {
  const t = useWords(words);
  const done = useDone();
  const models = api.useInfiniteQuery('get', '/v1/match-models', { params: { query: { limit: 20 } } }, byCursor);
  const activate = api.useMutation('post', '/v1/match-models/{id}/activation');
  const rollback = api.useMutation('post', '/v1/match-model-rollbacks');
  const columns: Column<Model>[] = [
    { key: 'version', title: t.version, render: ({ version }) => version },
    { key: 'base', title: t.base, render: ({ baseVersion }) => baseVersion },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={matchModelState} value={state} /> },
    { key: 'trained', title: t.trained, numeric: true, render: ({ trainedOn }) => trainedOn },
    { key: 'score', title: t.score, numeric: true, render: ({ ndcg }) => decimals(ndcg, 4) },
    { key: 'reference', title: t.reference, numeric: true, render: ({ referenceNdcg }) => decimals(referenceNdcg, 4) },
    {
      key: 'weights',
      title: t.weights,
      render: ({ weights }) => weights.map(({ name, weight }) => `${name} ${weight}`).join('；'),
    },
    ...(admin
      ? [
          {
            key: 'act',
            title: t.act,
            render: ({ id, state, version }: Model) =>
              state === 'active' || state === 'refused' ? (
                '—'
              ) : (
                <Switch
                  button={t.activate}
                  about={version}
                  onSubmit={(body) => done(activate.mutateAsync({ params: { path: { id } }, body }), t.switched)}
                />
              ),
          },
        ]
      : []),
  ];
  const anyActive = models.data?.pages.some(({ items }) => items.some(({ state }) => state === 'active')) ?? false;
  return (
    <Section
      title={t.models}
      actions={
        admin &&
        anyActive && (
          <Switch button={t.rollback} onSubmit={(body) => done(rollback.mutateAsync({ body }), t.switched)} />
        )
      }
    >
      <PagedTable caption={t.models} query={models} columns={columns} empty={t.noModel} />
    </Section>
  );
}

function Switch(props: {
  readonly button: string;
  readonly about?: string;
  readonly onSubmit: (body: Schemas['SwitchMatchModelDto']) => Promise<unknown>;
}) {
  const t = useWords(words);
  return (
    <DialogForm<Schemas['SwitchMatchModelDto']> {...props} title={props.button}>
      <Form.Item name="reason" label={t.why} rules={[{ required: true, message: t.whyMissing }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}
