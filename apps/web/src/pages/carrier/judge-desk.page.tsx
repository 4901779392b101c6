import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { competitionStage } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { NumberRow, TextRow } from '../../ui/rows.tsx';

type Desk = Schemas['JudgesDeskView'];
type Entry = Schemas['BlindEntryView'];

const words = bilingual(
  {
    list: '大赛',
    title: '评审席',
    lead: '作品匿名；评分表提交后不能更改。认出是谁、有利害关系的，请回避。',
    none: '没有分派给您的作品。',
    track: '赛道',
    score: '评分',
    points: (title: string, weight: number) => `${title}（${weight}%，0–100 分）`,
    comment: '给参赛者的评语（不署名转告）',
    done: '已评分',
    recuse: '回避',
    recused: '已回避',
    saved: '已提交，不能更改。',
    stepped: '已回避。',
  },
  {
    list: 'Competitions',
    title: 'Judge’s desk',
    lead: 'Entries are blind, sheets are final. If you know who it is or are related, step back.',
    none: 'Nothing is assigned to you.',
    track: 'Track',
    score: 'Score',
    points: (title, weight) => `${title} (${weight}%, 0–100)`,
    comment: 'For the entrant (passed on without your name)',
    done: 'Scored',
    recuse: 'Step back',
    recused: 'Stepped back',
    saved: 'Handed in; it is final.',
    stepped: 'You stepped back.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const desk = api.useQuery('get', '/v1/competitions/{id}/desk', { params: { path: { id } } });
  return (
    <Page title={desk.data?.title ?? t.title} lead={t.lead} crumbs={[{ title: t.list, to: '/workbench/competitions' }]}>
      <QueryView query={desk}>
        {(shown) => (
          <>
            <p className="hit-line">
              <Code codes={competitionStage} value={shown.stage} />
            </p>
            {shown.entries.length === 0 && <p className="empty">{t.none}</p>}
            {shown.entries.map((entry) => (
              <OneEntry key={entry.entryId} desk={shown} entry={entry} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function OneEntry({ desk, entry }: { readonly desk: Desk; readonly entry: Entry }) {
  const t = useWords(words);
  const done = useDone();
  const recuse = api.useMutation('post', '/v1/competition-entries/{id}/recusal');
  const params = { path: { id: entry.entryId } };
  return (
    <Section title={`${entry.code} ${entry.title}`}>
      <p>
        {t.track}：{entry.track}
      </p>
      <p className="prose">{entry.summary}</p>
      {entry.scored && <p>{t.done}</p>}
      {entry.recused && <p>{t.recused}</p>}
      {!entry.scored && !entry.recused && (
        <div className="form-foot">
          <Score desk={desk} entry={entry} />
          <Decision
            button={t.recuse}
            about={entry.code}
            max={1000}
            onSubmit={(body) => done(recuse.mutateAsync({ params, body }), t.stepped)}
          />
        </div>
      )}
    </Section>
  );
}

function Score({ desk, entry }: { readonly desk: Desk; readonly entry: Entry }) {
  const t = useWords(words);
  const done = useDone();
  const send = api.useMutation('post', '/v1/competition-entries/{id}/sheet');
  return (
    <DialogForm<{ scores: Record<string, number>; comment: string }>
      button={t.score}
      title={t.score}
      about={entry.code}
      primary
      onSubmit={({ scores, comment }) => {
        const body = { scores: desk.criteria.map(({ code }) => ({ code, score: scores[code] ?? 0 })), comment };
        return done(send.mutateAsync({ params: { path: { id: entry.entryId } }, body }), t.saved);
      }}
    >
      {desk.criteria.map(({ code, title, weight }) => (
        <NumberRow key={code} name={['scores', code]} label={t.points(title, weight)} min={0} max={100} />
      ))}
      <TextRow name="comment" label={t.comment} min={5} max={1000} rows={3} />
    </DialogForm>
  );
}
