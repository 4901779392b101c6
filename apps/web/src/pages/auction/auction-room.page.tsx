import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Act, FormAct, ReasonedAct } from '../../ui/act.tsx';
import { Facts } from '../../ui/facts.tsx';
import { YuanField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AuctionNow, AuctionTerms } from './auction-terms.tsx';
import { Registrations } from './auction-registrations.tsx';
import { LiveRecord } from './live-record.tsx';

type Auction = Schemas['AuctionView'];

const words = bilingual(
  {
    list: '拍卖和挂牌交易',
    now: '现在',
    room: '竞价',
    public: '公众看到的页面',
    announce: '发布公告',
    announceText: '公告后条件不再改变，挂牌随之公开。拍卖公告须在竞价开始七日前发布。',
    announced: '公告已发布，开始接受报名。',
    withdraw: '撤回竞价',
    withdrawText: '竞价开始前可以撤回，已到账的保证金如数退还。',
    default: '登记买受人违约',
    defaultText: '买受人逾期不签约的，保证金不予退还，标的可以再行竞价。',
    terminate: '终止竞价',
    reserve: '保留价（截止前保密）',
    reserveLead: '只有本单位能看到。公布的只有加盐的摘要；系统在竞价截止后判定结果时才读取。',
    set: '设定保留价',
    again: '改定保留价',
    amount: '保留价（元）',
    kept: '保留价已保存。',
    commitment: '承诺摘要',
    salt: '盐（核对摘要用，请勿外传）',
    none: '没有设保留价。',
    advice: '价格参考',
    adviceLead: '同领域、同转化方式、近五年公开挂牌成交的价格区间，仅供参考。',
    low: '下限（四分之一位）',
    middle: '中位',
    high: '上限（四分之三位）',
    deal: '成交的成果',
    price: '成交额',
    signed: '签订日期',
    noDeal: '没有可参考的成交。',
    signals: '串通线索',
    signal: '线索',
    seen: '看到了什么',
    noSignal: '没有发现线索。',
  },
  {
    list: 'Auctions and listed sales',
    now: 'Now',
    room: 'Auction',
    public: 'What the public sees',
    announce: 'Announce',
    announceText: 'The terms never change after. An auction is announced at least seven days before it opens.',
    announced: 'Announced; bidders may register.',
    withdraw: 'Withdraw',
    withdrawText: 'Until bidding opens; deposits are returned in full.',
    default: 'The buyer defaulted',
    defaultText: 'The deposit is kept and the lot may be offered again.',
    terminate: 'Terminate',
    reserve: 'Reserve (secret until the close)',
    reserveLead: 'Only your unit can read it; a salted hash is public, and the system reads it after closing.',
    set: 'Set a reserve',
    again: 'Change the reserve',
    amount: 'Reserve (yuan)',
    kept: 'Kept.',
    commitment: 'Commitment',
    salt: 'Salt (keep it to yourself)',
    none: 'No reserve.',
    advice: 'What others paid',
    adviceLead: 'Prices of comparable public deals of the last five years; advice only.',
    low: 'Lower quarter',
    middle: 'Median',
    high: 'Upper quarter',
    deal: 'Achievement',
    price: 'Price',
    signed: 'Signed',
    noDeal: 'None.',
    signals: 'Signs of collusion',
    signal: 'Sign',
    seen: 'What was seen',
    noSignal: 'None.',
  },
);

