import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { claimOutcome, claimState } from '../../text/codes/evaluation.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct } from '../../ui/act.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CodeField, TextField } from '../../ui/fields.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementTitle } from '../research/achievement-choice.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { EvidenceTable } from './evidence-table.tsx';

type Claim = Schemas['ReadinessClaimView'];

const words = bilingual(
  {
    list: '成熟度申报',
    title: (level: number) => `申报 TRL ${level}`,
    facts: '申报',
    achievement: '成果',
    by: '申报单位',
    state: '状态',
    farming: '种植、养殖类',
    yes: '是',
    no: '否',
    version: '等级口径版本',
    reason: '决定的理由',
    pilot: '由中试阶段门产生',
    evidence: '逐级证据',
    documents: '附件',
    submit: '提交证据',
    submitted: '已提交，等待审定。',
    withdraw: '撤回申报',
    withdrawText: '撤回后不再审定，可以重新申报。',
    decide: '审定',
    outcome: '决定',
    grounds: '理由',
    decided: '已审定。认可的，成果的成熟度随之更新。',
  },
  {
    list: 'Readiness claims',
    title: (level) => `Claim of TRL ${level}`,
    facts: 'Claim',
    achievement: 'Achievement',
    by: 'Claimed by',
    state: 'State',
    farming: 'Of farming',
    yes: 'yes',
    no: 'no',
    version: 'Policy version',
    reason: 'Why so decided',
    pilot: 'From a gate of a pilot project',
    evidence: 'Evidence by level',
    documents: 'Documents',
    submit: 'Submit the evidence',
    submitted: 'Submitted for decision.',
    withdraw: 'Withdraw',
    withdrawText: 'It is no longer decided; you may claim again.',
    decide: 'Decide',
    outcome: 'Decision',
    grounds: 'Reason',
    decided: 'Decided; a proven level counts from now on.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const claim = api.useQuery('get', '/v1/readiness-claims/{id}', { params: { path: { id } } });
  return (
    <Page
      title={claim.data ? t.title(claim.data.level) : t.list}
      crumbs={[{ title: t.list, to: '/workbench/readiness-claims' }]}
    >
      <QueryView query={claim}>
        {(shown) => {
          const own = shown.organizationId === me.data?.organizationId;
          const drafting = own && shown.state === 'draft';
          return (
            <>
              <Section title={t.facts}>
                <Overview claim={shown} />
                {shown.state === 'submitted' && hasRole(me.data, 'reviewer') && !own && <Decide id={id} />}
              </Section>
              <Section title={t.documents}>
                <Attachments
                  subjectKind="readinessClaim"
                  subjectId={id}
                  {...(drafting && { kinds: ['readinessEvidence', 'testReport', 'userProof'] as const })}
                />
              </Section>
              <Section title={t.evidence}>
                <EvidenceTable evidence={shown.evidence} />
                {own && <OwnActs claim={shown} />}
              </Section>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

function Overview({ claim }: { readonly claim: Claim }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [
          t.achievement,
          <Link key="achievement" to={`/achievements/${claim.achievementId}/readiness`}>
            <AchievementTitle id={claim.achievementId} />
          </Link>,
        ],
        [t.by, <OrganizationName key="by" id={claim.organizationId} />],
        [t.state, <StateTag key="state" codes={claimState} value={claim.state} />],
        [t.farming, claim.farming ? t.yes : t.no],
        [t.pilot, claim.pilotGateId === null ? t.no : t.yes],
        [t.version, claim.policyVersion],
        ...(claim.decisionReason ? ([[t.reason, claim.decisionReason]] as const) : []),
      ]}
    />
  );
}

function OwnActs({ claim: { id, state, level } }: { readonly claim: Claim }) {
  const t = useWords(words);
  const params = { path: { id } };
  const submit = api.useMutation('post', '/v1/readiness-claims/{id}/submission');
  const withdraw = api.useMutation('post', '/v1/readiness-claims/{id}/withdrawal');
  return (
    <div className="form-foot">
      {state === 'draft' && (
        <FormAct<Schemas['SubmitReadinessClaimDto']>
          primary
          button={t.submit}
          said={t.submitted}
          initial={{ evidence: Array.from({ length: level }, (_none, index) => ({ level: index + 1 })) as never }}
          work={(body) => submit.mutateAsync({ params, body })}
        >
          <EvidenceFields subject={{ subjectKind: 'readinessClaim', subjectId: id }} levels={level} />
        </FormAct>
      )}
      {(state === 'draft' || state === 'submitted') && (
        <Act button={t.withdraw} text={t.withdrawText} work={() => withdraw.mutateAsync({ params })} />
      )}
    </div>
  );
}

function Decide({ id }: { readonly id: string }) {
  const t = useWords(words);
  const decide = api.useMutation('post', '/v1/readiness-claims/{id}/decision');
  return (
    <FormAct<Schemas['DecideReadinessClaimDto']>
      primary
      button={t.decide}
      said={t.decided}
      work={(body) => decide.mutateAsync({ params: { path: { id } }, body })}
    >
      <CodeField name="outcome" label={t.outcome} codes={claimOutcome} />
      <TextField name="reason" label={t.grounds} max={1000} long />
    </FormAct>
  );
}
