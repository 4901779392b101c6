import { Button, Form, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { declineReason, matchGrade, matchState } from '../../text/codes/match.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

type Match = Schemas['TitledMatchView'];
/** On which side of a match we stand. */
export type Side = Match['acceptedBy'][number];

const words = bilingual(
  {
    gaps: '还差什么',
    score: (score: number) => `${score} 分`,
    points: '得分构成',
    accept: '接受',
    accepted: '已接受。对方也接受后，可以引荐双方。',
    waiting: '本单位已接受，等待对方答复。',
    theirs: '对方已接受，等待本单位答复。',
    decline: '婉拒',
    declineTitle: '婉拒这条撮合结果',
    reason: '原因',
    reasonMissing: '请选择原因。',
    text: '补充说明',
    declined: '已婉拒，谢谢说明原因。',
    introduce: '引荐双方',
    introduceHelp: '写一句话说明想谈什么，对方会看到；双方接受引荐后互换联系方式。',
    message: '想谈什么',
    messageMissing: '请写一句话。',
    introduced: '已提出引荐，请双方到“引荐”里答复。',
    toIntroductions: '去看引荐',
    dual: '经纪机构要同时代理双方？',
    dualLink: '办理书面同意',
  },
  {
    gaps: 'What is missing',
    score: (score) => `Score ${score}`,
    points: 'How the score came about',
    accept: 'Accept',
    accepted: 'Accepted. Once the other side accepts too, you can be introduced.',
    waiting: 'We have accepted; the other side has yet to answer.',
    theirs: 'The other side has accepted; your answer is awaited.',
    decline: 'Decline',
    declineTitle: 'Decline this match',
    reason: 'Reason',
    reasonMissing: 'Choose a reason.',
    text: 'More about it (optional)',
    declined: 'Declined. Thank you for the reason.',
    introduce: 'Introduce both sides',
    introduceHelp: 'One sentence on what to talk about; contacts are exchanged once both accept.',
    message: 'What to talk about',
    messageMissing: 'Write a sentence.',
    introduced: 'Proposed; both sides answer under introductions.',
    toIntroductions: 'To the introductions',
    dual: 'Is an agency to act for both sides?',
    dualLink: 'Consent in writing',
  },
);

/** Matches with their reasons, as the demand's or the achievement's owner answers them. */
export function MatchList({ items, side }: { readonly items: readonly Match[]; readonly side: Side }) {
  return (
    <ol className="hits">
      {items.map((match) => (
        <MatchItem key={match.id} match={match} side={side} />
      ))}
    </ol>
  );
}

function MatchItem({ match, side }: { readonly match: Match; readonly side: Side }) {
  const t = useWords(words);
  const other =
    side === 'demand'
      ? { title: match.achievementTitle, to: `/achievements/${match.achievementId}` }
      : { title: match.demandTitle, to: `/demands/${match.demandId}` };
  const ours = match.acceptedBy.includes(side);
  const open = match.state === 'proposed';
  return (
    <li>
      <h3>
        <Link to={other.to}>{other.title}</Link>
      </h3>
      <p className="hit-line">
        <span className="figure">{t.score(match.score)}</span>
        <StateTag codes={matchGrade} value={match.grade} />
        <StateTag codes={matchState} value={match.state} />
      </p>
      <p>{match.summary}</p>
      {match.signals.length > 0 && (
        <p className="fine">
          {t.points}：{match.signals.map(({ title, points }) => `${title} ${points}`).join('，')}
        </p>
      )}
      <h4>{t.gaps}</h4>
      <ul>
        {match.gaps.map(({ kind, text }) => (
          <li key={`${kind}${text}`}>{text}</li>
        ))}
      </ul>
      {open && ours && <p>{t.waiting}</p>}
      {open && !ours && match.acceptedBy.length > 0 && <p>{t.theirs}</p>}
      <div className="form-foot">
        {open && !ours && <Accept match={match} about={other.title} />}
        {(match.state === 'accepted' || match.introductionSuggested) && <Introduce match={match} about={other.title} />}
        {open && <Decline matchId={match.id} about={other.title} />}
        {match.state === 'introduced' && <Link to="/workbench/introductions">{t.toIntroductions}</Link>}
      </div>
      {(open || match.state === 'accepted') && (
        <p className="fine">
          {t.dual}{' '}
          <Link to={`/workbench/dual-agency-consent?match=${match.id}`}>
            {t.dualLink}
            <span className="visually-hidden">：{other.title}</span>
          </Link>
        </p>
      )}
    </li>
  );
}

function Accept({ match, about }: { readonly match: Match; readonly about: string }) {
  const t = useWords(words);
  const done = useDone();
  const accept = api.useMutation('post', '/v1/matches/{id}/acceptance');
  const path = { params: { path: { id: match.id } } };
  return (
    <>
      {accept.error && <ProblemNotice error={accept.error} />}
      <Button
        type="primary"
        loading={accept.isPending}
        onClick={() => void done(accept.mutateAsync(path), t.accepted).catch(() => undefined)}
      >
        {t.accept}
        <span className="visually-hidden">：{about}</span>
      </Button>
    </>
  );
}

/** Either side may introduce once both have accepted; the broker's own way stands with the broker. */
function Introduce({ match, about }: { readonly match: Match; readonly about: string }) {
  const t = useWords(words);
  const done = useDone();
  const introduce = api.useMutation('post', '/v1/introductions');
  return (
    <DialogForm<{ message: string }>
      primary
      button={t.introduce}
      about={about}
      title={t.introduce}
      onSubmit={({ message }) => done(introduce.mutateAsync({ body: { matchId: match.id, message } }), t.introduced)}
    >
      <Form.Item
        name="message"
        label={t.message}
        extra={t.introduceHelp}
        rules={[{ required: true, message: t.messageMissing }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </DialogForm>
  );
}

function Decline({ matchId, about }: { readonly matchId: string; readonly about: string }) {
  const t = useWords(words);
  const done = useDone();
  const reasons = useChoices(declineReason);
  const decline = api.useMutation('post', '/v1/matches/{id}/decline');
  return (
    <DialogForm<Schemas['DeclineMatchDto']>
      button={t.decline}
      about={about}
      title={t.declineTitle}
      onSubmit={(body) => done(decline.mutateAsync({ params: { path: { id: matchId } }, body }), t.declined)}
    >
      <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Select options={reasons} />
      </Form.Item>
      <Form.Item name="text" label={t.text}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </DialogForm>
  );
}
