import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { clauseFinding, clauseKind, contractState, contractSubType } from '../../text/codes/contract.codes.ts';
import { contractType, nonTechnologyItem, partyRole } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

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
    check: '条款预检',
    clean: '没有发现需要留意之处。',
    article: '依据',
    repair: '如何改正',
    sign: '签署合同',
    signText: '签署后，本单位不能再修改合同。您签署的是以下文本：',
    hash: '文本摘要（SHA-256）',
    done: '已签署。',
    pdf: '合同文本（PDF）',
    docx: '合同文本（Word）',
    register: '申请认定登记',
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
    check: 'Clause check',
    clean: 'Nothing to point out.',
    article: 'Basis',
    repair: 'How to mend it',
    sign: 'Sign',
    signText: 'Once signed you cannot amend it. You sign this text:',
    hash: 'Digest (SHA-256)',
    done: 'Signed.',
    pdf: 'Text (PDF)',
    docx: 'Text (Word)',
    register: 'Apply for registration',
  },
);

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
            <Clauses contract={shown} />
            {(shown.state === 'draft' || shown.state === 'signing') && <ClauseCheck contractId={id} />}
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
          [t.hash, shown.textHash],
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
        {contract.parties.map(({ organizationId, role, name, signedAt }) => (
          <li key={organizationId}>
            <Code codes={partyRole} value={role} />：{name}，{signedAt ? <Instant value={signedAt} /> : t.unsigned}
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

/** Advice to people, never a verdict: what is missing or may be unlawful, with its article and a repair. */
function ClauseCheck({ contractId }: { readonly contractId: string }) {
  const t = useWords(words);
  const check = api.useQuery('get', '/v1/contracts/{id}/clause-check', { params: { path: { id: contractId } } });
  return (
    <Section title={t.check}>
      <QueryView query={check}>
        {({ note, findings }) => (
          <>
            <p className="fine">{note}</p>
            {findings.length === 0 ? (
              <p className="empty">{t.clean}</p>
            ) : (
              <ul className="hits">
                {findings.map(({ code, group, title, excerpt, article, repair }, index) => (
                  <li key={`${code}${index}`}>
                    <h3>
                      <StateTag codes={clauseFinding} value={group} /> {title}
                    </h3>
                    {excerpt && <blockquote>{excerpt}</blockquote>}
                    <p>
                      {t.repair}：{repair}
                    </p>
                    <p className="fine">
                      {t.article}：{article}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
