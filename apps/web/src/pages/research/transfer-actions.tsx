import { Form, Input, Select, Tag } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { pricingMethod } from '../../text/codes/achievement.codes.ts';
import { appraisal, stage as stageCodes, vote as voteCodes } from '../../text/codes/transfer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day } from '../../ui/figures.tsx';

type Procedure = Schemas['TransferProcedureDetailView'];

const words = bilingual(
  {
    vote: '表决',
    voted: '已表决。',
    opinion: '意见',
    pass: '通过本环节',
    passText: '进入下一环节；决策通过即公示。缺材料、表决或纪要的，会说明缺什么。',
    remark: '备注',
    passed: '已进入下一环节。',
    back: '退回',
    backTo: '退回到',
    backed: '已退回。',
    reason: '理由',
    price: '确定价格',
    priced: '价格和依据已记录。',
    method: '定价方式',
    yuan: '拟交易价格（元）',
    yuanWrong: '应为元，至多两位小数，例如 1200000。',
    basis: '定价依据',
    appraisal: '是否资产评估',
    appraisalReason: '评估结论，或不评估的理由',
    recuse: '本人回避',
    recused: '已登记回避。',
    minutes: '形成会议纪要',
    minuted: '纪要已形成，请参加人员签署。',
    heldOn: '会议日期',
    place: '会议地点',
    text: '纪要正文',
    reject: '不予转化',
    rejected: '已记录不予转化。',
    withdraw: '撤回或终止',
    withdrawn: '已撤回。',
    link: '关联合同',
    linked: '已关联。',
    contract: '合同',
    difference: '合同金额与决策价格不一致的原因',
    complete: '办结',
    outcome: '实施结果',
    completed: '流程已办结。',
    missing: '请填写这一项。',
    record: '会议纪要',
    sealed: '已封存',
    open: '等待签署',
    hash: '散列（SHA-256）',
    signatures: (names: string) => `已签署：${names}`,
    sign: '签署纪要',
    signText: '签署后不能更改；参加人员全部签署后纪要封存。',
    signed: '已签署。',
  },
  {
    vote: 'Vote',
    voted: 'Your vote is kept.',
    opinion: 'Opinion',
    pass: 'Pass this stage',
    passText: 'On to the next stage; a decision goes under notice. What is missing is told.',
    remark: 'Remark (optional)',
    passed: 'On to the next stage.',
    back: 'Send back',
    backTo: 'Back to',
    backed: 'Sent back.',
    reason: 'Reason',
    price: 'Set the price',
    priced: 'Price and basis are kept.',
    method: 'Pricing',
    yuan: 'Price (yuan)',
    yuanWrong: 'Yuan with at most two decimals, e.g. 1200000.',
    basis: 'Basis of the price',
    appraisal: 'Appraisal',
    appraisalReason: 'Its result, or why there is none',
    recuse: 'Recuse yourself',
    recused: 'Recusal kept.',
    minutes: 'Write the minutes',
    minuted: 'Written; all present sign them.',
    heldOn: 'Held on',
    place: 'Place',
    text: 'Text',
    reject: 'Reject',
    rejected: 'Rejected.',
    withdraw: 'Withdraw or abandon',
    withdrawn: 'Withdrawn.',
    link: 'Link the contract',
    linked: 'Linked.',
    contract: 'Contract',
    difference: 'Why the amount differs from the decided price',
    complete: 'Complete',
    outcome: 'Outcome',
    completed: 'Completed.',
    missing: 'Fill this in.',
    record: 'Minutes',
    sealed: 'sealed',
    open: 'being signed',
    hash: 'Digest (SHA-256)',
    signatures: (names) => `Signed: ${names}`,
    sign: 'Sign the minutes',
    signText: 'It cannot be changed; once all have signed the minutes are sealed.',
    signed: 'Signed.',
  },
);

