import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { clauseKind, contractSubType, paymentManner } from '../../text/codes/contract.codes.ts';
import { licenceManner } from '../../text/codes/contract-terms.codes.ts';
import { contractType, nonTechnologyItem } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { StepForm, type FormStep } from '../../ui/step-form.tsx';
import { RightsFields, extraWords } from './contract-extra-form.tsx';
import {
  AmountFields,
  ClassificationFields,
  ClauseFields,
  contractBody,
  contractWords,
  PaymentFields,
  SubjectFields,
  type ContractDraft,
} from './contract-form.tsx';

const words = bilingual(
  {
    title: '起草合同',
    deal: '洽谈室',
    about: '合同标的',
    amounts: '金额',
    payment: '支付与期限',
    codes: '登记分类',
    clauses: '条款',
    submit: '保存草稿',
  },
  {
    title: 'Draft a contract',
    deal: 'Deal room',
    about: 'Subject',
    amounts: 'Amounts',
    payment: 'Payment and term',
    codes: 'Classification',
    clauses: 'Clauses',
    submit: 'Save the draft',
  },
);

export function Component() {
  const t = useWords(words);
  const f = useWords(contractWords);
  const x = useWords(extraWords);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const dealId = params.get('deal') ?? '';
  const draft = api.useMutation('post', '/v1/contracts');
  const agreed = useAgreedPrice(dealId);
  const codeName = useCodeName();
  const steps: FormStep<ContractDraft>[] = [
    {
      title: t.about,
      names: ['title', 'type', 'subType', 'relatedParty'],
      fields: <SubjectFields />,
      answers: ({ title, type, subType }) => [
        [f.name, title],
        [f.type, <Code key="type" codes={contractType} value={type} />],
        [f.subType, <Code key="sub" codes={contractSubType} value={subType} />],
      ],
    },
    {
      title: t.amounts,
      names: ['contractValueYuan', 'nonTechnologyItems'],
      fields: <AmountFields />,
      answers: ({ contractValueYuan, nonTechnologyItems }) => [
        [f.value, contractValueYuan],
        [
          f.items,
          (nonTechnologyItems ?? []).map(({ kind, amountYuan }, index) => (
            <span key={index}>
              <Code codes={nonTechnologyItem} value={kind} /> {amountYuan}；
            </span>
          )),
        ],
      ],
    },
    {
      title: t.payment,
      names: ['payment', 'validUntil', 'expectedInvestmentYuan', 'expectedOutputYuan'],
      fields: <PaymentFields />,
      answers: ({ payment, validUntil, expectedInvestmentYuan, expectedOutputYuan }) => [
        [f.manner, <Code key="manner" codes={paymentManner} value={payment?.manner} />],
        [f.until, validUntil],
        [f.investment, expectedInvestmentYuan],
        [f.output, expectedOutputYuan],
      ],
    },
    {
      title: x.rights,
      names: ['rights', 'licence'],
      fields: <RightsFields />,
      answers: ({ rights, licence }) => [
        [x.rights, (rights ?? []).map(({ title, number }) => (number ? `${title}（${number}）` : title)).join('、')],
        [x.licence, licence?.manner && <Code key="licence" codes={licenceManner} value={licence.manner} />],
      ],
    },
    {
      title: t.codes,
      names: ['classification'],
      fields: <ClassificationFields />,
      answers: ({ classification }) => [
        [f.field, codeName('technologyField', classification?.technologyField)],
        [f.plan, codeName('planCategory', classification?.planCategory)],
        [f.goal, codeName('socioEconomicGoal', classification?.socioEconomicGoal)],
        [f.industry, codeName('industry', classification?.industry)],
      ],
    },
    {
      title: t.clauses,
      names: ['clauses'],
      fields: <ClauseFields />,
      answers: ({ clauses }) =>
        (clauses ?? []).map(({ kind, text }, index) => [
          `${index + 1}`,
          <span key={index}>
            <Code codes={clauseKind} value={kind} />：{text}
          </span>,
        ]),
    },
  ];
  return (
    <Page title={t.title} crumbs={[{ title: t.deal, to: `/workbench/deals/${dealId}` }]}>
      <div className="narrow">
        <Section title={t.title}>
          {agreed.ready && (
            <StepForm<ContractDraft>
              steps={steps}
              initial={{ nonTechnologyItems: [], clauses: [], ...(agreed.yuan && { contractValueYuan: agreed.yuan }) }}
              draftKey={`contract.${dealId}`}
              submit={t.submit}
              onSubmit={async (values) => {
                const made = await draft.mutateAsync({ body: { ...contractBody(values), dealId } as ContractDraft });
                await navigate(`/workbench/contracts/${made.id}`);
              }}
            />
          )}
        </Section>
      </div>
    </Page>
  );
}

/** What both sides agreed on stands in the form already. */
function useAgreedPrice(dealId: string): { readonly ready: boolean; readonly yuan: string | null } {
  const path = { params: { path: { id: dealId } } };
  const deal = api.useQuery('get', '/v1/deals/{id}', path, { enabled: dealId !== '', retry: false });
  const offers = api.useQuery('get', '/v1/deals/{id}/offers', path, { enabled: dealId !== '', retry: false });
  const agreed = offers.data?.items.find(({ serial }) => serial === deal.data?.agreedSerial);
  return { ready: dealId === '' || !(deal.isPending || offers.isPending), yuan: agreed?.price.yuan ?? null };
}

/** A code of the registration form with its name. */
function useCodeName(): (list: string, code: string | undefined) => string | undefined {
  const lists = api.useQuery('get', '/v1/contract-code-lists', {}, { staleTime: Infinity });
  return (list, wanted) => {
    const found = lists.data?.items.find(({ id }) => id === list)?.codes.find(({ code }) => code === wanted);
    return found ? `${found.code} ${found.name}` : wanted;
  };
}
