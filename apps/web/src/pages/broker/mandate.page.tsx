import { Form, Input } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { mandateState, mandateSubject } from '../../text/codes/deal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { Commission } from './commission.tsx';
import { Fee } from './fee.tsx';
import { SubjectName } from './subject.tsx';

const words = bilingual(
  {
    title: '委托',
    mine: '我的委托',
    facts: '约定',
    subject: '委托标的',
    principal: '委托单位',
    agency: '服务机构',
    fee: '佣金',
    exclusive: '独家',
    yes: '是',
    no: '否',
    until: '委托期限至',
    tail: '尾款期最后一日',
    proposed: '提出时间',
    accepted: '接受时间',
    closed: '谢绝或终止原因',
    waiting: '等待委托单位接受。对方在工作台的「经纪委托」里办理。',
    commission: '佣金',
    end: '终止委托',
    endText: '终止后不再据此引荐；已引荐的对象在尾款期内成交的，仍按约定计佣。',
    reason: '原因',
    reasonMissing: '请说明原因，至少两个字。',
    ended: '委托已终止。',
    interest: '须告知的利害关系',
    noInterest: '没有申报的利害关系',
    conduct: '认定未告知利害关系',
    conductHelp: '认定后记入该经纪人的信用，本人可以申诉。',
    found: '已认定。',
  },
  {
    title: 'Mandate',
    mine: 'My mandates',
    facts: 'Terms',
    subject: 'Subject',
    principal: 'Principal',
    agency: 'Agency',
    fee: 'Commission',
    exclusive: 'Exclusive',
    yes: 'Yes',
    no: 'No',
    until: 'Until',
    tail: 'Tail ends on',
    proposed: 'Proposed',
    accepted: 'Accepted',
    closed: 'Reason of declining or ending',
    waiting: 'The principal has to accept, under “Mandates” of its workbench.',
    commission: 'Commission',
    end: 'End the mandate',
    endText: 'No more introductions on it; a deal within the tail is still paid for as agreed.',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    ended: 'Ended.',
    interest: 'Interest to be told',
    noInterest: 'None declared',
    conduct: 'Find an undeclared conflict',
    conductHelp: 'It enters the broker’s credit, and may be contested.',
    found: 'Found.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const officer = hasRole(useMe().data, 'reviewer');
  const query = api.useQuery('get', '/v1/mandates/{id}', { params: { path: { id } } });
  return (
    <Page
      title={t.title}
      crumbs={[{ title: t.mine, to: '/workbench/broker/mandates' }]}
      actions={
        <>
          {query.data?.state === 'accepted' && !officer && <End id={id} />}
          {officer && <Conduct id={id} />}
        </>
      }
    >
      <QueryView query={query}>
        {(mandate) => (
          <>
            <Section title={t.facts} actions={<StateTag codes={mandateState} value={mandate.state} />}>
              {mandate.state === 'proposed' && <p>{t.waiting}</p>}
              <Terms mandate={mandate} />
            </Section>
            <Section title={t.commission}>
              <Commission mandateId={id} />
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Terms({ mandate }: { readonly mandate: Schemas['MandateView'] }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [
          t.subject,
          <span key="subject">
            <Code codes={mandateSubject} value={mandate.subject.kind} />：<SubjectName subject={mandate.subject} />
          </span>,
        ],
        [t.principal, <OrganizationName key="principal" id={mandate.principalOrganizationId} />],
        [t.agency, <OrganizationName key="agency" id={mandate.agencyOrganizationId} />],
        [t.fee, <Fee key="fee" fee={mandate.fee} />],
        [t.exclusive, mandate.exclusive ? t.yes : t.no],
        [t.until, <Day key="until" value={mandate.expiresOn} />],
        [t.tail, <Day key="tail" value={mandate.tailEndsOn} />],
        [t.interest, mandate.interestNote ?? t.noInterest],
        [t.proposed, <Instant key="proposed" value={mandate.createdAt} />],
        [t.accepted, <Instant key="accepted" value={mandate.acceptedAt} />],
        ...(mandate.closeReason === null ? [] : [[t.closed, mandate.closeReason] as const]),
      ]}
    />
  );
}

function End({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const end = api.useMutation('post', '/v1/mandates/{id}/termination');
  return (
    <DialogForm<{ reason: string }>
      button={t.end}
      title={t.end}
      onSubmit={(body) => done(end.mutateAsync({ params: { path: { id } }, body }), t.ended)}
    >
      <p>{t.endText}</p>
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 2, message: t.reasonMissing }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}

/** The bureau's finding that a broker kept an interest from the principal. */
function Conduct({ id }: { readonly id: string }) {
  const t = useWords(words);
  const done = useDone();
  const find = api.useMutation('post', '/v1/mandates/{id}/conduct-finding');
  return (
    <Decision
      button={t.conduct}
      min={5}
      max={1000}
      onSubmit={(body) => done(find.mutateAsync({ params: { path: { id } }, body }), t.found)}
    >
      <p>{t.conductHelp}</p>
    </Decision>
  );
}
