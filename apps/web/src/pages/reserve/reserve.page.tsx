import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import {
  reserveAnswer,
  reserveKind,
  reserveOutcome,
  reserveState,
  writeOffOutcome,
} from '../../text/codes/reserve.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CodeField, TextField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementTitle } from '../research/achievement-choice.tsx';
import { Placements } from './placements.tsx';

type Reserve = Schemas['ReserveDetailView'];

const words = bilingual(
  {
    list: '成果购买储备',
    facts: '储备',
    achievement: '成果',
    by: '成果单位',
    state: '状态',
    reason: '最近一步的理由或凭证',
    kind: '方式',
    purpose: '储备目的',
    price: '价格或期权费',
    exercise: '行权价',
    until: '行权期限',
    year: '预算年度',
    money: '账目',
    moneyLead: '批准 = 待支付 + 已支付 + 应收回 + 已收回 + 已释放',
    approved: '已批准',
    committed: '待支付',
    paid: '已支付、未收回',
    receivable: '应收回',
    recovered: '已收回',
    released: '已释放',
    surplus: '高于成本的收入（上缴财政）',
    decide: '审批',
    outcome: '决定',
    grounds: '理由或依据',
    answer: '答复是否同意',
    answerOf: '答复',
    pay: '记录付款',
    exercising: '行使期权并记录付款',
    document: '付款凭证号',
    withdraw: '撤回储备',
    writeOff: '提出核销',
    decideWriteOff: '审批核销',
  },
  {
    list: 'Purchase reserve',
    facts: 'Reserve',
    achievement: 'Achievement',
    by: 'Unit',
    state: 'State',
    reason: 'Reason or document of the last step',
    kind: 'Kind',
    purpose: 'Purpose',
    price: 'Price or option fee',
    exercise: 'Exercise price',
    until: 'Exercise by',
    year: 'Budget year',
    money: 'Money',
    moneyLead: 'approved = committed + paid + receivable + recovered + released',
    approved: 'Approved',
    committed: 'Committed',
    paid: 'Paid, not recovered',
    receivable: 'Receivable',
    recovered: 'Recovered',
    released: 'Released',
    surplus: 'Above cost (to the treasury)',
    decide: 'Decide',
    outcome: 'Decision',
    grounds: 'Reason',
    answer: 'Answer',
    answerOf: 'Answer',
    pay: 'Record the payment',
    exercising: 'Exercise and record the payment',
    document: 'Document',
    withdraw: 'Withdraw',
    writeOff: 'Propose to write off',
    decideWriteOff: 'Decide on the write-off',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const reserve = api.useQuery('get', '/v1/purchase-reserves/{id}', { params: { path: { id } } });
  return (
    <Page title={t.facts} crumbs={[{ title: t.list, to: '/workbench/purchase-reserves' }]}>
      <QueryView query={reserve}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Overview reserve={shown} />
              <Acts reserve={shown} />
            </Section>
            <Section title={t.money}>
              <p className="fine">{t.moneyLead}</p>
              <Facts
                items={(
                  ['approved', 'committed', 'paid', 'receivable', 'recovered', 'released', 'surplus'] as const
                ).map((bucket) => [t[bucket], <Money key={bucket} value={shown.money[bucket]} />])}
              />
            </Section>
            <Placements reserve={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ reserve: shown }: { readonly reserve: Reserve }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.achievement, <AchievementTitle key="achievement" id={shown.achievementId} />],
        [t.by, <OrganizationName key="by" id={shown.organizationId} />],
        [t.state, <StateTag key="state" codes={reserveState} value={shown.state} />],
        ...(shown.stateReason ? ([[t.reason, shown.stateReason]] as const) : []),
        [t.kind, <Code key="kind" codes={reserveKind} value={shown.kind} />],
        [t.purpose, shown.purpose],
        [t.price, <Money key="price" value={shown.price} />],
        ...(shown.kind === 'option'
          ? ([
              [t.exercise, <Money key="exercise" value={shown.exercisePrice} />],
              [t.until, <Day key="until" value={shown.optionUntil} />],
            ] as const)
          : []),
        [t.year, shown.fiscalYear],
      ]}
    />
  );
}

/** Each step is another person's; who may not take it is told why by the API. */
function Acts({ reserve }: { readonly reserve: Reserve }) {
  const t = useWords(words);
  const { data: me } = useMe();
  const { state } = reserve;
  const params = { path: { id: reserve.id } };
  const officer = hasRole(me, 'rewardOfficer');
  const deciding = hasRole(me, 'rewardOfficer', 'reviewer');
  const decide = api.useMutation('post', '/v1/purchase-reserves/{id}/decision');
  const answer = api.useMutation('post', '/v1/purchase-reserves/{id}/answer');
  const decideWriteOff = api.useMutation('post', '/v1/purchase-reserves/{id}/write-off/decision');
  return (
    <div className="form-foot">
      {state === 'proposed' && deciding && (
        <FormAct<Schemas['DecideReserveDto']>
          primary
          button={t.decide}
          work={(body) => decide.mutateAsync({ params, body })}
        >
          <CodeField name="outcome" label={t.outcome} codes={reserveOutcome} />
          <TextField name="reason" label={t.grounds} max={1000} long />
        </FormAct>
      )}
      {state === 'approved' && reserve.organizationId === me?.organizationId && (
        <FormAct<Schemas['AnswerReserveDto']>
          primary
          button={t.answer}
          work={(body) => answer.mutateAsync({ params, body })}
        >
          <CodeField name="answer" label={t.answerOf} codes={reserveAnswer} />
          <TextField name="reason" label={t.grounds} max={1000} long />
        </FormAct>
      )}
      {state === 'writeOffProposed' && deciding && (
        <FormAct<Schemas['DecideWriteOffDto']>
          primary
          button={t.decideWriteOff}
          work={(body) => decideWriteOff.mutateAsync({ params, body })}
        >
          <CodeField name="outcome" label={t.outcome} codes={writeOffOutcome} />
          <TextField name="reason" label={t.grounds} max={1000} long />
        </FormAct>
      )}
      {officer && <OfficerActs reserve={reserve} />}
    </div>
  );
}

function OfficerActs({ reserve: { id, state } }: { readonly reserve: Reserve }) {
  const t = useWords(words);
  const params = { path: { id } };
  const pay = api.useMutation('post', '/v1/purchase-reserves/{id}/payment');
  const exercise = api.useMutation('post', '/v1/purchase-reserves/{id}/exercise');
  const withdraw = api.useMutation('post', '/v1/purchase-reserves/{id}/withdrawal');
  const writeOff = api.useMutation('post', '/v1/purchase-reserves/{id}/write-off');
  return (
    <>
      {state === 'accepted' && (
        <FormAct<Schemas['PayReserveDto']> primary button={t.pay} work={(body) => pay.mutateAsync({ params, body })}>
          <TextField name="documentNumber" label={t.document} max={100} />
        </FormAct>
      )}
      {state === 'optioned' && (
        <FormAct<Schemas['PayReserveDto']>
          primary
          button={t.exercising}
          work={(body) => exercise.mutateAsync({ params, body })}
        >
          <TextField name="documentNumber" label={t.document} max={100} />
        </FormAct>
      )}
      {(state === 'proposed' || state === 'approved' || state === 'accepted') && (
        <ReasonedAct button={t.withdraw} work={(body) => withdraw.mutateAsync({ params, body })} />
      )}
      {state === 'held' && <ReasonedAct button={t.writeOff} work={(body) => writeOff.mutateAsync({ params, body })} />}
    </>
  );
}
