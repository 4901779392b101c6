import { Form, Input } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { mandateState, mandateSubject } from '../../text/codes/deal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '经纪委托',
    lead: '经纪人提出的委托，由本单位接受或谢绝；接受后按约定计佣。',
    workbench: '我的工作台',
    empty: '没有经纪人向本单位提出委托。',
    subject: '委托标的',
    agency: '服务机构',
    fee: '佣金',
    percent: (percent: string) => `按成交额的 ${percent}%`,
    exclusive: '独家',
    yes: '是',
    no: '否',
    until: '委托期限至',
    tail: '尾款期最后一日',
    interest: '经纪人告知的利害关系',
    at: '提出时间',
    accept: '接受委托',
    acceptText: '接受后，在委托期和尾款期内成交的，须按约定支付佣金。',
    accepted: '已接受委托。',
    decline: '谢绝',
    reason: '原因',
    reasonMissing: '请说明原因。',
    declined: '已谢绝。',
    end: '终止委托',
    endText: '终止不影响尾款期：期内与该机构介绍的对方成交的，仍须付佣金（民法典第九百六十五条）。',
    ended: '委托已终止。',
    dual: '同意该机构同时代理双方',
    why: '原因',
    commission: '佣金明细',
    due: '应付佣金',
    noCommission: '还没有应付的佣金。',
  },
  {
    title: 'Mandates',
    lead: 'Offered by brokers; you accept or decline. A commission is due as agreed.',
    workbench: 'Workbench',
    empty: 'No broker has offered you a mandate.',
    subject: 'Subject',
    agency: 'Agency',
    fee: 'Commission',
    percent: (percent) => `${percent}% of the contract value`,
    exclusive: 'Exclusive',
    yes: 'Yes',
    no: 'No',
    until: 'Until',
    tail: 'Tail ends on',
    interest: 'Interest the broker tells of',
    at: 'Offered',
    accept: 'Accept',
    acceptText: 'A deal within the term or its tail makes the commission due.',
    accepted: 'Accepted.',
    decline: 'Decline',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    declined: 'Declined.',
    end: 'End the mandate',
    endText: 'The tail is not affected: a deal with whom they introduced still makes the commission due.',
    ended: 'Ended.',
    dual: 'Consent that this agency acts for both sides',
    why: 'Reason',
    commission: 'Commission',
    due: 'Due',
    noCommission: 'Nothing is due yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const mandates = api.useQuery('get', '/v1/mandates', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <QueryView query={mandates}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.empty}</p>
          ) : (
            <>
              {items.map((mandate) => (
                <Mandate key={mandate.id} mandate={mandate} />
              ))}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

/** 250 → 2.5, as text: no arithmetic on money. */
const percentOf = (basisPoints: number): string =>
  `${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`.replace(/\.?0+$/, '');

function Mandate({ mandate }: { readonly mandate: Schemas['MandateView'] }) {
  const t = useWords(words);
  const done = useDone();
  const path = { params: { path: { id: mandate.id } } };
  const accept = api.useMutation('post', '/v1/mandates/{id}/acceptance');
  const decline = api.useMutation('post', '/v1/mandates/{id}/refusal');
  const { fee } = mandate;
  return (
    <Section title={t.title} actions={<StateTag codes={mandateState} value={mandate.state} />}>
      <Facts
        items={[
          [t.subject, <Code key="subject" codes={mandateSubject} value={mandate.subject.kind} />],
          [t.agency, <OrganizationName key="agency" id={mandate.agencyOrganizationId} />],
          [t.fee, fee.amount ? <Money key="fee" value={fee.amount} /> : t.percent(percentOf(fee.basisPoints ?? 0))],
          [t.exclusive, mandate.exclusive ? t.yes : t.no],
          [t.until, <Day key="until" value={mandate.expiresOn} />],
          [t.tail, <Day key="tail" value={mandate.tailEndsOn} />],
          ...(mandate.interestNote ? ([[t.interest, mandate.interestNote]] as const) : []),
          [t.at, <Instant key="at" value={mandate.createdAt} />],
          ...(mandate.closeReason ? ([[t.why, mandate.closeReason]] as const) : []),
        ]}
      />
      {mandate.matchId && (mandate.state === 'proposed' || mandate.state === 'accepted') && (
        <p>
          <Link to={`/workbench/dual-agency-consent?match=${mandate.matchId}&agency=${mandate.agencyOrganizationId}`}>
            {t.dual}
          </Link>
        </p>
      )}
      {mandate.state === 'accepted' && <InForce mandate={mandate} />}
      {mandate.state === 'proposed' && (
        <div className="form-foot">
          <DialogForm<object>
            primary
            button={t.accept}
            title={t.accept}
            onSubmit={() => done(accept.mutateAsync(path), t.accepted)}
          >
            <p>{t.acceptText}</p>
          </DialogForm>
          <DialogForm<{ reason: string }>
            button={t.decline}
            title={t.decline}
            onSubmit={(body) => done(decline.mutateAsync({ ...path, body }), t.declined)}
          >
            <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
              <Input.TextArea maxLength={500} />
            </Form.Item>
          </DialogForm>
        </div>
      )}
    </Section>
  );
}

/** A mandate in force: what is owed on it, and its end. */
function InForce({ mandate }: { readonly mandate: Schemas['MandateView'] }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: mandate.id } };
  const commission = api.useQuery('get', '/v1/mandates/{id}/commission', { params });
  const end = api.useMutation('post', '/v1/mandates/{id}/termination');
  return (
    <>
      <h3>{t.commission}</h3>
      {commission.data?.items.length === 0 && <p className="empty">{t.noCommission}</p>}
      <ul>
        {commission.data?.items.map(({ contractId, title, due, reasons }, index) => (
          <li key={contractId ?? index}>
            {title ?? '—'}：{t.due} <Money value={due} />
            {reasons.length > 0 && `（${reasons.join('；')}）`}
          </li>
        ))}
      </ul>
      <DialogForm<{ reason: string }>
        button={t.end}
        title={t.end}
        onSubmit={(body) => done(end.mutateAsync({ params, body }), t.ended)}
      >
        <p>{t.endText}</p>
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
          <Input.TextArea maxLength={500} />
        </Form.Item>
      </DialogForm>
    </>
  );
}
