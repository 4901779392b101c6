import type { ReactNode } from 'react';
import './broker.css';
import { Form, Input } from 'antd';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { introductionState, mandateState, mandateSubject } from '../../text/codes/deal.codes.ts';
import { matchGrade, matchState } from '../../text/codes/match.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ProposeMandate } from './propose-mandate.tsx';
import { SubjectName, useSubjectTitle } from './subject.tsx';

type Match = Schemas['TitledMatchView'];

const words = bilingual(
  {
    find: '找撮合',
    about: '看什么',
    matches: '撮合结果',
    noMatch: '暂时没有对得上的。有新的需求或成果发布时，系统会继续寻找。',
    withoutMatch: '没有撮合结果也可以先取得委托，日后撮合成功即可引荐。',
    score: (score: number) => `${score} 分`,
    gaps: '还差什么',
    signals: '分数怎么来的',
    points: (title: string, points: number) => `${title} ${points > 0 ? '+' : ''}${points}`,
    mandate: (side: string) => `${side}方委托`,
    none: '未委托',
    introduction: '引荐',
    needMandate: '取得任何一方的有效委托后，可以引荐双方。',
    introduce: '引荐双方',
    message: '引荐说明',
    messageHelp: '写明为什么合适，双方都会看到。',
    messageMissing: '请写引荐说明，至少两个字。',
    introduced: '已向双方发出引荐。双方都接受后互换联系方式。',
    log: '查看引荐记录',
  },
  {
    find: 'Find matches',
    about: 'About',
    matches: 'Matches',
    noMatch: 'Nothing fits for now. The market keeps looking as new ones are published.',
    withoutMatch: 'You may get a mandate first, and introduce once a match is found.',
    score: (score) => `Score ${score}`,
    gaps: 'What is missing',
    signals: 'How the score came about',
    points: (title, points) => `${title} ${points > 0 ? '+' : ''}${points}`,
    mandate: (side) => `Mandate on the ${side.toLowerCase()}`,
    none: 'none',
    introduction: 'Introduction',
    needMandate: 'With a mandate of either side you may introduce both.',
    introduce: 'Introduce both sides',
    message: 'Message',
    messageHelp: 'Why they fit; both sides read it.',
    messageMissing: 'Write a message of at least two characters.',
    introduced: 'Both sides are told. They exchange contacts once both accept.',
    log: 'Open the log',
  },
);

/** What the broker holds and did already, to know what can be done next. */
interface Standing {
  readonly mandates: readonly Schemas['MandateView'][];
  readonly introductions: readonly Schemas['IntroductionView'][];
  readonly mayAct: boolean;
}

export function Component() {
  const t = useWords(words);
  const { kind, id = '' } = useParams();
  const subject = { kind: kind === 'achievement' ? 'achievement' : 'demand', id } as const;
  const title = useSubjectTitle(subject) ?? t.matches;
  return (
    <Page title={title} crumbs={[{ title: t.find, to: `/workbench/broker/matches?from=${subject.kind}` }]}>
      <WithStanding>
        {(standing) => (
          <>
            <Section title={t.about}>
              <p>
                <Code codes={mandateSubject} value={subject.kind} />：<SubjectName subject={subject} />
              </p>
              <Held standing={standing} subject={subject} about={title} />
            </Section>
            <Section title={t.matches}>
              {subject.kind === 'demand' ? (
                <OfDemand id={id} standing={standing} />
              ) : (
                <OfOffer id={id} standing={standing} />
              )}
            </Section>
          </>
        )}
      </WithStanding>
    </Page>
  );
}

