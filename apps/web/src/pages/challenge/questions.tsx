import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Instant } from '../../ui/figures.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '公开答疑',
    ask: '提问',
    asked: '已提问；答复后对所有人公开，不公开提问人。',
    question: '问题',
    answer: '公开答复',
    answered: '已公开答复。',
    text: '答复（对所有人公开）',
    open: '尚未答复',
    none: '还没有提问。',
  },
  {
    title: 'Questions and answers',
    ask: 'Ask',
    asked: 'Asked; the answer will be public, who asked will not.',
    question: 'Question',
    answer: 'Answer in public',
    answered: 'Answered.',
    text: 'Answer (for everybody)',
    open: 'not answered yet',
    none: 'None yet.',
  },
);

/** What was asked and answered in public; the caller answers, who accepted the terms asks. */
export function Questions(props: {
  readonly challenge: Schemas['OpenChallengeView'];
  readonly asking?: boolean;
  readonly answering?: boolean;
}) {
  const t = useWords(words);
  const { challenge, asking, answering } = props;
  const params = { path: { id: challenge.id } };
  const questions = api.useQuery('get', '/v1/open-challenges/{id}/questions', {
    params: { ...params, query: { limit: 100 } },
  });
  const ask = api.useMutation('post', '/v1/open-challenges/{id}/questions');
  return (
    <Section
      title={t.title}
      actions={
        asking &&
        challenge.state === 'open' && (
          <FormAct<Schemas['AskQuestionDto']>
            button={t.ask}
            said={t.asked}
            work={(body) => ask.mutateAsync({ params, body })}
          >
            <TextField name="text" label={t.question} max={1000} long />
          </FormAct>
        )
      }
    >
      <QueryView query={questions}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="empty">{t.none}</p>}
            <ul className="hits">
              {items.map((question) => (
                <li key={question.id}>
                  <h3>{question.text}</h3>
                  <p>
                    {question.answer ?? t.open} <Instant value={question.answeredAt ?? question.askedAt} />
                  </p>
                  {answering && question.answer === null && (
                    <Answer challengeId={challenge.id} questionId={question.id} about={question.text} />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Answer(props: { readonly challengeId: string; readonly questionId: string; readonly about: string }) {
  const t = useWords(words);
  const answer = api.useMutation('post', '/v1/open-challenges/{id}/questions/{questionId}/answer');
  const params = { path: { id: props.challengeId, questionId: props.questionId } };
  return (
    <FormAct<Schemas['AnswerQuestionDto']>
      button={t.answer}
      about={props.about}
      said={t.answered}
      work={(body) => answer.mutateAsync({ params, body })}
    >
      <TextField name="answer" label={t.text} max={2000} long />
    </FormAct>
  );
}
