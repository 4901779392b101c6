import { Checkbox, Form, Input } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { deliveryState, milestoneProgress, planState } from '../../text/codes/deal-room.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ReasonedAct } from '../../ui/act.tsx';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';
import { useContractSide } from './contract-side.ts';

type Plan = Schemas['MilestonePlanView'];
type Milestone = Plan['milestones'][number];
type PartyRole = Plan['proposedBy'];

const words = bilingual(
  {
    title: '里程碑与验收',
    lead: '一方提出计划，对方同意后照此履行；卖方交付，买方验收或说明原因退回。',
    contract: '合同',
    empty: '还没有里程碑计划。任何一方都可以提出。',
    plan: '里程碑计划',
    propose: '提出计划',
    proposed: '计划已送达对方。',
    milestone: (serial: number) => `第 ${serial} 个里程碑`,
    name: '名称',
    deliverable: '交付内容',
    due: '期限',
    amount: '金额（元）',
    money: '应为元，至多两位小数，例如 300000。',
    missing: '请填写。',
    add: '再加一个',
    remove: '删除',
    escrow: '使用托管台账（只记账，不收钱）',
    agree: '同意计划',
    agreeText: '同意后双方照此履行。',
    agreed: '已同意。',
    refuse: '不同意',
    withdraw: '撤回计划',
    reason: '原因',
    answered: '已答复。',
    accepted: '已验收',
    deliver: '提交交付',
    description: '交付说明',
    delivered: '已提交，等待买方验收。',
    accept: '验收通过',
    acceptText: '验收通过后不能撤回。',
    passed: '已验收。',
    giveBack: '退回',
    bySilence: '逾期未答复，视为通过',
    by: '答复期限',
  },
  {
    title: 'Milestones and acceptance',
    lead: 'One side proposes, the other agrees; the seller delivers, the buyer accepts or says why not.',
    contract: 'Contract',
    empty: 'No plan yet. Either side may propose one.',
    plan: 'Plan',
    propose: 'Propose a plan',
    proposed: 'The other side has the plan.',
    milestone: (serial) => `Milestone ${serial}`,
    name: 'Title',
    deliverable: 'Deliverable',
    due: 'Due',
    amount: 'Amount (yuan)',
    money: 'Yuan with at most two decimals, e.g. 300000.',
    missing: 'Fill this in.',
    add: 'Add one',
    remove: 'Remove',
    escrow: 'With an escrow record (a record only, no money)',
    agree: 'Agree',
    agreeText: 'Both sides perform by this plan.',
    agreed: 'Agreed.',
    refuse: 'Decline',
    withdraw: 'Withdraw',
    reason: 'Reason',
    answered: 'Answered.',
    accepted: 'accepted',
    deliver: 'Deliver',
    description: 'What is delivered',
    delivered: 'Delivered; the buyer’s acceptance is awaited.',
    accept: 'Accept',
    acceptText: 'This cannot be undone.',
    passed: 'Accepted.',
    giveBack: 'Return',
    bySilence: 'accepted by silence',
    by: 'Answer by',
  },
);

