import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { rightEvent, rightKind, rightStanding, verificationSource } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ChoiceField, CodeField, DayItem, TextField, TickField } from '../../ui/fields.tsx';
import { Day, Instant } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useAttachmentChoices } from '../../ui/uploaded.ts';
import { AchievementField, AchievementTitle } from '../research/achievement-choice.tsx';
import { CoOwnership } from './co-ownership.tsx';
import { DisposalCheck } from './disposal-check.tsx';
import { Overlays } from './overlays.tsx';
import { RightConsents } from './right-consents.tsx';

type Right = Schemas['RightInFullView'];

const words = bilingual(
  {
    list: '知识产权登记簿',
    facts: '权利',
    kind: '种类',
    number: '号码',
    standing: '权利现状',
    filed: '申请日或完成日',
    granted: '授权或登记日',
    until: '期限的最后一日',
    achievement: '所保护的成果',
    none: '没有关联成果',
    fees: '年费',
    feeOverdue: '年费处于滞纳期',
    toFees: '年费、开放许可、申报专利事件',
    yes: '是',
    no: '否',
    link: '关联成果',
    event: '申报状态变化',
    what: '变化',
    on: '发生日期（不填为今天）',
    basis: '依据（文书名称、文号、日期）',
    verify: '核对登记',
    verified: '核对',
    verifyHelp: '由登记人以外的第二人，依据证书、登记簿副本或官方查询结果核对。',
    source: '所依据的材料',
    agrees: '与登记一致',
    differs: '与登记不一致',
    note: '说明',
    document: '材料（先在下面上传）',
    notVerified: '还没有核对',
    documents: '证明材料',
  },
  {
    list: 'Register of rights',
    facts: 'Right',
    kind: 'Kind',
    number: 'Number',
    standing: 'Standing',
    filed: 'Filed or completed',
    granted: 'Granted',
    until: 'Last day of its term',
    achievement: 'Achievement it protects',
    none: 'none',
    fees: 'Annual fees',
    feeOverdue: 'Annual fee overdue',
    toFees: 'Annual fees, open licence, events',
    yes: 'yes',
    no: 'no',
    link: 'Link an achievement',
    event: 'Report an event',
    what: 'Event',
    on: 'On (empty: today)',
    basis: 'Basis (document, number, date)',
    verify: 'Verify',
    verified: 'Verification',
    verifyHelp: 'By a second person, from the certificate, a copy of the register or an official query.',
    source: 'From',
    agrees: 'agrees with the register',
    differs: 'differs from the register',
    note: 'Note',
    document: 'Document (upload it below first)',
    notVerified: 'not verified yet',
    documents: 'Documents',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const { data: me } = useMe();
  const right = api.useQuery('get', '/v1/rights/{id}', { params: { path: { id } } });
  return (
    <Page title={right.data?.title ?? t.facts} crumbs={[{ title: t.list, to: '/workbench/rights' }]}>
      <QueryView query={right}>
        {(shown) => {
          const own = shown.organizationId === me?.organizationId;
          const office = hasRole(me, 'registrar', 'reviewer');
          return (
            <>
              <Section title={t.facts}>
                <Overview right={shown} />
                <div className="form-foot">
                  {own && <OwnActs right={shown} />}
                  {(own || office) && <Verify id={id} />}
                </div>
              </Section>
              <Overlays right={shown} own={own} />
              <CoOwnership right={shown} own={own} />
              <RightConsents rightId={id} own={own} />
              <DisposalCheck rightId={id} />
              <Section title={t.documents}>
                <Attachments
                  subjectKind="right"
                  subjectId={id}
                  {...((own || office) && { kinds: ['rightCertificate', 'paperConsent', 'other'] as const })}
                />
              </Section>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

const isPatent = ({ kind }: Pick<Right, 'kind'>): boolean => kind.endsWith('Patent');

function Overview({ right: shown }: { readonly right: Right }) {
  const t = useWords(words);
  const { verification } = shown;
  return (
    <>
      <Facts
        items={[
          [t.kind, <Code key="kind" codes={rightKind} value={shown.kind} />],
          [t.number, shown.number],
          [t.standing, <StateTag key="standing" codes={rightStanding} value={shown.standing} />],
          [t.filed, <Day key="filed" value={shown.filedOn} />],
          [t.granted, <Day key="granted" value={shown.grantedOn} />],
          [t.until, <Day key="until" value={shown.expiresOn} />],
          [
            t.achievement,
            shown.achievementId ? (
              <Link key="achievement" to={`/workbench/achievements/${shown.achievementId}`}>
                <AchievementTitle id={shown.achievementId} />
              </Link>
            ) : (
              t.none
            ),
          ],
          ...(isPatent(shown) ? ([[t.feeOverdue, shown.feeOverdue ? t.yes : t.no]] as const) : []),
          [
            t.verified,
            verification ? (
              <span key="verified">
                <Code codes={verificationSource} value={verification.source} />，
                {verification.agrees ? t.agrees : t.differs}，<Instant value={verification.verifiedAt} />
              </span>
            ) : (
              t.notVerified
            ),
          ],
        ]}
      />
      {isPatent(shown) && <Link to={`/workbench/patents/${shown.id}`}>{t.toFees}</Link>}
    </>
  );
}

function OwnActs({ right }: { readonly right: Right }) {
  const t = useWords(words);
  const { id, version } = right;
  const link = api.useMutation('patch', '/v1/rights/{id}');
  const amendPatent = api.useMutation('patch', '/v1/patents/{id}');
  const report = api.useMutation('post', '/v1/rights/{id}/legal-events');
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return (
    <>
      <FormAct<{ achievementId: string }>
        button={t.link}
        work={(body) => (isPatent(right) ? amendPatent : link).mutateAsync({ params, body })}
      >
        <AchievementField />
      </FormAct>
      {!isPatent(right) && (
        <FormAct<Schemas['ReportRightEventDto']>
          button={t.event}
          work={(body) => report.mutateAsync({ params: { path: { id } }, body })}
        >
          <CodeField name="event" label={t.what} codes={rightEvent} />
          <DayItem name="occurredOn" label={t.on} optional />
          <TextField name="reason" label={t.basis} />
        </FormAct>
      )}
    </>
  );
}

function Verify({ id }: { readonly id: string }) {
  const t = useWords(words);
  const verify = api.useMutation('post', '/v1/rights/{id}/verifications');
  const documents = useAttachmentChoices({ subjectKind: 'right', subjectId: id });
  return (
    <FormAct<Schemas['VerifyRightDto']>
      button={t.verify}
      initial={{ agrees: true }}
      work={(body) => verify.mutateAsync({ params: { path: { id } }, body: { ...body, agrees: body.agrees === true } })}
    >
      <p>{t.verifyHelp}</p>
      <CodeField name="source" label={t.source} codes={verificationSource} />
      <TickField name="agrees" label={t.agrees} />
      <TextField name="note" label={t.note} optional />
      <ChoiceField name="evidenceId" label={t.document} choices={documents} />
    </FormAct>
  );
}
