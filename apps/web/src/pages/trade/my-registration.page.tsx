import { Alert, Button, Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { contractType, registrationHolder, registrationState } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Deadline, Instant, Money } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ApplicationActions, Changes, History, Objections } from './my-registration-steps.tsx';

type Registration = Schemas['ContractRegistrationView'];

const words = bilingual(
  {
    list: '认定登记',
    supplement: '需要补正',
    supplementLead: '只需补正下列内容；提交后，办理期限重新起算。',
    note: '补正说明',
    noteHelp: '对照上面的每一项说明补了什么。',
    noteMissing: '请说明补正了什么。',
    documents: '补正材料',
    documentsHelp: '逐条写明材料名称，每行一条。',
    documentsMissing: '请列出补正材料。',
    send: '提交补正',
    sent: '补正已提交，期限重新起算。',
    facts: '办理情况',
    state: '状态',
    holder: '现由谁办理',
    since: '自何时起',
    due: '期限',
    number: '平台编号',
    registrationNumber: '登记编号',
    type: '核定合同类型',
    value: '核定技术交易额',
    reason: '核定理由',
    refused: '不予登记的理由',
    repair: '如何改正',
    closed: '退回或注销的理由',
    certificate: '下载登记证明（PDF）',
    rule: '适用规则',
    materials: '材料',
    contract: '技术合同',
    toContract: '查看合同',
  },
  {
    list: 'Registrations',
    supplement: 'A supplement is needed',
    supplementLead: 'Only this; the term starts anew once it is sent.',
    note: 'What was mended',
    noteHelp: 'Point by point.',
    noteMissing: 'Say what was mended.',
    documents: 'Documents',
    documentsHelp: 'One a line.',
    documentsMissing: 'List the documents.',
    send: 'Send the supplement',
    sent: 'Sent; the term starts anew.',
    facts: 'Progress',
    state: 'State',
    holder: 'Held by',
    since: 'Since',
    due: 'Term',
    number: 'Number',
    registrationNumber: 'Registration number',
    type: 'Verified type',
    value: 'Verified technology value',
    reason: 'Reason',
    refused: 'Grounds of refusal',
    repair: 'How to mend it',
    closed: 'Why it was returned or cancelled',
    certificate: 'Certificate (PDF)',
    rule: 'Rules',
    materials: 'Documents',
    contract: 'Contract',
    toContract: 'Show the contract',
  },
);

const materials = [
  'contractText',
  'registrationForm',
  'sellerRegistration',
  'legalRepresentativeMandate',
  'rightCertificate',
  'supplement',
  'other',
] as const;

/** States in which there is something to change or to object to. */
const decided: ReadonlySet<Registration['state']> = new Set(['registered', 'refused', 'cancelled']);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe();
  const registration = api.useQuery('get', '/v1/contract-registrations/{id}', { params: { path: { id } } });
  const own = registration.data !== undefined && registration.data.organizationId === me.data?.organizationId;
  return (
    <Page
      title={registration.data?.title ?? t.list}
      crumbs={[{ title: t.list, to: '/workbench/my-registrations' }]}
      actions={
        <>
          {own && registration.data && <ApplicationActions registration={registration.data} />}
          {registration.data?.registrationNumber && (
            <Button
              type="primary"
              onClick={() =>
                void download(
                  `/v1/contract-registrations/${id}/certificate.pdf`,
                  `${registration.data.registrationNumber}.pdf`,
                )
              }
            >
              {t.certificate}
            </Button>
          )}
        </>
      }
    >
      <QueryView query={registration}>
        {(shown) => (
          <>
            {own && shown.state === 'supplementRequested' && <Supplement registration={shown} />}
            <Progress registration={shown} />
            {own && shown.state !== 'draft' && (
              <Section title={t.materials}>
                <Attachments subjectKind="contractRegistration" subjectId={id} kinds={materials} />
              </Section>
            )}
            {own && decided.has(shown.state) && <Changes registration={shown} />}
            {own && decided.has(shown.state) && <Objections registration={shown} />}
            <History registrationId={id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** Only what is wrong, and the place to mend it. */
function Supplement({ registration }: { readonly registration: Registration }) {
  const t = useWords(words);
  const done = useDone();
  const supplement = api.useMutation('post', '/v1/contract-registrations/{id}/supplements');
  return (
    <Section title={t.supplement}>
      <Alert type="warning" showIcon title={t.supplementLead} description={registration.supplementRequest} />
      <div className="narrow">
        <ApiForm<{ note: string; documents: string }>
          submit={t.send}
          draftKey={`supplement.${registration.id}`}
          onSubmit={({ note, documents }) => {
            const lines = documents.split('\n').map((line) => line.trim());
            const body = { note, documents: lines.filter(Boolean) };
            return done(supplement.mutateAsync({ params: { path: { id: registration.id } }, body }), t.sent);
          }}
        >
          <Form.Item name="note" label={t.note} extra={t.noteHelp} rules={[{ required: true, message: t.noteMissing }]}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
          </Form.Item>
          <Form.Item
            name="documents"
            label={t.documents}
            extra={t.documentsHelp}
            rules={[{ required: true, message: t.documentsMissing }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
          </Form.Item>
        </ApiForm>
      </div>
    </Section>
  );
}

function Progress({ registration: shown }: { readonly registration: Registration }) {
  const t = useWords(words);
  return (
    <Section title={t.facts}>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={registrationState} value={shown.state} />],
          [t.holder, <Code key="holder" codes={registrationHolder} value={shown.holder} />],
          [t.since, <Instant key="since" value={shown.heldSince} />],
          [t.due, <Deadline key="due" day={shown.dueOn} daysLeft={shown.daysLeft} unit={shown.daysLeftUnit} />],
          [
            t.contract,
            <Link key="contract" to={`/workbench/contracts/${shown.contractId}`}>
              {t.toContract}
            </Link>,
          ],
          [t.number, shown.provisionalNumber],
          [t.registrationNumber, shown.registrationNumber],
          [t.type, <Code key="type" codes={contractType} value={shown.verifiedType} />],
          [t.value, <Money key="value" value={shown.verifiedTechnologyValue} />],
          [t.reason, shown.determinationReason],
          [t.rule, shown.ruleSet?.title],
          [t.closed, shown.closingReason],
        ]}
      />
      {shown.dueNote && <p className="fine">{shown.dueNote}</p>}
      {shown.refusalGrounds.length > 0 && (
        <>
          <h3>{t.refused}</h3>
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
