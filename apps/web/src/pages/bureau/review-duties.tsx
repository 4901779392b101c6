import type { ReactNode } from 'react';
import { Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { reviewState } from '../../text/codes/reward.codes.ts';
import { codeText } from '../../text/codes/codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Section } from '../../ui/page.tsx';
import { ApprovalForm, TieForm } from './review-decisions.tsx';

type Review = Schemas['RewardReviewDetailView'];
type State = Review['state'];

const words = bilingual(
  {
    title: '办理',
    who: '由谁办理',
    officer: '奖补人员',
    another: '另一名奖补人员：开立或排名的人不能批准同一次评审',
    now: '现在可以办理',
    notYou: '现在可以办理，但不由您办理：请奖补人员办理。',
    notNow: (needed: string, now: string) => `现在不能办理：这一步在“${needed}”时办理，现在是“${now}”。`,
    freeze: '冻结名单，进入评分',
    freezeHelp: '年度结束、申报都审查完以后办理；之后名单和合计不再变化。',
    appoint: '指定评审专家',
    appointHelp: '有利害关系的，系统自动回避；每名候选对象至少要 3 份有效评分。',
    person: '人员编号',
    personWrong: '人员编号形如 0193f0a2-7c1e-7000-8000-000000000000，请向本人索取。',
    rank: '排名',
    rankHelp: '评分齐了以后办理；最后一名并列的，由评审组裁定。',
    tie: '记录评审组裁定',
    tieHelp: '并列者按评审组的决定排出先后。',
    publicize: '公示拟奖名单',
    publicizeHelp: '公示期内任何登录者都可以提出异议；期满无异议的，自动转为待批准。',
    approve: '批准',
    sendBack: '不批准，退回评审',
    approveHelp: '公示期满后办理。',
    complete: '办结（没有获奖者）',
    completeHelp: '没有获奖者时办理；有获奖者的，逐项支付后自动办结。',
    archive: '归档',
    archiveHelp: '全部支付以后办理；归档后任何改动都能查出。',
    void: '作废',
    voidHelp: '只能在接受申报时作废。',
    reason: '理由',
    reasonMissing: '请写明理由。',
    done: '已办理。',
  },
  {
    title: 'What can be done',
    who: 'Who acts',
    officer: 'A reward officer',
    another: 'Another reward officer: never whoever opened or ranked the same review',
    now: 'Can be done now',
    notYou: 'Can be done now, but not by you: ask a reward officer.',
    notNow: (needed, now) => `Not now: it belongs to “${needed}”; the review is at “${now}”.`,
    freeze: 'Freeze the list and begin scoring',
    freezeHelp: 'Once the year is over and every application is checked; nothing changes afterwards.',
    appoint: 'Appoint a panelist',
    appointHelp: 'Relations recuse by themselves; each candidate needs three sheets.',
    person: 'Number of the person',
    personWrong: 'Like 0193f0a2-7c1e-7000-8000-000000000000; ask the person for it.',
    rank: 'Rank',
    rankHelp: 'Once the sheets are in; a tie for the last place is decided by the panel.',
    tie: 'Record the panel’s decision',
    tieHelp: 'Puts the tied in order.',
    publicize: 'Publicize the list',
    publicizeHelp: 'Anybody signed in may object; without objection it goes on to approval by itself.',
    approve: 'Approve',
    sendBack: 'Refuse and send back',
    approveHelp: 'After the notice has ended.',
    complete: 'Complete (no award)',
    completeHelp: 'When there is no award; otherwise the last payment completes it.',
    archive: 'Archive',
    archiveHelp: 'After everything is paid; any later change would show.',
    void: 'Void',
    voidHelp: 'Only while applications are taken.',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    done: 'Done.',
  },
);

/** Every step of a review, in order: whether it can be done now, by whom, and why not. */
export function ReviewDuties({ review }: { readonly review: Review }) {
  const t = useWords(words);
  const { id } = review;
  const path = { params: { path: { id } } };
  const freeze = api.useMutation('post', '/v1/reward-reviews/{id}/snapshot');
  const rank = api.useMutation('post', '/v1/reward-reviews/{id}/ranking');
  const publicize = api.useMutation('post', '/v1/reward-reviews/{id}/publication');
  const sendBack = api.useMutation('post', '/v1/reward-reviews/{id}/return');
  const complete = api.useMutation('post', '/v1/reward-reviews/{id}/completion');
  const archive = api.useMutation('post', '/v1/reward-reviews/{id}/archive');
  const voiding = api.useMutation('post', '/v1/reward-reviews/{id}/void');
  const duty = { review };
  return (
    <Section title={t.title}>
      <ol className="duties">
        <Duty {...duty} at="collecting" title={t.freeze} help={t.freezeHelp}>
          <Act button={t.freeze} act={() => freeze.mutateAsync(path)} help={t.freezeHelp} />
        </Duty>
        <Duty {...duty} at="scoring" title={t.appoint} help={t.appointHelp}>
          <Appoint id={id} />
        </Duty>
        <Duty {...duty} at="scoring" title={t.rank} help={t.rankHelp}>
          <Act button={t.rank} act={() => rank.mutateAsync(path)} help={t.rankHelp} />
        </Duty>
        <Duty {...duty} at="tied" title={t.tie} help={t.tieHelp}>
          <TieForm review={review} />
        </Duty>
        <Duty {...duty} at="ranked" title={t.publicize} help={t.publicizeHelp}>
          <Act button={t.publicize} act={() => publicize.mutateAsync(path)} help={t.publicizeHelp} />
        </Duty>
        <Duty {...duty} at="awaitingApproval" title={t.approve} help={t.approveHelp} who={t.another}>
          <ApprovalForm review={review} />
          <Reasoned button={t.sendBack} act={(body) => sendBack.mutateAsync({ ...path, body })} />
        </Duty>
        <Duty {...duty} at="approved" title={t.complete} help={t.completeHelp}>
          <Act button={t.complete} act={() => complete.mutateAsync(path)} help={t.completeHelp} />
        </Duty>
        <Duty {...duty} at="paid" title={t.archive} help={t.archiveHelp}>
          <Act button={t.archive} act={() => archive.mutateAsync(path)} help={t.archiveHelp} />
        </Duty>
        <Duty {...duty} at="collecting" title={t.void} help={t.voidHelp}>
          <Reasoned button={t.void} act={(body) => voiding.mutateAsync({ ...path, body })} />
        </Duty>
      </ol>
    </Section>
  );
}

function Duty(props: {
  readonly review: Review;
  readonly at: State;
  readonly title: string;
  readonly help: string;
  readonly who?: string;
  readonly children: ReactNode;
}) {
  const t = useWords(words);
  const { language } = useSettings();
  const me = useMe();
  const { state } = props.review;
  const open = state === props.at;
  const mine = hasRole(me.data, 'rewardOfficer');
  const name = (one: State): string => codeText(reviewState, one, language);
  return (
    <li data-open={open && mine}>
      <h3>{props.title}</h3>
      <p className="fine">
        {t.who}：{props.who ?? t.officer}。{props.help}
      </p>
      <p>{!open ? t.notNow(name(props.at), name(state)) : mine ? t.now : t.notYou}</p>
      {open && mine && <div className="form-foot">{props.children}</div>}
    </li>
  );
}

function Act(props: { readonly button: string; readonly help: string; readonly act: () => Promise<unknown> }) {
  const t = useWords(words);
  const done = useDone();
  return (
    <DialogForm button={props.button} title={props.button} primary onSubmit={() => done(props.act(), t.done)}>
      <p>{props.help}</p>
    </DialogForm>
  );
}

function Reasoned(props: {
  readonly button: string;
  readonly act: (body: Schemas['ReviewReasonDto']) => Promise<unknown>;
}) {
  const t = useWords(words);
  const done = useDone();
  return (
    <DialogForm<Schemas['ReviewReasonDto']>
      button={props.button}
      title={props.button}
      onSubmit={(body) => done(props.act(body), t.done)}
    >
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </DialogForm>
  );
}

function Appoint({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const appoint = api.useMutation('post', '/v1/reward-reviews/{id}/panelists');
  return (
    <DialogForm<Schemas['AppointPanelistDto']>
      button={t.appoint}
      title={t.appoint}
      primary
      onSubmit={(body) => done(appoint.mutateAsync({ params: { path: { id } }, body }), t.done)}
    >
      <Form.Item
        name="personId"
        label={t.person}
        rules={[{ required: true, pattern: /^[0-9a-f-]{36}$/, message: t.personWrong }]}
      >
        <Input maxLength={36} />
      </Form.Item>
    </DialogForm>
  );
}
