import { Alert, Button, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { achievementKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { achievementWords, UseFields, WhatFields, type AchievementDraft } from './achievement-fields.tsx';

type Achievement = Schemas['FullAchievementView'];
type Content = Omit<AchievementDraft, 'inventors'>;

const words = bilingual(
  {
    register: '入库',
    registerTitle: '登记进入成果信息库',
    registerText: '入库以后可以发布和挂牌。成果登记号由科技主管部门审核成果登记后编发，另行申请。',
    kind: '成果类型',
    kindMissing: '请选择成果类型。',
    registered: '已入库。',
    publish: '发布',
    published: '已发布，正在撮合。',
    advice: '已发布。把介绍写得更清楚，能得到更多对接：',
    example: '例如：',
    withdraw: '撤回',
    withdrawTitle: '撤回这项成果',
    withdrawText: '撤回后不再公开，也不参与撮合；公开过的可以重新发布。',
    withdrawn: '已撤回。',
    amend: '修改',
    amended: '已保存。',
    save: '保存',
    list: '挂牌',
    file: '申请成果登记号',
    procedure: '发起转化流程',
    plan: '起草奖酬方案',
  },
  {
    register: 'Enter into the library',
    registerTitle: 'Enter into the library of achievements',
    registerText: 'Then it can be published and listed. The bureau issues the number when it has reviewed the form.',
    kind: 'Type',
    kindMissing: 'Choose a type.',
    registered: 'Entered.',
    publish: 'Publish',
    published: 'Published; matching has begun.',
    advice: 'Published. A clearer description finds more:',
    example: 'e.g. ',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw this achievement',
    withdrawText: 'It is no longer public nor matched; it can be published again.',
    withdrawn: 'Withdrawn.',
    amend: 'Amend',
    amended: 'Saved.',
    save: 'Save',
    list: 'List it',
    file: 'Apply for a number',
    procedure: 'Begin a transfer',
    plan: 'Draft a reward plan',
  },
);

/** What the owner can do with an achievement now: the next step first. */
export function AchievementActions({ achievement }: { readonly achievement: Achievement }) {
  const t = useWords(words);
  const { id, state } = achievement;
  const path = { params: { path: { id } } };
  const done = useDone();
  const publish = api.useMutation('post', '/v1/achievements/{id}/publication');
  const withdraw = api.useMutation('post', '/v1/achievements/{id}/withdrawal');
  const offered = state === 'registered' || state === 'published';
  return (
    <>
      {publish.data && publish.data.advice.length > 0 && <Advice advice={publish.data.advice} />}
      {publish.error && <ProblemNotice error={publish.error} />}
      <div className="form-foot">
        {(state === 'disclosed' || state === 'collected') && <Register id={id} title={achievement.title} />}
        {(state === 'registered' || state === 'collected' || state === 'withdrawn') && (
          <Button
            type="primary"
            loading={publish.isPending}
            onClick={() => void done(publish.mutateAsync(path), t.published).catch(() => undefined)}
          >
            {t.publish}
          </Button>
        )}
        {state !== 'transferred' && <Amend achievement={achievement} />}
        {state !== 'withdrawn' && state !== 'transferred' && (
          <DialogForm
            button={t.withdraw}
            title={t.withdrawTitle}
            onSubmit={() => done(withdraw.mutateAsync(path), t.withdrawn)}
          >
            <p>{t.withdrawText}</p>
          </DialogForm>
        )}
      </div>
      <ul className="hit-line links">
        {offered && (
          <li>
            <Link to={`/workbench/listings/new?achievement=${id}`}>{t.list}</Link>
          </li>
        )}
        {state !== 'withdrawn' && (
          <>
            <li>
              <Link to={`/workbench/achievement-registrations/new?achievement=${id}`}>{t.file}</Link>
            </li>
            <li>
              <Link to={`/workbench/transfer-procedures/new?achievement=${id}`}>{t.procedure}</Link>
            </li>
          </>
        )}
        <li>
          <Link to={`/workbench/reward-plans/new?achievement=${id}`}>{t.plan}</Link>
        </li>
      </ul>
    </>
  );
}

function Register({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useWords(words);
  const done = useDone();
  const kinds = useChoices(achievementKind);
  const register = api.useMutation('post', '/v1/achievements/{id}/registration');
  return (
    <DialogForm<Schemas['RegisterAchievementDto']>
      button={t.register}
      about={title}
      title={t.registerTitle}
      primary
      onSubmit={(body) => done(register.mutateAsync({ params: { path: { id } }, body }), t.registered)}
    >
      <p>{t.registerText}</p>
      <Form.Item name="kind" label={t.kind} rules={[{ required: true, message: t.kindMissing }]}>
        <Select options={kinds} />
      </Form.Item>
    </DialogForm>
  );
}

function Amend({ achievement }: { readonly achievement: Achievement }) {
  const t = useWords(words);
  const f = useWords(achievementWords);
  const done = useDone();
  const amend = api.useMutation('patch', '/v1/achievements/{id}');
  const { id, version, disclosure, price, ...content } = achievement;
  const initial = filled({
    title: content.title,
    summary: content.summary,
    field: content.field,
    keywords: content.keywords,
    readinessLevel: content.readinessLevel,
    farmStage: content.farmStage,
    countyCode: content.countyCode,
    zoneCode: content.zoneCode,
    transferModes: content.transferModes,
    priceYuan: price?.yuan,
    detail: disclosure?.detail,
    contact: disclosure?.contact,
  }) as Partial<Content>;
  return (
    <DialogForm<Content>
      button={t.amend}
      about={achievement.title}
      title={t.amend}
      submit={t.save}
      initial={initial}
      onSubmit={(values) =>
        done(
          amend.mutateAsync({
            params: { path: { id }, header: { 'If-Match': `"${version}"` } },
            body: filled(values),
          }),
          t.amended,
        )
      }
    >
      <WhatFields />
      <UseFields />
      <Form.Item name="detail" label={f.detail}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="contact" label={f.contact}>
        <Input maxLength={200} />
      </Form.Item>
    </DialogForm>
  );
}

function Advice({ advice }: { readonly advice: readonly Schemas['DescriptionAdviceView'][] }) {
  const t = useWords(words);
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t.advice}
      description={
        <ul>
          {advice.map(({ part, text, example }) => (
            <li key={part}>
              {text}
              <br />
              <span className="fine">
                {t.example}
                {example}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
