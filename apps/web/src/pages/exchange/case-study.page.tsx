import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { caseOutcome, caseState } from '../../text/codes/exchange.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CodeField, TextField } from '../../ui/fields.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CaseFields } from './case-fields.tsx';

type Case = Schemas['CaseStudyView'];

const words = bilingual(
  {
    list: '优秀案例',
    facts: '办理情况',
    state: '状态',
    parties: '合同当事人',
    consented: '已同意',
    waiting: '未答复',
    hash: '文字的摘要',
    check: '保密审查意见',
    reason: '理由',
    story: '经过',
    effect: '成效',
    submit: '定稿并请各方同意',
    submitted: '已定稿，等待各方同意。',
    consent: '同意公开',
    consentText: '同意的是这一版文字；改动后须重新同意。摘要：',
    decline: '不同意公开',
    examine: '保密审查',
    outcome: '结论',
    note: '审查意见',
    withdraw: '撤回案例或收回同意',
  },
  {
    list: 'Case studies',
    facts: 'Progress',
    state: 'State',
    parties: 'Parties',
    consented: 'consented',
    waiting: 'no answer yet',
    hash: 'Hash of the text',
    check: 'Secrecy check',
    reason: 'Reason',
    story: 'What happened',
    effect: 'What it brought',
    submit: 'Make it final, ask for consent',
    submitted: 'Final; the parties are asked.',
    consent: 'Consent',
    consentText: 'You consent to this very text; a change asks again. Hash:',
    decline: 'Refuse',
    examine: 'Check for secrets',
    outcome: 'Result',
    note: 'Note',
    withdraw: 'Withdraw it, or the consent',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const study = api.useQuery('get', '/v1/case-studies/{id}', { params: { path: { id } } });
  return (
    <Page title={study.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/workbench/case-studies' }]}>
      <QueryView query={study}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Progress study={shown} />
              <Acts study={shown} />
            </Section>
            <Section title={t.story}>
              <p className="prose">{shown.story}</p>
            </Section>
            <Section title={t.effect}>
              <p className="prose">{shown.effect}</p>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Progress({ study }: { readonly study: Case }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.state, <StateTag key="state" codes={caseState} value={study.state} />],
        [
          t.parties,
          study.partyIds.map((id) => (
            <span key={id} className="line">
              <OrganizationName id={id} />（{study.consentedIds.includes(id) ? t.consented : t.waiting}）
            </span>
          )),
        ],
        [t.hash, <code key="hash">{study.textHash}</code>],
        ...(study.checkNote ? ([[t.check, study.checkNote]] as const) : []),
        ...(study.stateReason ? ([[t.reason, study.stateReason]] as const) : []),
      ]}
    />
  );
}

function Acts({ study }: { readonly study: Case }) {
  const t = useWords(words);
  const { data: me } = useMe();
  const own = me?.organizationId ?? '';
  const params = { path: { id: study.id } };
  const submit = api.useMutation('post', '/v1/case-studies/{id}/submission');
  const check = api.useMutation('post', '/v1/case-studies/{id}/secrecy-check');
  const withdraw = api.useMutation('post', '/v1/case-studies/{id}/withdrawal');
  const { title, story, effect, state } = study;
  const party = study.partyIds.includes(own);
  return (
    <div className="form-foot">
      {state === 'draft' && study.organizationId === own && (
        <FormAct<Schemas['CaseTextDto']>
          primary
          button={t.submit}
          said={t.submitted}
          initial={{ title, story, effect }}
          work={(body) => submit.mutateAsync({ params, body })}
        >
          <CaseFields />
        </FormAct>
      )}
      {state === 'consenting' && party && !study.consentedIds.includes(own) && <Consent study={study} />}
      {state === 'checking' && hasRole(me, 'reviewer') && (
        <FormAct<Schemas['CheckCaseDto']>
          primary
          button={t.examine}
          work={(body) => check.mutateAsync({ params, body })}
        >
          <CodeField name="outcome" label={t.outcome} codes={caseOutcome} />
          <TextField name="note" label={t.note} max={1000} long />
        </FormAct>
      )}
      {state !== 'withdrawn' && (party || study.organizationId === own) && (
        <ReasonedAct button={t.withdraw} work={(body) => withdraw.mutateAsync({ params, body })} />
      )}
    </div>
  );
}

function Consent({ study }: { readonly study: Case }) {
  const t = useWords(words);
  const params = { path: { id: study.id } };
  const consent = api.useMutation('post', '/v1/case-studies/{id}/consent');
  const decline = api.useMutation('post', '/v1/case-studies/{id}/declination');
  return (
    <>
      <Act
        primary
        button={t.consent}
        text={
          <>
            {t.consentText} <code>{study.textHash}</code>
          </>
        }
        work={() => consent.mutateAsync({ params, body: { textHash: study.textHash } })}
      />
      <ReasonedAct button={t.decline} work={(body) => decline.mutateAsync({ params, body })} />
    </>
  );
}