/** The seller's room; the office sees deposits and signs of collusion here. */
export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const { data: me } = useMe();
  const auction = api.useQuery('get', '/v1/auctions/{id}', { params: { path: { id } } });
  return (
    <Page title={auction.data?.title ?? t.room} crumbs={[{ title: t.list, to: '/workbench/auctions' }]}>
      <QueryView query={auction}>
        {(shown) => {
          const selling = shown.organizationId === me?.organizationId;
          const office = hasRole(me, 'registrar', 'reviewer', 'auditor');
          return (
            <>
              <Section title={t.now}>
                <AuctionNow auction={shown} />
                {shown.announcedAt !== null && <Link to={`/auctions/${id}`}>{t.public}</Link>}
                <div className="form-foot">
                  {selling && <SellerActs auction={shown} />}
                  {hasRole(me, 'reviewer') && <Terminate auction={shown} />}
                </div>
              </Section>
              {selling && <Reserve auction={shown} />}
              {selling && shown.state === 'draft' && <Advice id={id} />}
              {(selling || office) && shown.announcedAt !== null && <Registrations auction={shown} selling={selling} />}
              {office && shown.announcedAt !== null && <Signals id={id} />}
              <AuctionTerms auction={shown} />
              <LiveRecord auction={shown} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

function SellerActs({ auction: { id, state } }: { readonly auction: Auction }) {
  const t = useWords(words);
  const params = { path: { id } };
  const announce = api.useMutation('post', '/v1/auctions/{id}/announcement');
  const withdraw = api.useMutation('post', '/v1/auctions/{id}/withdrawal');
  const fail = api.useMutation('post', '/v1/auctions/{id}/default');
  return (
    <>
      {state === 'draft' && (
        <Act
          primary
          button={t.announce}
          text={t.announceText}
          said={t.announced}
          work={() => announce.mutateAsync({ params })}
        />
      )}
      {(state === 'draft' || state === 'announced') && (
        <ReasonedAct
          button={t.withdraw}
          text={t.withdrawText}
          work={(body) => withdraw.mutateAsync({ params, body })}
        />
      )}
      {state === 'sold' && (
        <ReasonedAct button={t.default} text={t.defaultText} work={(body) => fail.mutateAsync({ params, body })} />
      )}
    </>
  );
}

function Terminate({ auction: { id, state } }: { readonly auction: Auction }) {
  const t = useWords(words);
  const terminate = api.useMutation('post', '/v1/auctions/{id}/termination');
  if (state !== 'announced' && state !== 'bidding') return null;
  return (
    <ReasonedAct button={t.terminate} work={(body) => terminate.mutateAsync({ params: { path: { id } }, body })} />
  );
}

function Reserve({ auction: { id, state, hasReserve } }: { readonly auction: Auction }) {
  const t = useWords(words);
  const params = { path: { id } };
  const reserve = api.useQuery('get', '/v1/auctions/{id}/reserve', { params }, { enabled: hasReserve });
  const set = api.useMutation('put', '/v1/auctions/{id}/reserve');
  return (
    <Section title={t.reserve}>
      <p className="fine">{t.reserveLead}</p>
      {hasReserve ? (
        <QueryView query={reserve}>
          {(shown) => (
            <Facts
              items={[
                [t.reserve, <Money key="reserve" value={shown.reserve} />],
                [t.commitment, <code key="commitment">{shown.commitment}</code>],
                [t.salt, <code key="salt">{shown.salt}</code>],
              ]}
            />
          )}
        </QueryView>
      ) : (
        <p>{t.none}</p>
      )}
      {state === 'draft' && (
        <FormAct<Schemas['SetReserveDto']>
          button={hasReserve ? t.again : t.set}
          said={t.kept}
          work={(body) => set.mutateAsync({ params, body })}
        >
          <YuanField name="reserveYuan" label={t.amount} />
        </FormAct>
      )}
    </Section>
  );
}

function Advice({ id }: { readonly id: string }) {
  const t = useWords(words);
  const advice = api.useQuery(
    'get',
    '/v1/auctions/{id}/reserve-advice',
    { params: { path: { id } } },
    { retry: false },
  );
  return (
    <Section title={t.advice}>
      <p className="fine">{t.adviceLead}</p>
      <QueryView query={advice}>
        {(shown) => (
          <>
            <Facts
              items={[
                [t.low, <Money key="low" value={shown.low} />],
                [t.middle, <Money key="middle" value={shown.middle} />],
                [t.high, <Money key="high" value={shown.high} />],
              ]}
            />
            <ListTable
              caption={t.advice}
              rows={shown.deals}
              rowKey={({ listingId }) => listingId}
              empty={t.noDeal}
              columns={[
                { key: 'deal', title: t.deal, render: ({ title }) => title },
                { key: 'price', title: t.price, numeric: true, render: ({ price }) => <Money value={price} /> },
                { key: 'signed', title: t.signed, render: ({ signedOn }) => <Day value={signedOn} /> },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Signals({ id }: { readonly id: string }) {
  const t = useWords(words);
  const signals = api.useQuery('get', '/v1/auctions/{id}/signals', { params: { path: { id } } });
  return (
    <Section title={t.signals}>
      <QueryView query={signals}>
        {({ items, note }) => (
          <>
            <p className="fine">{note}</p>
            <ListTable
              caption={t.signals}
              rows={items}
              rowKey={({ kind, seen }) => `${kind}${seen}`}
              empty={t.noSignal}
              columns={[
                { key: 'signal', title: t.signal, render: ({ title }) => title },
                { key: 'seen', title: t.seen, render: ({ seen }) => seen },
              ]}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
}
