import { useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bidderState, depositState } from '../../text/codes/auction.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct } from '../../ui/act.tsx';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextField, YuanField } from '../../ui/fields.tsx';
import { Money } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AuctionNow, AuctionTerms } from './auction-terms.tsx';
import { LiveRecord } from './live-record.tsx';

type Auction = Schemas['AuctionView'];
type Registration = Schemas['AuctionRegistrationView'];

const words = bilingual(
  {
    list: '拍卖和挂牌交易',
    room: '竞价',
    now: '现在',
    own: '本单位的报名',
    notYet: '还没有报名。报名后由转让方确认资格；保证金汇入交易机构账户，由交易机构登记到账。',
    register: '报名',
    registerAgain: '重新报名',
    registered: '已报名，等待转让方确认资格。',
    contact: '联系人',
    phone: '联系电话',
    statement: '怎样符合资格条件',
    state: '资格',
    paddle: '竞买号',
    deposit: '保证金',
    noDeposit: (yuan: string) => `尚未到账，应为 ${yuan} 元`,
    reason: '不予确认的理由',
    withdraw: '退出竞价',
    withdrawText: '竞价开始前可以退出，保证金如数退还。',
    bid: '应价',
    offer: '报价',
    bidLead: '以服务器收到并排定次序的时刻为准；应价不得撤回。',
    amount: '金额（元）',
    least: '至少',
    sent: (sequence: number) => `已接受，序号 ${sequence}。`,
    question: '确认应价',
    questionText: (yuan: string) => `以 ${yuan} 元应价，不得撤回。`,
    winning: '本单位的报价目前最高。',
    outbid: '已有更高的报价。',
    won: '本单位竞得。请在签约期限内与转让方签订合同。',
  },
  {
    list: 'Auctions and listed sales',
    room: 'Auction',
    now: 'Now',
    own: 'Our registration',
    notYet: 'Not registered. The seller qualifies bidders; the office records the deposit.',
    register: 'Register',
    registerAgain: 'Register again',
    registered: 'Registered; the seller qualifies you.',
    contact: 'Contact',
    phone: 'Telephone',
    statement: 'How you qualify',
    state: 'Standing',
    paddle: 'Paddle',
    deposit: 'Deposit',
    noDeposit: (yuan) => `not received yet; ${yuan} yuan`,
    reason: 'Why it was rejected',
    withdraw: 'Leave',
    withdrawText: 'Until bidding opens; the deposit is returned in full.',
    bid: 'Bid',
    offer: 'Offer',
    bidLead: 'The moment the server ordered it counts; a bid cannot be withdrawn.',
    amount: 'Amount (yuan)',
    least: 'At least',
    sent: (sequence) => `Accepted as number ${sequence}.`,
    question: 'Confirm the bid',
    questionText: (yuan) => `You bid ${yuan} yuan; it cannot be withdrawn.`,
    winning: 'Yours is the highest.',
    outbid: 'Somebody bid more.',
    won: 'You won. Sign the contract within the term.',
  },
);