/** Which of a stage's acts are offered; who may do them is the rule's affair, and a refusal says who. */
export function TransferActions({ procedure }: { readonly procedure: Procedure }) {
  const { state, id } = procedure;
  if (!(state in stageCodes)) return null;
  const decides = state !== 'publicity' && state !== 'implementation';
  return (
    <div className="form-foot">
      {state === 'evaluation' && <Pricing id={id} />}
      {decides && (
        <>
          <Vote id={id} />
          {rule(procedure)?.minutes && <WriteMinutes id={id} />}
          <Pass id={id} />
          <Reasoned id={id} act="recusals" />
          {state !== 'initiation' && (
            <>
              <SendBack id={id} state={state} />
              <Reasoned id={id} act="rejection" />
            </>
          )}
        </>
      )}
      {state === 'implementation' && (
        <>
          <LinkContract id={id} />
          <Complete id={id} />
        </>
      )}
      <Reasoned id={id} act="withdrawal" />
    </div>
  );
}

const rule = (procedure: Procedure) => procedure.stages.find(({ stage }) => stage === procedure.state);

function Vote({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const votes = useChoices(voteCodes).filter(({ value }) => value !== 'recused');
  const cast = api.useMutation('post', '/v1/transfer-procedures/{id}/votes');
  return (
    <DialogForm<Schemas['VoteDto']>
      primary
      button={t.vote}
      title={t.vote}
      onSubmit={(body) => done(cast.mutateAsync({ params: { path: { id } }, body }), t.voted)}
    >
      <Form.Item name="vote" label={t.vote} rules={[{ required: true, message: t.missing }]}>
        <Select options={votes} />
      </Form.Item>
      <Form.Item name="opinion" label={t.opinion} rules={[{ required: true, message: t.missing }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </DialogForm>
  );
}

function Pass({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const pass = api.useMutation('post', '/v1/transfer-procedures/{id}/passage');
  return (
    <DialogForm<Schemas['PassDto']>
      button={t.pass}
      title={t.pass}
      onSubmit={({ remark }) =>
        done(pass.mutateAsync({ params: { path: { id } }, body: remark ? { remark } : {} }), t.passed)
      }
    >
      <p>{t.passText}</p>
      <Form.Item name="remark" label={t.remark}>
        <Input maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}

function SendBack({ id, state }: { readonly id: string; readonly state: string }) {
  const t = useWords(words);
  const done = useDone();
  const all = useChoices(stageCodes);
  const earlier = all.slice(
    0,
    all.findIndex(({ value }) => value === state),
  );
  const back = api.useMutation('post', '/v1/transfer-procedures/{id}/returns');
  return (
    <DialogForm<Schemas['SendBackDto']>
      button={t.back}
      title={t.back}
      onSubmit={(body) => done(back.mutateAsync({ params: { path: { id } }, body }), t.backed)}
    >
      <Form.Item name="stage" label={t.backTo} rules={[{ required: true, message: t.missing }]}>
        <Select options={earlier} />
      </Form.Item>
      <Reason />
    </DialogForm>
  );
}

const Reason = () => {
  const t = useWords(words);
  return (
    <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.missing }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
    </Form.Item>
  );
};

function Reasoned({ id, act }: { readonly id: string; readonly act: 'recusals' | 'rejection' | 'withdrawal' }) {
  const t = useWords(words);
  const done = useDone();
  const mutation = api.useMutation('post', `/v1/transfer-procedures/{id}/${act}`);
  const [button, said] = {
    recusals: [t.recuse, t.recused] as const,
    rejection: [t.reject, t.rejected] as const,
    withdrawal: [t.withdraw, t.withdrawn] as const,
  }[act];
  return (
    <DialogForm<{ reason: string }>
      button={button}
      title={button}
      onSubmit={(body) => done(mutation.mutateAsync({ params: { path: { id } }, body }), said)}
    >
      <Reason />
    </DialogForm>
  );
}

function Pricing({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const [methods, appraisals] = [useChoices(pricingMethod), useChoices(appraisal)];
  const price = api.useMutation('post', '/v1/transfer-procedures/{id}/pricing');
  const required = [{ required: true, message: t.missing }];
  return (
    <DialogForm<Schemas['PricingDto']>
      button={t.price}
      title={t.price}
      onSubmit={(body) => done(price.mutateAsync({ params: { path: { id } }, body }), t.priced)}
    >
      <Form.Item name="method" label={t.method} rules={required}>
        <Select options={methods} />
      </Form.Item>
      <Form.Item
        name="priceYuan"
        label={t.yuan}
        rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.yuanWrong }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="basis" label={t.basis} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="appraisal" label={t.appraisal} rules={required}>
        <Select options={appraisals} />
      </Form.Item>
      <Form.Item name="appraisalReason" label={t.appraisalReason} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </DialogForm>
  );
}

function WriteMinutes({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const draft = api.useMutation('post', '/v1/transfer-procedures/{id}/minutes');
  const required = [{ required: true, message: t.missing }];
  return (
    <DialogForm<Schemas['DraftMinutesDto']>
      button={t.minutes}
      title={t.minutes}
      onSubmit={(body) => done(draft.mutateAsync({ params: { path: { id } }, body }), t.minuted)}
    >
      <Form.Item name="heldOn" label={t.heldOn} rules={required}>
        <DayField />
      </Form.Item>
      <Form.Item name="place" label={t.place} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="text" label={t.text} rules={required}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={20_000} />
      </Form.Item>
    </DialogForm>
  );
}

/** The minutes of a stage, who has signed them, and signing. */
export function MinutesPart(props: {
  readonly procedureId: string;
  readonly minutes: Schemas['MinutesView'];
  readonly open: boolean;
}) {
  const t = useWords(words);
  const done = useDone();
  const { minutes, procedureId } = props;
  const sign = api.useMutation('post', '/v1/transfer-procedures/{id}/minutes-signatures');
  return (
    <>
      <h4>
        {t.record} <Tag color={minutes.sealed ? 'green' : 'orange'}>{minutes.sealed ? t.sealed : t.open}</Tag>
      </h4>
      <p>
        <Day value={minutes.heldOn} /> {minutes.place}
      </p>
      <p className="prose">{minutes.text}</p>
      <p>{t.signatures(minutes.signatures.map(({ name }) => name).join('、'))}</p>
      <p className="fine">
        {t.hash}：<code>{minutes.contentHash}</code>
      </p>
      {props.open && !minutes.sealed && (
        <DialogForm
          primary
          button={t.sign}
          title={t.sign}
          onSubmit={() => {
            const body = { contentHash: minutes.contentHash };
            return done(sign.mutateAsync({ params: { path: { id: procedureId } }, body }), t.signed);
          }}
        >
          <p>{t.signText}</p>
        </DialogForm>
      )}
    </>
  );
}

function LinkContract({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const link = api.useMutation('post', '/v1/transfer-procedures/{id}/links');
  const contracts = api.useQuery('get', '/v1/contracts', { params: { query: { limit: 100 } } });
  return (
    <DialogForm<Schemas['LinkDto']>
      primary
      button={t.link}
      title={t.link}
      onSubmit={({ contractId, priceDifference }) => {
        const body = { ...(contractId && { contractId }), ...(priceDifference && { priceDifference }) };
        return done(link.mutateAsync({ params: { path: { id } }, body }), t.linked);
      }}
    >
      <Form.Item name="contractId" label={t.contract} rules={[{ required: true, message: t.missing }]}>
        <Select options={(contracts.data?.items ?? []).map((one) => ({ value: one.id, label: one.title }))} />
      </Form.Item>
      <Form.Item name="priceDifference" label={t.difference}>
        <Input maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}

function Complete({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const complete = api.useMutation('post', '/v1/transfer-procedures/{id}/completion');
  return (
    <DialogForm<Schemas['CompleteDto']>
      button={t.complete}
      title={t.complete}
      onSubmit={(body) => done(complete.mutateAsync({ params: { path: { id } }, body }), t.completed)}
    >
      <Form.Item name="outcome" label={t.outcome} rules={[{ required: true, message: t.missing }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
    </DialogForm>
  );
}
