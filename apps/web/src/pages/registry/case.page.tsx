import { useParams } from 'react-router';
import { Button, Form, Input } from 'antd';
import { api, download, type Schemas } from '../../api/client.ts';
import { contractType, registrationHolder, registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Deadline, Instant, Money } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseCertificate } from './case-certificate.tsx';
import { CaseChanges } from './case-changes.tsx';
import { CaseContract } from './case-contract.tsx';
import { CaseDuplicates } from './case-duplicates.tsx';
import { CaseExperts } from './case-experts.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseObjections } from './case-objections.tsx';
import { useOfficerName } from './people.ts';
import './registry.css';

type Registration = Schemas['ContractRegistrationView'];

const words = bilingual(
  {
    queue: '合同认定登记：在办',
    registration: '登记申请',
    number: '平台编号',
    state: '状态',
    holder: '现由谁办理',
    due: '期限',
    rule: '适用规则',
    contractValue: '成交额',
    declared: '申报技术交易额',
    verified: '核定技术交易额',
    declaredType: '申报合同类型',
    verifiedType: '核定合同类型',
    place: '实施地',
    site: '实施地点',
    evidence: '落地证明',
    registrationNumber: '登记编号',
    reason: '核定理由',
    supplement: '需补正的内容',
    grounds: '不予登记的理由',
    repair: '如何改正',
    disputed: '有争议',
    imported: '技术进口合同',
    closing: '办结理由',
    yes: '是',
    no: '否',
    since: '自何时起',
    supplied: '补正材料',
    code: '信用代码的核实',
    codeHelp: '校验码不符但确属真实的统一社会信用代码，须记录核实依据后才能认定。',
    confirmCode: '记录核实依据',
    creditCode: '统一社会信用代码',
    codeMissing: '请填写 18 位统一社会信用代码。',
    codeEvidence: '核实依据',
    codeEvidenceMissing: '请写明核实依据。',
    done: '已记录。',
    bundle: '导出全部证据',
  },
  {
    queue: 'Open cases',
    registration: 'Application',
    number: 'Number',
    state: 'State',
    holder: 'Held by',
    due: 'Term',
    rule: 'Rules',
    contractValue: 'Contract value',
    declared: 'Declared technology value',
    verified: 'Verified technology value',
    declaredType: 'Declared type',
    verifiedType: 'Verified type',
    place: 'Place of use',
    site: 'Site',
    evidence: 'Evidence of use',
    registrationNumber: 'Registration number',
    reason: 'Reason of the determination',
    supplement: 'What is to be supplied',
    grounds: 'Grounds of refusal',
    repair: 'How to mend it',
    disputed: 'Disputed',
    imported: 'Imported technology',
    closing: 'Reason of the end',
    yes: 'Yes',
    no: 'No',
    since: 'Since',
    supplied: 'Supplements',
    code: 'Credit codes confirmed',
    codeHelp: 'A code whose check character is wrong though it is real is confirmed with evidence first.',
    confirmCode: 'Confirm a credit code',
    creditCode: 'Credit code',
    codeMissing: 'Give the code of 18 characters.',
    codeEvidence: 'Evidence',
    codeEvidenceMissing: 'Give the evidence.',
    done: 'Recorded.',
    bundle: 'Export all evidence',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const registration = api.useQuery('get', '/v1/contract-registrations/{id}', { params: { path: { id } } });
  return (
    <Page
      title={registration.data?.title ?? t.registration}
      crumbs={[{ title: t.queue, to: '/workbench/registrations' }]}
      actions={registration.data && <Bundle registrationId={registration.data.id} />}
    >
      <QueryView query={registration}>
        {(shown) => (
          <>
            <div className="side-by-side">
              <Application registration={shown} />
              <CaseContract contractId={shown.contractId} registrationId={shown.id} />
            </div>
            <CaseActions registration={shown} />
            <CaseDuplicates registrationId={shown.id} />
            <CaseExperts registration={shown} />
            {shown.registrationNumber !== null && (
              <>
                <CaseCertificate registrationId={shown.id} registrationNumber={shown.registrationNumber} />
                <CaseChanges registration={shown} />
              </>
            )}
            {['registered', 'refused', 'cancelled'].includes(shown.state) && <CaseObjections registration={shown} />}
            <CaseHistory registrationId={shown.id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Bundle({ registrationId }: { readonly registrationId: string }) {
  const t = useWords(words);
  const path = `/v1/contract-registrations/${registrationId}/evidence.zip`;
  return <Button onClick={() => void download(path, `${registrationId}.zip`)}>{t.bundle}</Button>;
}

function Application({ registration: shown }: { readonly registration: Registration }) {
  const t = useWords(words);
  const countyName = useCountyName();
  const officer = useOfficerName()(shown.holderPersonId);
  return (
    <Section title={t.registration}>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={registrationState} value={shown.state} />],
          [
            t.holder,
            <span key="holder">
              <Code codes={registrationHolder} value={shown.holder} />
              {officer !== null && `（${officer}）`}
            </span>,
          ],
          [t.since, <Instant key="since" value={shown.heldSince} />],
          [t.due, <Deadline key="due" day={shown.dueOn} daysLeft={shown.daysLeft} unit={shown.daysLeftUnit} />],
          [t.number, shown.provisionalNumber],
          [t.registrationNumber, shown.registrationNumber],
          [t.declaredType, <Code key="type" codes={contractType} value={shown.declaredType} />],
          [t.verifiedType, <Code key="verified" codes={contractType} value={shown.verifiedType} />],
          [t.contractValue, <Money key="value" value={shown.contractValue} />],
          [t.declared, <Money key="declared" value={shown.declaredTechnologyValue} />],
          [t.verified, <Money key="technology" value={shown.verifiedTechnologyValue} />],
          [t.place, countyName(shown.landing.countyCode)],
          [t.site, shown.landing.site],
          [t.evidence, shown.landing.evidence.join('；')],
          [t.rule, shown.ruleSet && `${shown.ruleSet.title}`],
          [t.reason, shown.determinationReason],
          [t.disputed, shown.disputed ? t.yes : t.no],
          [t.imported, shown.technologyImport ? t.yes : t.no],
          [t.closing, shown.closingReason],
        ]}
      />
      {shown.dueNote && <p className="fine">{shown.dueNote}</p>}
      <Supplements registration={shown} />
      <CodeConfirmations registration={shown} />
      {shown.refusalGrounds.length > 0 && (
        <>
          <h3>{t.grounds}</h3>
          <ul>
            {shown.refusalGrounds.map(({ code, title, evidence, repair }) => (
              <li key={code}>
                {title}：{evidence}（{t.repair}：{repair}）
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Supplements({ registration: { supplementRequest, supplements } }: { readonly registration: Registration }) {
  const t = useWords(words);
  return (
    <>
      {supplementRequest !== null && (
        <>
          <h3>{t.supplement}</h3>
          <p className="prose">{supplementRequest}</p>
        </>
      )}
      {supplements.length > 0 && (
        <>
          <h3>{t.supplied}</h3>
          <ul>
            {supplements.map(({ suppliedAt, note, documents }) => (
              <li key={suppliedAt}>
                <Instant value={suppliedAt} /> {note}（{documents.join('；')}）
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function CodeConfirmations({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const confirm = api.useMutation('post', '/v1/contract-registrations/{id}/credit-code-confirmations');
  const may = hasRole(me.data, 'registrar') && ['accepted', 'underReview'].includes(registration.state);
  if (!may && registration.codeConfirmations.length === 0) return null;
  return (
    <>
      <h3>{t.code}</h3>
      <ul>
        {registration.codeConfirmations.map(({ creditCode, evidence, confirmedAt }) => (
          <li key={creditCode}>
            {creditCode}：{evidence} <Instant value={confirmedAt} />
          </li>
        ))}
      </ul>
      {may && (
        <>
          <p className="fine">{t.codeHelp}</p>
          <DialogForm<Schemas['CodeConfirmationDto']>
            button={t.confirmCode}
            title={t.confirmCode}
            onSubmit={(body) => done(confirm.mutateAsync({ params: { path: { id: registration.id } }, body }), t.done)}
          >
            <Form.Item
              name="creditCode"
              label={t.creditCode}
              rules={[{ required: true, pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/, message: t.codeMissing }]}
            >
              <Input maxLength={18} />
            </Form.Item>
            <Form.Item
              name="evidence"
              label={t.codeEvidence}
              rules={[{ required: true, message: t.codeEvidenceMissing }]}
            >
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
            </Form.Item>
          </DialogForm>
        </>
      )}
    </>
  );
}
