import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText } from '../../text/codes/codes.ts';
import { disposalAct, disposalFlag } from '../../text/codes/right-acts.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { CodeField } from '../../ui/fields.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

type Act = keyof typeof disposalAct;

const words = bilingual(
  {
    title: '能不能处分',
    act: '想作的处分',
    ask: '查询',
    yes: '依法可以。',
    no: '现在不可以',
    repair: '如何办理',
    article: '依据',
    told: '须告知对方',
  },
  {
    title: 'May it be disposed of?',
    act: 'What you want to do',
    ask: 'Ask',
    yes: 'It may.',
    no: 'Not now',
    repair: 'What to do',
    article: 'Legal basis',
    told: 'To be told to the other side',
  },
);

/** Asks the guard of the register before anything is begun: yes with what must be told, or no with the way out. */
export function DisposalCheck({ rightId }: { readonly rightId: string }) {
  const t = useWords(words);
  const [act, setAct] = useState<Act | null>(null);
  return (
    <Section title={t.title}>
      <div className="narrow">
        <ApiForm<{ act: Act }> submit={t.ask} onSubmit={async (asked) => setAct(asked.act)}>
          <CodeField name="act" label={t.act} codes={disposalAct} />
        </ApiForm>
      </div>
      {act && <Answer rightId={rightId} act={act} />}
    </Section>
  );
}

function Answer({ rightId, act }: { readonly rightId: string; readonly act: Act }) {
  const params = { path: { id: rightId }, query: { act } };
  const answer = api.useQuery('get', '/v1/rights/{id}/disposal-check', { params });
  return (
    <div role="status">
      <QueryView query={answer}>{(shown) => <Verdict answer={shown} />}</QueryView>
    </div>
  );
}

function Verdict({ answer }: { readonly answer: Schemas['DisposalAnswerView'] }) {
  const t = useWords(words);
  const { language } = useSettings();
  return (
    <>
      <p>{answer.allowed ? t.yes : `${t.no}：${answer.title ?? ''}`}</p>
      {answer.detail && <p>{answer.detail}</p>}
      {answer.repair && (
        <p>
          {t.repair}：{answer.repair}
        </p>
      )}
      {answer.article && (
        <p className="fine">
          {t.article}：{answer.article}
        </p>
      )}
      {answer.flags.length > 0 && (
        <p>
          {t.told}：{answer.flags.map((flag) => codeText(disposalFlag, flag, language)).join('、')}
        </p>
      )}
    </>
  );
}
