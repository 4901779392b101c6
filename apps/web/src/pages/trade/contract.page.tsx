import { Button, Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { clauseKind, contractState, contractSubType, paymentManner } from '../../text/codes/contract.codes.ts';
import { contractType, nonTechnologyItem, partyRole } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Attachments } from '../../ui/attachments.tsx';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ClauseCheck } from './clause-check.tsx';

type Contract = Schemas['ContractView'];

const words = bilingual(
  {
    contracts: '技术合同',
    facts: '合同',
    state: '状态',
    type: '合同类型',
    value: '成交总额',
    technology: '申报技术交易额',
    items: '非技术性款项',
    signed: '签订日期',
    until: '有效期至',
    parties: '当事人与签署',
    unsigned: '尚未签署',
    clauses: '条款',
    noClause: '没有自行约定的条款。',
    sign: '签署合同',
    signText: '签署后，本单位不能再修改合同。您签署的是以下文本：',
    hash: '文本摘要（SHA-256）',
    done: '已签署。',
    pdf: '合同文本（PDF）',
    docx: '合同文本（Word）',
    register: '申请认定登记',
    amend: '修改合同',
    cancel: '取消或解除合同',
    cancelText: '双方都同意解除后合同才终止；已经登记的，登记机构随后注销登记。此步不能撤回。',
    reason: '原因',
    reasonMissing: '请说明原因。',
    cancelled: '已记下。',
    cancelReason: '取消或解除的原因',
    manner: '支付方式',
    investment: '预计新增投入',
    output: '预计新增产值',
    next: '办理',
    type2: '合同类型问卷',
    versions: '历次版本与对照',
    receipts: '到账',
    taxes: '税收优惠资料',
    milestones: '里程碑与验收',
    escrow: '资金托管台账',
    royalties: '提成报告与金额补充',
    overdue: '到期提醒与催告',
    witnessed: '交易鉴证书',
    attachments: '附件',
    rights: '合同所涉知识产权',
    endingAgreed: '已同意解除',
  },
  {
    contracts: 'Contracts',
    facts: 'Contract',
    state: 'State',
    type: 'Type',
    value: 'Contract value',
    technology: 'Declared technology value',
    items: 'Not for technology',
    signed: 'Signed on',
    until: 'Valid until',
    parties: 'Parties and signatures',
    unsigned: 'not signed yet',
    clauses: 'Clauses',
    noClause: 'No clause of their own.',
    sign: 'Sign',
    signText: 'Once signed you cannot amend it. You sign this text:',
    hash: 'Digest (SHA-256)',
    done: 'Signed.',
    pdf: 'Text (PDF)',
    docx: 'Text (Word)',
    register: 'Apply for registration',
    amend: 'Amend',
    cancel: 'Cancel or end',
    cancelText: 'It ends once both sides agree; a registration is then cancelled. This cannot be undone.',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    cancelled: 'Noted.',
    cancelReason: 'Why it ended',
    manner: 'Payment',
    investment: 'Expected investment',
    output: 'Expected output',
    next: 'Further',
    type2: 'Which type is it',
    versions: 'Versions compared',
    receipts: 'Receipts',
    taxes: 'Tax documents',
    milestones: 'Milestones and acceptance',
    escrow: 'Escrow record',
    royalties: 'Royalty reports and stated amounts',
    overdue: 'Reminders and demands',
    witnessed: 'Trading certificate',
    attachments: 'Documents',
    rights: 'Rights concerned',
    endingAgreed: 'has agreed to end it',
  },
);

