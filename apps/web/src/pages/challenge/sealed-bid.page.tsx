import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bidState } from '../../text/codes/challenge.codes.ts';
import { challengeState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act } from '../../ui/act.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { BidAnswer } from './bid-answer.tsx';
import { Questions } from './questions.tsx';
import { RevealAct, SealAct } from './seal-acts.tsx';

type Challenge = Schemas['OpenChallengeView'];

const words = bilingual(
  {
    list: '技术难题竞标',
    now: '现在',
    state: '征集状态',
    commit: '提交承诺截止',
    reveal: '揭示截止',
    public: '查看公告和条款',
    details: '详细资料',
    accept: '接受条款，查看详细资料',
    acceptText: '接受即同意公告的知识产权条款和保密期限；详细资料只供应征使用。条款摘要：',
    accepted: '已接受条款。',
    bid: '本单位的方案',
    none: '还没有提交承诺。截止之前平台只保存承诺，任何人都看不到方案。',
    bidState: '方案状态',
    code: '评审代号',
    commitment: '密封承诺',
    committed: '承诺时间',
    revealed: '揭示时间',
    out: '出局的原因',
    failed: '揭示不一致的次数',
    withdraw: '撤回承诺',
    withdrawText: '截止之前可以撤回，也可以再次提交。',
    plan: '方案',
    price: '报价（元）',
    term: '工期（月）',
    team: '团队',
    files: '附件（揭示后上传与摘要一致的原件）',
  },
  {
    list: 'Open challenges',
    now: 'Now',
    state: 'State',
    commit: 'Commit by',
    reveal: 'Reveal by',
    public: 'The call and its terms',
    details: 'Details',
    accept: 'Accept the terms and read the details',
    acceptText: 'You accept the terms and the secrecy; the details are for bidding only. Hash of the terms:',
    accepted: 'Accepted.',
    bid: 'Our bid',
    none: 'Nothing committed yet. Until the deadline the market holds a hash alone.',
    bidState: 'State of the bid',
    code: 'Code',
    commitment: 'Commitment',
    committed: 'Committed',
    revealed: 'Revealed',
    out: 'Why it is out',
    failed: 'Reveals that did not match',
    withdraw: 'Withdraw',
    withdrawText: 'Until the deadline; you may commit again.',
    plan: 'Plan',
    price: 'Price (yuan)',
    term: 'Term (months)',
    team: 'Team',
    files: 'Files (hand in, once revealed, those with the sealed hashes)',
  },
);

/** The bidder's page: accept, ask, commit, keep the opening, reveal, hear the result. */
export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const params = { path: { id } };
  const challenge = api.useQuery('get', '/v1/open-challenges/{id}', { params });
  const details = api.useQuery('get', '/v1/open-challenges/{id}/details', { params }, { retry: false });
  return (
    <Page title={challenge.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/workbench/challenges' }]}>
      <QueryView query={challenge}>
        {(shown) => (
          <>
            <Section title={t.now}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={challengeState} value={shown.state} />],
                  [t.commit, <Instant key="commit" value={shown.commitUntil} />],
                  [t.reveal, <Instant key="reveal" value={shown.revealUntil} />],
                ]}
              />
              <Link to={`/challenges/${id}`}>{t.public}</Link>
            </Section>
            <Section title={t.details}>
              {details.data ? <p className="prose">{details.data.details}</p> : <Accept challenge={shown} />}
            </Section>
            {details.data && <Bid challenge={shown} />}
            <Questions challenge={shown} asking={details.data !== undefined} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Accept({ challenge: { id, state, termsHash } }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  const enter = api.useMutation('post', '/v1/open-challenges/{id}/entries');
  if (state !== 'open' || termsHash === null) return null;
  return (
    <Act
      primary
      button={t.accept}
      text={
        <>
          {t.acceptText} <code>{termsHash}</code>
        </>
      }
      said={t.accepted}
      work={() => enter.mutateAsync({ params: { path: { id } }, body: { termsHash } })}
    />
  );
}

function Bid({ challenge }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  const own = useMe().data?.organizationId;
  const bids = api.useQuery('get', '/v1/open-challenge-bids', { params: { query: { limit: 100 } } });
  return (
    <Section title={t.bid}>
      <QueryView query={bids}>
        {({ items }) => {
          const bid = items.find(({ challengeId }) => challengeId === challenge.id);
          return (
            <>
              {bid ? <Standing bid={bid} /> : <p className="empty">{t.none}</p>}
              <div className="form-foot">
                {challenge.state === 'open' && own && (
                  <SealAct challengeId={challenge.id} organizationId={own} again={bid !== undefined} />
                )}
                {bid && <BidActs bid={bid} open={challenge.state === 'open'} />}
              </div>
              {bid?.content && (
                <>
                  <h3>{t.files}</h3>
                  <Attachments
                    subjectKind="openChallengeBid"
                    subjectId={bid.id}
                    {...(bid.state === 'revealed' && { kinds: ['other'] as const })}
                  />
                </>
              )}
              {bid && (bid.state === 'won' || bid.state === 'lost') && (
                <BidAnswer bidId={bid.id} challenge={challenge} />
              )}
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}

function Standing({ bid }: { readonly bid: Schemas['OpenChallengeBidView'] }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [t.bidState, <StateTag key="state" codes={bidState} value={bid.state} />],
        [t.committed, <Instant key="committed" value={bid.committedAt} />],
        [t.commitment, <code key="commitment">{bid.commitment}</code>],
        ...(bid.code ? ([[t.code, bid.code]] as const) : []),
        ...(bid.revealedAt ? ([[t.revealed, <Instant key="revealed" value={bid.revealedAt} />]] as const) : []),
        ...(bid.failedReveals > 0 ? ([[t.failed, bid.failedReveals]] as const) : []),
        ...(bid.outReason ? ([[t.out, bid.outReason]] as const) : []),
        ...(bid.content
          ? ([
              [t.plan, bid.content.plan],
              [t.price, bid.content.priceYuan],
              [t.term, bid.content.termMonths],
              [t.team, bid.content.team],
            ] as const)
          : []),
      ]}
    />
  );
}

/** Whether a bid may be revealed is the server's clock to say: the page offers it once commitments are closed. */
function BidActs({ bid, open }: { readonly bid: Schemas['OpenChallengeBidView']; readonly open: boolean }) {
  const t = useWords(words);
  const withdraw = api.useMutation('post', '/v1/open-challenge-bids/{id}/withdrawal');
  if (bid.state !== 'committed') return null;
  return (
    <>
      <RevealAct bid={bid} />
      {open && (
        <Act
          button={t.withdraw}
          text={t.withdrawText}
          work={() => withdraw.mutateAsync({ params: { path: { id: bid.id } } })}
        />
      )}
    </>
  );
}
