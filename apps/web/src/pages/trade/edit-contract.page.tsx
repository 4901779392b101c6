import { useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ClauseCheck } from './clause-check.tsx';
import { RightsFields, extraWords } from './contract-extra-form.tsx';
import {
  AmountFields,
  ClassificationFields,
  ClauseFields,
  contractBody,
  PaymentFields,
  SubjectFields,
  type ContractDraft,
} from './contract-form.tsx';
import './trade.css';

type Contract = Schemas['ContractView'];

const words = bilingual(
  {
    title: '修改合同',
    contract: '合同',
    warning: '有一方已经签署：修改后，已有的签署作废，双方须重新签署。',
    subject: '合同标的',
    amounts: '金额',
    payment: '支付与期限',
    codes: '登记分类',
    clauses: '条款',
    save: '保存',
    saved: '已保存。请看条款预检有没有新的提示。',
  },
  {
    title: 'Amend the contract',
    contract: 'Contract',
    warning: 'One side has signed: with a change its signature lapses and both sign anew.',
    subject: 'Subject',
    amounts: 'Amounts',
    payment: 'Payment and term',
    codes: 'Classification',
    clauses: 'Clauses',
    save: 'Save',
    saved: 'Saved. See whether the clause check says more.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const contract = api.useQuery(
    'get',
    '/v1/contracts/{id}',
    { params: { path: { id } } },
    { refetchOnWindowFocus: false },
  );
  return (
    <Page title={t.title} crumbs={[{ title: contract.data?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}>
      <QueryView query={contract}>
        {(shown) => (
          <div className="beside">
            <Amend key={shown.version} contract={shown} />
            <ClauseCheck contractId={id} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Amend({ contract }: { readonly contract: Contract }) {
  const t = useWords(words);
  const rights = useWords(extraWords);
  const done = useDone();
  const navigate = useNavigate();
  const amend = api.useMutation('patch', '/v1/contracts/{id}');
  const parts = [
    [t.subject, <SubjectFields key="subject" />],
    [t.amounts, <AmountFields key="amounts" />],
    [t.payment, <PaymentFields key="payment" />],
    [rights.rights, <RightsFields key="rights" />],
    [t.codes, <ClassificationFields key="codes" />],
    [t.clauses, <ClauseFields key="clauses" />],
  ] as const;
  return (
    <Section title={contract.title}>
      {contract.state === 'signing' && <p role="note">{t.warning}</p>}
      <ApiForm<ContractDraft>
        initial={draftOf(contract)}
        submit={t.save}
        onSubmit={async (values) => {
          const params = { path: { id: contract.id }, header: { 'If-Match': `"${contract.version}"` } };
          const body = {
            ...cleared(draftOf(contract), values),
            ...contractBody(values),
          } as Schemas['AmendContractDto'];
          await done(amend.mutateAsync({ params, body }), t.saved);
          await navigate(`/workbench/contracts/${contract.id}`);
        }}
      >
        {parts.map(([title, fields]) => (
          <section key={title} className="answers" aria-label={title}>
            <h3>{title}</h3>
            {fields}
          </section>
        ))}
      </ApiForm>
    </Section>
  );
}

/** What the contract says, as the form takes it. */
function draftOf(contract: Contract): Partial<ContractDraft> {
  const { classification, payment, licence } = contract;
  return filled({
    ...{ title: contract.title, type: contract.type, subType: contract.subType, relatedParty: contract.relatedParty },
    contractValueYuan: contract.contractValue.yuan,
    nonTechnologyItems: contract.nonTechnologyItems.map(({ amount, kind, withinReasonableCarrier }) => ({
      ...{ kind, withinReasonableCarrier, amountYuan: amount.yuan },
    })),
    validFrom: contract.validFrom,
    validUntil: contract.validUntil,
    expectedInvestmentYuan: contract.expectedInvestment?.yuan,
    expectedOutputYuan: contract.expectedOutput?.yuan,
    classification: filled(classification),
    payment: payment && paymentOf(payment),
    licence: licence && filled(licence),
    rights: contract.rights.map(({ patentId: _ofTheRegister, ...right }) => filled(right)),
    clauses: contract.clauses.map(({ kind, text }) => ({ kind, text })),
  });
}

const paymentOf = ({ manner, instalments, royalty }: Schemas['PaymentView']) => ({
  manner,
  ...(instalments.length > 0 && {
    instalments: instalments.map(({ amount, dueOn, condition }) =>
      filled({ amountYuan: amount.yuan, dueOn, condition }),
    ),
  }),
  ...(royalty && {
    royalty: filled({
      ...{ base: royalty.base, settlement: royalty.settlement, auditRight: royalty.auditRight, until: royalty.until },
      steps: royalty.steps.map(({ from, rateBasisPoints }) => ({ fromYuan: from.yuan, rateBasisPoints })),
    }),
  }),
});

/** What the contract said and the form no longer says is sent as null, which clears it (RFC 7396). */
const cleared = (before: object, after: object): object =>
  Object.fromEntries(Object.keys(before).flatMap((name) => (name in contractBody(after) ? [] : [[name, null]])));

const filled = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null));
