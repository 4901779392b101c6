import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bypassState } from '../../text/codes/broker-life.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Case = Schemas['BypassCaseView'];

const words = bilingual(
  {
    list: '绕开中介线索',
    title: '绕开中介线索',
    found: '发现了什么',
    introduced: '引荐日期',
    signed: '合同订立日期',
    tail: '延续期最后一日',
    mandate: '看委托',
    same: '合同标的与引荐的成果相同',
    yes: '是',
    no: '否',
    law: '依据',
    agency: '服务机构',
    principal: '委托单位',
    counterpart: '对方单位',
    statements: '各方意见',
    noStatement: '还没有一方陈述意见。',
    state: '陈述意见',
    stateText: '意见（每家单位可以陈述一次）',
    stated: '已陈述。',
    decide: '认定',
    uphold: '属于绕开中介人',
    dismiss: '不属于',
    decided: '已认定。',
    reason: '认定的理由',
  },
  {
    list: 'Bypass findings',
    title: 'Bypass finding',
    found: 'What was found',
    introduced: 'Introduced on',
    signed: 'Signed on',
    tail: 'Tail ends on',
    mandate: 'See the mandate',
    same: 'Contract is about the introduced achievement',
    yes: 'Yes',
    no: 'No',
    law: 'Basis',
    agency: 'Agency',
    principal: 'Principal',
    counterpart: 'Other side',
    statements: 'What the sides say',
    noStatement: 'Nobody has said anything yet.',
    state: 'Say something to it',
    stateText: 'Statement (each organization once)',
    stated: 'Stated.',
    decide: 'Decide',
    uphold: 'It is a bypass',
    dismiss: 'It is not',
    decided: 'Decided.',
    reason: 'Reason of the decision',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const finding = api.useQuery('get', '/v1/bypass-findings/{id}', { params: { path: { id } } });
  return (
    <Page title={t.title} crumbs={[{ title: t.list, to: '/workbench/bypass-findings' }]}>
      <QueryView query={finding}>
        {(shown) => (
          <>
            <Section title={t.found} actions={<StateTag codes={bypassState} value={shown.state} />}>
              <p className="prose">{shown.words}</p>
              <Facts
                items={[
                  [t.agency, <OrganizationName key="agency" id={shown.agencyOrganizationId} />],
                  [t.principal, <OrganizationName key="principal" id={shown.principalOrganizationId} />],
                  [t.counterpart, <OrganizationName key="counterpart" id={shown.counterpartOrganizationId} />],
                  [t.introduced, <Day key="introduced" value={shown.introducedOn} />],
                  [t.signed, <Day key="signed" value={shown.signedOn} />],
                  [t.tail, <Day key="tail" value={shown.tailEndsOn} />],
                  [t.same, shown.sameAchievement ? t.yes : t.no],
                  [t.reason, shown.decisionReason],
                  [t.law, `${shown.article}：${shown.wording}`],
                ]}
              />
              <Link to={`/workbench/broker/mandates/${shown.mandateId}`}>{t.mandate}</Link>
            </Section>
            <Statements shown={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Statements({ shown }: { readonly shown: Case }) {
  const t = useWords(words);
  const me = useMe().data;
  const done = useDone();
  const params = { path: { id: shown.id } };
  const state = api.useMutation('post', '/v1/bypass-findings/{id}/statements');
  const decide = api.useMutation('post', '/v1/bypass-findings/{id}/decision');
  const sides = [shown.agencyOrganizationId, shown.principalOrganizationId, shown.counterpartOrganizationId];
  const heard = shown.statements.some(({ organizationId }) => organizationId === me?.organizationId);
  const open = shown.state === 'raised';
  return (
    <Section title={t.statements}>
      {shown.statements.length === 0 && <p className="empty">{t.noStatement}</p>}
      {shown.statements.map(({ organizationId, text, at }) => (
        <blockquote key={organizationId}>
          <OrganizationName id={organizationId} /> <Instant value={at} />
          <p className="prose">{text}</p>
        </blockquote>
      ))}
      <div className="form-foot">
        {open && !heard && me && sides.includes(me.organizationId) && (
          <Decision
            button={t.state}
            primary
            reasonName="text"
            reasonLabel={t.stateText}
            min={4}
            max={5000}
            onSubmit={(body) => done(state.mutateAsync({ params, body }), t.stated)}
          />
        )}
        {open && hasRole(me, 'reviewer') && (
          <Decision
            button={t.decide}
            primary
            min={4}
            max={5000}
            outcome={{
              name: 'decision',
              options: [
                { value: 'uphold', label: t.uphold },
                { value: 'dismiss', label: t.dismiss },
              ],
            }}
            onSubmit={(body) => done(decide.mutateAsync({ params, body }), t.decided)}
          />
        )}
      </div>
    </Section>
  );
}