/** Nothing is said of mandates before they have been read: "none" would be untrue, and the button beside it misleading. */
function WithStanding({ children }: { readonly children: (standing: Standing) => ReactNode }) {
  const me = useMe();
  const many = { params: { query: { limit: 100 } } };
  const mandates = api.useQuery('get', '/v1/mandates', many);
  const introductions = api.useQuery('get', '/v1/introductions', many);
  return (
    <QueryView query={me}>
      {(who) => (
        <QueryView query={mandates}>
          {({ items }) => (
            <QueryView query={introductions}>
              {(made) =>
                children({
                  mandates: items.filter(({ agencyOrganizationId }) => agencyOrganizationId === who.organizationId),
                  introductions: made.items,
                  mayAct: hasRole(who, 'broker'),
                })
              }
            </QueryView>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

function OfDemand({ id, standing }: { readonly id: string; readonly standing: Standing }) {
  const matches = api.useQuery('get', '/v1/demands/{id}/matches', { params: { path: { id } } });
  return (
    <QueryView query={matches}>
      {({ items, notice }) => <Matches items={items} notice={notice} standing={standing} side="achievement" />}
    </QueryView>
  );
}

function OfOffer({ id, standing }: { readonly id: string; readonly standing: Standing }) {
  const matches = api.useQuery('get', '/v1/achievements/{id}/matches', { params: { path: { id } } });
  return (
    <QueryView query={matches}>
      {({ items, notice }) => <Matches items={items} notice={notice} standing={standing} side="demand" />}
    </QueryView>
  );
}

function Matches(props: {
  readonly items: readonly Match[];
  readonly notice: string | null;
  readonly standing: Standing;
  /** The side that is looked for. */
  readonly side: 'demand' | 'achievement';
}) {
  const t = useWords(words);
  if (props.items.length === 0) {
    return (
      <p className="empty">
        {props.notice ?? t.noMatch}
        <br />
        {t.withoutMatch}
      </p>
    );
  }
  return (
    <>
      {props.notice && <p>{props.notice}</p>}
      <ol className="hits">
        {props.items.map((match) => (
          <MatchItem key={match.id} match={match} side={props.side} standing={props.standing} />
        ))}
      </ol>
    </>
  );
}

function MatchItem(props: {
  readonly match: Match;
  readonly side: 'demand' | 'achievement';
  readonly standing: Standing;
}) {
  const t = useWords(words);
  const { match, side, standing } = props;
  const other =
    side === 'demand'
      ? { kind: side, id: match.demandId, title: match.demandTitle }
      : { kind: side, id: match.achievementId, title: match.achievementTitle };
  return (
    <li>
      <h3>
        <Link to={`/workbench/broker/matches/${other.kind}/${other.id}`}>{other.title}</Link>
      </h3>
      <p className="hit-line">
        <span className="figure">{t.score(match.score)}</span>
        <StateTag codes={matchGrade} value={match.grade} />
        <StateTag codes={matchState} value={match.state} />
      </p>
      <p>{match.summary}</p>
      <h4>{t.gaps}</h4>
      <ul>
        {match.gaps.map(({ kind, text }) => (
          <li key={kind + text}>{text}</li>
        ))}
      </ul>
      <details>
        <summary>{t.signals}</summary>
        <ul>
          {match.signals.map(({ name, title, points }) => (
            <li key={name}>{t.points(title, points)}</li>
          ))}
        </ul>
      </details>
      <Held standing={standing} subject={other} about={other.title} matchId={match.id} />
      <Introduce match={match} standing={standing} about={other.title} />
    </li>
  );
}

/** The mandate on one side, or the way to one. */
function Held(props: {
  readonly standing: Standing;
  readonly subject: Schemas['MandateSubjectDto'];
  readonly about: string;
  readonly matchId?: string;
}) {
  const t = useWords(words);
  const { standing, subject } = props;
  const held = standing.mandates.find(({ subject: of, state }) => of.id === subject.id && isOpen(state));
  return (
    <div className="form-foot">
      <span>
        {t.mandate(useSideName(subject.kind))}：
        {held ? (
          <Link to={`/workbench/broker/mandates/${held.id}`}>
            <StateTag codes={mandateState} value={held.state} />
          </Link>
        ) : (
          t.none
        )}
      </span>
      {!held && standing.mayAct && (
        <ProposeMandate
          subject={{ kind: subject.kind, id: subject.id }}
          about={props.about}
          {...(props.matchId && { matchId: props.matchId })}
        />
      )}
    </div>
  );
}

const isOpen = (state: string): boolean => state === 'proposed' || state === 'accepted';

const sideNames = bilingual({ demand: '需求', achievement: '成果' }, { demand: 'Demand', achievement: 'Achievement' });
const useSideName = (kind: 'demand' | 'achievement'): string => useWords(sideNames)[kind];

function Introduce(props: { readonly match: Match; readonly standing: Standing; readonly about: string }) {
  const t = useWords(words);
  const done = useDone();
  const introduce = api.useMutation('post', '/v1/introductions');
  const { match, standing } = props;
  const made = standing.introductions.find(({ matchId }) => matchId === match.id);
  if (made) {
    return (
      <p>
        {t.introduction}：<StateTag codes={introductionState} value={made.state} />{' '}
        <Link to={`/workbench/broker/introductions#${made.id}`}>{t.log}</Link>
      </p>
    );
  }
  const mandated = standing.mandates.some(
    ({ state, subject }) =>
      state === 'accepted' && (subject.id === match.demandId || subject.id === match.achievementId),
  );
  if (!standing.mayAct || (match.state !== 'proposed' && match.state !== 'accepted')) return null;
  if (!mandated) return <p className="fine">{t.needMandate}</p>;
  return (
    <DialogForm<{ message: string }>
      primary
      button={t.introduce}
      about={props.about}
      title={t.introduce}
      onSubmit={({ message }) => done(introduce.mutateAsync({ body: { matchId: match.id, message } }), t.introduced)}
    >
      <Form.Item
        name="message"
        label={t.message}
        extra={t.messageHelp}
        rules={[{ required: true, min: 2, message: t.messageMissing }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
      </Form.Item>
    </DialogForm>
  );
}