/** The bidder's room: register, see the deposit, bid, follow the record live. */
export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const { data: me } = useMe();
  const params = { path: { id } };
  const auction = api.useQuery('get', '/v1/auctions/{id}', { params });
  const registrations = api.useQuery('get', '/v1/auctions/{id}/registrations', {
    params: { ...params, query: { limit: 100 } },
  });
  return (
    <Page title={auction.data?.title ?? t.room} crumbs={[{ title: t.list, to: '/workbench/auctions' }]}>
      <QueryView query={auction}>
        {(shown) => (
          <>
            <Section title={t.now}>
              <AuctionNow auction={shown} />
            </Section>
            <Section title={t.own}>
              <QueryView query={registrations}>
                {({ items }) => <Own auction={shown} registration={currentOf(items, me?.organizationId)} />}
              </QueryView>
            </Section>
            <LiveRecord auction={shown} />
            <AuctionTerms auction={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** The registration that counts: the open one, or else the newest. */
function currentOf(all: readonly Registration[], own: string | undefined): Registration | undefined {
  const ours = all.filter(({ organizationId }) => organizationId === own);
  const open = ours.find(({ state }) => state === 'registered' || state === 'qualified');
  return open ?? ours.reduce<Registration | undefined>((a, b) => (a && a.createdAt > b.createdAt ? a : b), undefined);
}

function Own({
  auction,
  registration,
}: {
  readonly auction: Auction;
  readonly registration: Registration | undefined;
}) {
  const t = useWords(words);
  const out = registration === undefined || registration.state === 'withdrawn' || registration.state === 'rejected';
  return (
    <>
      {registration === undefined ? <p>{t.notYet}</p> : <Standing auction={auction} registration={registration} />}
      {out && auction.state === 'announced' && (
        <Register auctionId={auction.id} button={registration ? t.registerAgain : t.register} />
      )}
    </>
  );
}

function Standing({ auction, registration }: { readonly auction: Auction; readonly registration: Registration }) {
  const t = useWords(words);
  const { deposit, paddle, state } = registration;
  const withdraw = api.useMutation('post', '/v1/auctions/{id}/registrations/{registrationId}/withdrawal');
  const params = { path: { id: auction.id, registrationId: registration.id } };
  const ours = paddle !== null && auction.highestPaddle === paddle;
  return (
    <>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={bidderState} value={state} />],
          [t.paddle, paddle],
          [
            t.deposit,
            deposit ? (
              <span key="deposit">
                <StateTag codes={depositState} value={deposit.state} /> <Money value={deposit.amount} />
              </span>
            ) : (
              t.noDeposit(auction.deposit.yuan)
            ),
          ],
          ...(registration.decisionReason ? ([[t.reason, registration.decisionReason]] as const) : []),
        ]}
      />
      {auction.state === 'sold' && ours && <p role="status">{t.won}</p>}
      {auction.state === 'bidding' && auction.highest && <p role="status">{ours ? t.winning : t.outbid}</p>}
      {state === 'qualified' && biddable(auction) && <Bid auction={auction} />}
      {auction.state === 'announced' && (state === 'registered' || state === 'qualified') && (
        <Act button={t.withdraw} text={t.withdrawText} work={() => withdraw.mutateAsync({ params })} />
      )}
    </>
  );
}

/** A listed sale takes offers in its period; both take bids once they have opened, which the server decides by its clock. */
const biddable = ({ state }: Auction): boolean => state === 'bidding' || state === 'announced';

function Register({ auctionId, button }: { readonly auctionId: string; readonly button: string }) {
  const t = useWords(words);
  const register = api.useMutation('post', '/v1/auctions/{id}/registrations');
  return (
    <FormAct<Schemas['RegisterBidderDto']>
      primary
      button={button}
      said={t.registered}
      work={(body) => register.mutateAsync({ params: { path: { id: auctionId } }, body })}
    >
      <TextField name="contactName" label={t.contact} max={50} />
      <TextField name="contactPhone" label={t.phone} max={30} />
      <TextField name="statement" label={t.statement} max={2000} long />
    </FormAct>
  );
}

function Bid({ auction }: { readonly auction: Auction }) {
  const t = useWords(words);
  const done = useDone();
  const bid = api.useMutation('post', '/v1/auctions/{id}/bids');
  const label = auction.state === 'announced' && auction.method === 'listed' ? t.offer : t.bid;
  return (
    <div className="narrow">
      <p>
        {t.least} <Money value={auction.minimumBid} />。<span className="fine">{t.bidLead}</span>
      </p>
      <ApiForm<Schemas['BidDto']>
        key={auction.minimumBid.yuan} // the next bid starts from what is asked for now
        initial={{ amountYuan: auction.minimumBid.yuan }}
        submit={label}
        confirm={({ amountYuan }) => ({ title: t.question, text: t.questionText(amountYuan) })}
        onSubmit={async (body) => {
          const accepted = await bid.mutateAsync({ params: { path: { id: auction.id } }, body });
          await done(Promise.resolve(), t.sent(accepted.sequence));
        }}
      >
        <YuanField name="amountYuan" label={t.amount} />
      </ApiForm>
    </div>
  );
}