const materials = ['contractText', 'paperConsent', 'rightCertificate', 'payment', 'acceptance', 'other'] as const;

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const contract = api.useQuery('get', '/v1/contracts/{id}', { params: { path: { id } } });
  const title = contract.data?.title ?? t.facts;
  return (
    <Page
      title={title}
      crumbs={[{ title: t.contracts, to: '/workbench/contracts' }]}
      actions={
        <>
          {(contract.data?.state === 'draft' || contract.data?.state === 'signing') && (
            <Link to={`/workbench/contracts/${id}/edit`}>{t.amend}</Link>
          )}
          <Button onClick={() => void download(`/v1/contracts/${id}/text.pdf`, `${title}.pdf`)}>{t.pdf}</Button>
          <Button onClick={() => void download(`/v1/contracts/${id}/text.docx`, `${title}.docx`)}>{t.docx}</Button>
        </>
      }
    >
      <QueryView query={contract}>
        {(shown) => (
          <>
            <Overview contract={shown} />
            <Parties contract={shown} />
            <Further contract={shown} />
            <Clauses contract={shown} />
            {(shown.state === 'draft' || shown.state === 'signing') && <ClauseCheck contractId={id} />}
            <Section title={t.attachments}>
              <Attachments subjectKind="contract" subjectId={id} kinds={materials} />
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ contract: shown }: { readonly contract: Contract }) {
  const t = useWords(words);
  return (
    <Section title={t.facts}>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={contractState} value={shown.state} />],
          [
            t.type,
            <span key="type">
              <Code codes={contractType} value={shown.type} />（
              <Code codes={contractSubType} value={shown.subType} />）
            </span>,
          ],
          [t.value, <Money key="value" value={shown.contractValue} />],
          [
            t.items,
            shown.nonTechnologyItems.map(({ kind, amount }, index) => (
              <span key={index}>
                <Code codes={nonTechnologyItem} value={kind} /> <Money value={amount} />；
              </span>
            )),
          ],
          [t.technology, <Money key="technology" value={shown.declaredTechnologyValue} />],
          [t.signed, <Day key="signed" value={shown.signedOn} />],
          [t.until, <Day key="until" value={shown.validUntil} />],
          [t.manner, <Code key="manner" codes={paymentManner} value={shown.payment?.manner} />],
          [t.investment, <Money key="investment" value={shown.expectedInvestment} />],
          [t.output, <Money key="output" value={shown.expectedOutput} />],
          [t.rights, shown.rights.map(({ title, number }) => (number ? `${title}（${number}）` : title)).join('、')],
          ...(shown.cancelReason ? ([[t.cancelReason, shown.cancelReason]] as const) : []),
          [t.hash, <code key="hash">{shown.textHash}</code>],
        ]}
      />
      {shown.state === 'effective' && (
        <p>
          <Link to={`/workbench/my-registrations/new?contract=${shown.id}`}>{t.register}</Link>
        </p>
      )}
    </Section>
  );
}

function Parties({ contract }: { readonly contract: Contract }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const sign = api.useMutation('post', '/v1/contracts/{id}/signatures');
  const own = contract.parties.find(({ organizationId }) => organizationId === me.data?.organizationId);
  const open = contract.state === 'draft' || contract.state === 'signing';
  return (
    <Section title={t.parties}>
      <ul>
        {contract.parties.map(({ organizationId, role, name, signedAt, endingAgreedAt }) => (
          <li key={organizationId}>
            <Code codes={partyRole} value={role} />：{name}，{signedAt ? <Instant value={signedAt} /> : t.unsigned}
            {endingAgreedAt && `，${t.endingAgreed}`}
          </li>
        ))}
      </ul>
      {open && own && own.signedAt === null && (
        <DialogForm<object>
          primary
          button={t.sign}
          title={t.sign}
          onSubmit={() => {
            const path = { params: { path: { id: contract.id } } };
            return done(sign.mutateAsync({ ...path, body: { textHash: contract.textHash } }), t.done);
          }}
        >
          <p>{t.signText}</p>
          <p>
            {contract.title}，<Money value={contract.contractValue} />
          </p>
          <p className="fine">
            {t.hash}：{contract.textHash}
          </p>
        </DialogForm>
      )}
    </Section>
  );
}

/** What else is done about a contract, and its end. */
function Further({ contract }: { readonly contract: Contract }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const cancel = api.useMutation('post', '/v1/contracts/{id}/cancellation');
  const party = contract.parties.some(({ organizationId }) => organizationId === me.data?.organizationId);
  const pages = [
    ['type', t.type2],
    ['versions', t.versions],
    ['milestones', t.milestones],
    ['escrow', t.escrow],
    ['royalties', t.royalties],
    ['overdue', t.overdue],
    ['receipts', t.receipts],
    ['taxes', t.taxes],
  ] as const;
  return (
    <Section title={t.next}>
      <ul>
        {pages.map(([to, title]) => (
          <li key={to}>
            <Link to={`/workbench/contracts/${contract.id}/${to}`}>{title}</Link>
          </li>
        ))}
        <li>
          <Link to={`/workbench/trading-certificates?contract=${contract.id}`}>{t.witnessed}</Link>
        </li>
      </ul>
      {party && contract.state !== 'cancelled' && (
        <DialogForm<{ reason: string }>
          button={t.cancel}
          title={t.cancel}
          onSubmit={(body) => done(cancel.mutateAsync({ params: { path: { id: contract.id } }, body }), t.cancelled)}
        >
          <p>{t.cancelText}</p>
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
            <Input.TextArea maxLength={500} />
          </Form.Item>
        </DialogForm>
      )}
    </Section>
  );
}

function Clauses({ contract }: { readonly contract: Contract }) {
  const t = useWords(words);
  return (
    <Section title={t.clauses}>
      {contract.clauses.length === 0 ? (
        <p className="empty">{t.noClause}</p>
      ) : (
        <ol>
          {contract.clauses.map(({ kind, text }, index) => (
            <li key={index}>
              <h3>
                <Code codes={clauseKind} value={kind} />
              </h3>
              <p className="prose">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
