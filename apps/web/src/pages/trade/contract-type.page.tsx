import { Button, Form, Radio } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { contractSubType } from '../../text/codes/contract.codes.ts';
import { contractType } from '../../text/codes/registration.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Contract = Schemas['ContractView'];

const words = bilingual(
  {
    title: '合同类型问卷',
    contract: '合同',
    questions: '回答问题',
    article: '依据',
    send: '给出建议',
    done: '建议已给出，回答已留存。',
    kept: '建议',
    empty: '还没有回答过问卷。',
    suggested: '建议的类型',
    notTechnology: '可能不是技术合同，不能认定登记。',
    undecided: '回答还不够，定不下来。请补答下列问题：',
    also: '也可能是',
    current: '合同现在写的类型',
    adopt: '按建议修改合同类型',
    adopted: '合同类型已按建议修改。',
    at: '回答时间',
  },
  {
    title: 'Which type of contract is it',
    contract: 'Contract',
    questions: 'Questions',
    article: 'Basis',
    send: 'Suggest',
    done: 'Suggested; the answers are kept.',
    kept: 'Suggestions',
    empty: 'Not answered yet.',
    suggested: 'Suggested type',
    notTechnology: 'Perhaps not a technology contract; it could not be registered.',
    undecided: 'Not decided yet. Please answer also:',
    also: 'It might also be',
    current: 'The contract now says',
    adopt: 'Change the contract to the suggestion',
    adopted: 'Changed.',
    at: 'Answered',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const path = { path: { id } };
  const contract = api.useQuery('get', '/v1/contracts/{id}', { params: path });
  const kept = api.useQuery('get', '/v1/contracts/{id}/type-suggestions', {
    params: { ...path, query: { limit: 100 } },
  });
  const open = contract.data?.state === 'draft';
  return (
    <Page title={t.title} crumbs={[{ title: contract.data?.title ?? t.contract, to: `/workbench/contracts/${id}` }]}>
      <Section title={t.kept}>
        <QueryView query={kept}>
          {({ items }) =>
            items[0] && contract.data ? (
              <Suggestion kept={items[0]} contract={contract.data} />
            ) : (
              <p className="empty">{t.empty}</p>
            )
          }
        </QueryView>
      </Section>
      {open && <Questions contractId={id} />}
    </Page>
  );
}

function Suggestion({ kept, contract }: { readonly kept: Schemas['KeptSuggestionView']; readonly contract: Contract }) {
  const t = useWords(words);
  const { suggestion, suggestedAt } = kept;
  const { type, subType } = suggestion;
  return (
    <>
      <p>
        {t.current}：<Kind type={contract.type} subType={contract.subType} />
      </p>
      {suggestion.standing === 'notTechnology' && <p role="status">{t.notTechnology}</p>}
      {suggestion.standing === 'undecided' && (
        <>
          <p role="status">{t.undecided}</p>
          <ul>
            {suggestion.openQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {type && (
        <p role="status">
          {t.suggested}：
          <strong>
            <Kind type={type} subType={subType} />
          </strong>
        </p>
      )}
      <ul>
        {suggestion.reasons.map(({ text, article }) => (
          <li key={text}>
            {text}（{t.article}：{article}）
          </li>
        ))}
      </ul>
      {suggestion.alternatives.length > 0 && (
        <p>
          {t.also}：
          {suggestion.alternatives.map((other, index) => (
            <span key={index}>
              {index > 0 && '、'}
              <Kind type={other.type} subType={other.subType} />
            </span>
          ))}
        </p>
      )}
      <p className="fine">
        {t.at} <Instant value={suggestedAt} />
      </p>
      {contract.state === 'draft' && type && subType && (type !== contract.type || subType !== contract.subType) && (
        <Adopt contract={contract} change={{ type, subType } as Schemas['AmendContractDto']} />
      )}
    </>
  );
}

function Adopt({ contract, change }: { readonly contract: Contract; readonly change: Schemas['AmendContractDto'] }) {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const amend = api.useMutation('patch', '/v1/contracts/{id}');
  const params = { path: { id: contract.id }, header: { 'If-Match': `"${contract.version}"` } };
  const adopt = async (): Promise<void> => {
    await done(amend.mutateAsync({ params, body: change }), t.adopted);
    await navigate(`/workbench/contracts/${contract.id}`);
  };
  return (
    <>
      {amend.error && <ProblemNotice error={amend.error} />}
      <Button type="primary" loading={amend.isPending} onClick={() => void adopt().catch(() => undefined)}>
        {t.adopt}
      </Button>
    </>
  );
}

function Kind({ type, subType }: { readonly type: string | null; readonly subType: string | null }) {
  return (
    <>
      <Code codes={contractType} value={type} />
      {subType && (
        <>
          （<Code codes={contractSubType} value={subType} />）
        </>
      )}
    </>
  );
}

function Questions({ contractId }: { readonly contractId: string }) {
  const t = useWords(words);
  const done = useDone();
  const questionnaire = api.useQuery('get', '/v1/contract-questionnaire', {}, { staleTime: Infinity });
  const suggest = api.useMutation('post', '/v1/contracts/{id}/type-suggestions');
  return (
    <Section title={t.questions}>
      <QueryView query={questionnaire}>
        {({ note, questions }) => (
          <div className="narrow">
            <p className="fine">{note}</p>
            <ApiForm<Record<string, string>>
              submit={t.send}
              draftKey={`type.${contractId}`}
              onSubmit={(values) => {
                const answers = Object.entries(values).flatMap(([question, answer]) =>
                  answer ? [{ question, answer }] : [],
                );
                return done(suggest.mutateAsync({ params: { path: { id: contractId } }, body: { answers } }), t.done);
              }}
            >
              {questions.map(({ id, text, help, article, options }) => (
                <fieldset key={id} className="facet">
                  <legend>{text}</legend>
                  <Form.Item name={id} extra={`${help ?? ''}（${t.article}：${article}）`}>
                    <Radio.Group
                      vertical
                      aria-label={text}
                      options={options.map((option) => ({ value: option.id, label: option.text }))}
                    />
                  </Form.Item>
                </fieldset>
              ))}
            </ApiForm>
          </div>
        )}
      </QueryView>
    </Section>
  );
}