const yuan = /^\d{1,13}(\.\d{1,2})?$/;

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const path = { path: { id } };
  const { contract, side } = useContractSide(id);
  const plans = api.useQuery('get', '/v1/contracts/{id}/milestone-plans', {
    params: { ...path, query: { limit: 100 } },
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: contract?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}
      actions={side && contract?.state === 'effective' && <Propose contractId={id} />}
    >
      <QueryView query={plans}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.empty}</p>}
            {items.map((plan) => (
              <PlanSection key={plan.id} plan={plan} side={side} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function PlanSection({ plan, side }: { readonly plan: Plan; readonly side: PartyRole | null }) {
  const t = useWords(words);
  return (
    <Section title={t.plan} actions={<StateTag codes={planState} value={plan.state} />}>
      {plan.reason && (
        <p>
          {t.reason}：{plan.reason}
        </p>
      )}
      <ol className="hits">
        {plan.milestones.map((milestone) => (
          <li key={milestone.id}>
            <h3>
              {milestone.title} <StateTag codes={milestoneProgress} value={milestone.progress} />
            </h3>
            <p>{milestone.deliverable}</p>
            <p className="hit-line">
              <span>
                {t.due} <Day value={milestone.dueOn} />
              </span>
              <Money value={milestone.amount} />
              <span>
                {t.accepted} <Money value={milestone.accepted} />
              </span>
            </p>
            {plan.state === 'agreed' && <Deliveries milestone={milestone} side={side} />}
          </li>
        ))}
      </ol>
      {plan.state === 'proposed' && side && <PlanAnswer plan={plan} ours={plan.proposedBy === side} />}
    </Section>
  );
}

function PlanAnswer({ plan, ours }: { readonly plan: Plan; readonly ours: boolean }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: plan.id } };
  const agree = api.useMutation('post', '/v1/milestone-plans/{id}/agreement');
  const refuse = api.useMutation('post', '/v1/milestone-plans/{id}/refusal');
  const withdraw = api.useMutation('post', '/v1/milestone-plans/{id}/withdrawal');
  if (ours) {
    return (
      <ReasonedAct button={t.withdraw} said={t.answered} work={(body) => withdraw.mutateAsync({ params, body })} />
    );
  }
  return (
    <div className="form-foot">
      <DialogForm<object>
        primary
        button={t.agree}
        title={t.agree}
        onSubmit={() => done(agree.mutateAsync({ params }), t.agreed)}
      >
        <p>{t.agreeText}</p>
      </DialogForm>
      <ReasonedAct button={t.refuse} said={t.answered} work={(body) => refuse.mutateAsync({ params, body })} />
    </div>
  );
}

function Deliveries({ milestone, side }: { readonly milestone: Milestone; readonly side: PartyRole | null }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: milestone.id } };
  const deliveries = api.useQuery('get', '/v1/milestones/{id}/deliveries', { params });
  const deliver = api.useMutation('post', '/v1/milestones/{id}/deliveries');
  return (
    <>
      <ul>
        {deliveries.data?.items.map((delivery) => (
          <li key={delivery.id}>
            <StateTag codes={deliveryState} value={delivery.state} /> {delivery.description}，
            <Money value={delivery.amount} />，<Instant value={delivery.submittedAt} />
            {delivery.bySilence && `（${t.bySilence}）`}
            {delivery.reason && `，${t.reason}：${delivery.reason}`}
            {delivery.state === 'submitted' && delivery.answerBy && (
              <>
                ，{t.by} <Day value={delivery.answerBy.slice(0, 10)} />
              </>
            )}
            {side === 'buyer' && delivery.state === 'submitted' && <Acceptance delivery={delivery} />}
          </li>
        ))}
      </ul>
      {side === 'seller' && milestone.progress !== 'accepted' && (
        <DialogForm<Schemas['DeliveryDto']>
          button={t.deliver}
          about={milestone.title}
          title={`${t.deliver}：${milestone.title}`}
          onSubmit={(body) => done(deliver.mutateAsync({ params, body }), t.delivered)}
        >
          <Form.Item name="description" label={t.description} rules={[{ required: true, message: t.missing }]}>
            <Input.TextArea maxLength={1000} />
          </Form.Item>
          <Form.Item name="amountYuan" label={t.amount} rules={[{ required: true, pattern: yuan, message: t.money }]}>
            <Input inputMode="decimal" />
          </Form.Item>
        </DialogForm>
      )}
    </>
  );
}

function Acceptance({ delivery }: { readonly delivery: Schemas['DeliveryView'] }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: delivery.id } };
  const accept = api.useMutation('post', '/v1/deliveries/{id}/acceptance');
  const giveBack = api.useMutation('post', '/v1/deliveries/{id}/return');
  return (
    <div className="form-foot">
      <DialogForm<object>
        primary
        button={t.accept}
        about={delivery.description}
        title={t.accept}
        onSubmit={() => done(accept.mutateAsync({ params }), t.passed)}
      >
        <p>{t.acceptText}</p>
      </DialogForm>
      <ReasonedAct
        button={t.giveBack}
        about={delivery.description}
        said={t.answered}
        work={(body) => giveBack.mutateAsync({ params, body })}
      />
    </div>
  );
}

function Propose({ contractId }: { readonly contractId: string }) {
  const t = useWords(words);
  const done = useDone();
  const propose = api.useMutation('post', '/v1/contracts/{id}/milestone-plans');
  const required = [{ required: true, message: t.missing }];
  return (
    <DialogForm<Schemas['MilestonePlanDto']>
      primary
      button={t.propose}
      title={t.propose}
      initial={{ milestones: [{}] as never, withEscrow: false }}
      onSubmit={(body) => done(propose.mutateAsync({ params: { path: { id: contractId } }, body }), t.proposed)}
    >
      <RepeatedFields
        name="milestones"
        title={(n) => t.milestone(n)}
        remove={(n) => `${t.remove} ${t.milestone(n)}`}
        add={t.add}
        least={1}
      >
        {(name) => (
          <>
            <Form.Item name={[name, 'title']} label={t.name} rules={required}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name={[name, 'deliverable']} label={t.deliverable} rules={required}>
              <Input.TextArea maxLength={1000} />
            </Form.Item>
            <Form.Item name={[name, 'dueOn']} label={t.due} rules={required}>
              <DayField />
            </Form.Item>
            <Form.Item
              name={[name, 'amountYuan']}
              label={t.amount}
              rules={[{ required: true, pattern: yuan, message: t.money }]}
            >
              <Input inputMode="decimal" />
            </Form.Item>
          </>
        )}
      </RepeatedFields>
      <Form.Item name="withEscrow" valuePropName="checked">
        <Checkbox>{t.escrow}</Checkbox>
      </Form.Item>
    </DialogForm>
  );
}
