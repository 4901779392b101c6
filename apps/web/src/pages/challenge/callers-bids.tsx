import { Form } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bidState, loserReason } from '../../text/codes/challenge.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct, ReasonedAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { CodeField, DayItem, TextField } from '../../ui/fields.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { TieAct } from './tie-act.tsx';

type Challenge = Schemas['OpenChallengeView'];
type Bid = Schemas['OpenChallengeBidView'];

const words = bilingual(
  {
    title: '揭榜方案',
    none: '揭示期满之前，征集方也看不到方案。',
    plan: '方案',
    price: '报价（元）',
    term: '工期（月）',
    by: '揭榜单位',
    rank: '名次',
    awarded: '拟获奖',
    exclude: '剔除方案',
    feedback: '说明原因',
    said: '意见已保存，办结后对方可见。',
    reason: '主要原因',
    improve: (title: string) => `${title}：差在哪里、怎样改进`,
    awards: '授奖记录',
    prize: '奖金',
    deal: '洽谈',
    open: '进入洽谈',
    paid: '付款',
    pay: '登记奖金已付',
    document: '付款凭证',
    on: '付款日期',
    noAward: '还没有授奖。',
  },
  {
    title: 'Bids',
    none: 'Until the reveal is over not even the caller sees a bid.',
    plan: 'Plan',
    price: 'Price (yuan)',
    term: 'Term (months)',
    by: 'Bidder',
    rank: 'Rank',
    awarded: 'to be awarded',
    exclude: 'Exclude',
    feedback: 'Tell why',
    said: 'Kept; the bidder reads it in the end.',
    reason: 'Main reason',
    improve: (title) => `${title}: what is lacking, how to improve`,
    awards: 'Awards',
    prize: 'Prize',
    deal: 'Deal',
    open: 'Enter',
    paid: 'Paid',
    pay: 'Record the payment',
    document: 'Document',
    on: 'Paid on',
    noAward: 'None yet.',
  },
);

const ranked: readonly Challenge['state'][] = ['tied', 'ranked', 'underNotice', 'suspended', 'cleared', 'awarded'];

/** The bids as their caller sees them: nothing before the reveal is over, then ranking, reasons, awards. */
export function CallersBids({ challenge }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  const params = { path: { id: challenge.id } };
  const bids = api.useQuery('get', '/v1/open-challenges/{id}/bids', { params });
  const enabled = ranked.includes(challenge.state);
  const ranking = api.useQuery('get', '/v1/open-challenges/{id}/ranking', { params }, { enabled });
  return (
    <>
      <Section
        title={t.title}
        actions={
          ranking.data &&
          ranking.data.openTie.length > 0 &&
          bids.data && <TieAct challengeId={challenge.id} tied={ranking.data.openTie} bids={bids.data.items} />
        }
      >
        <QueryView query={bids}>
          {({ items }) => (
            <>
              {items.length === 0 && <p className="empty">{t.none}</p>}
              <ul className="hits">
                {items.map((bid) => (
                  <BidItem
                    key={bid.id}
                    bid={bid}
                    challenge={challenge}
                    place={ranking.data?.ranking.find(({ bidId }) => bidId === bid.id)}
                  />
                ))}
              </ul>
            </>
          )}
        </QueryView>
      </Section>
      {challenge.state === 'awarded' && <Awards id={challenge.id} />}
    </>
  );
}

function BidItem(props: {
  readonly bid: Bid;
  readonly challenge: Challenge;
  readonly place: Schemas['RankedBidView'] | undefined;
}) {
  const t = useWords(words);
  const { bid, challenge, place } = props;
  const params = { path: { id: challenge.id, bidId: bid.id } };
  const exclude = api.useMutation('post', '/v1/open-challenges/{id}/bids/{bidId}/exclusion');
  const open = bid.state === 'revealed' && challenge.state !== 'awarded' && challenge.state !== 'failed';
  return (
    <li>
      <h3>
        {bid.code} <StateTag codes={bidState} value={bid.state} />
      </h3>
      <Facts
        items={[
          [t.by, <OrganizationName key="by" id={bid.organizationId} />],
          ...(place ? ([[t.rank, `${place.rank}${place.awarded ? `，${t.awarded}` : ''}`]] as const) : []),
          ...(bid.content
            ? ([
                [t.plan, bid.content.plan],
                [t.price, bid.content.priceYuan],
                [t.term, bid.content.termMonths],
              ] as const)
            : []),
        ]}
      />
      {open && (
        <div className="form-foot">
          {place?.awarded !== true && <Feedback challenge={challenge} bid={bid} />}
          <ReasonedAct
            button={t.exclude}
            about={bid.code ?? undefined}
            work={(body) => exclude.mutateAsync({ params, body })}
          />
        </div>
      )}
    </li>
  );
}

function Feedback({ challenge, bid }: { readonly challenge: Challenge; readonly bid: Bid }) {
  const t = useWords(words);
  const feedback = api.useMutation('post', '/v1/open-challenges/{id}/bids/{bidId}/feedback');
  const params = { path: { id: challenge.id, bidId: bid.id } };
  return (
    <FormAct<Schemas['LoserFeedbackDto']>
      button={t.feedback}
      about={bid.code ?? undefined}
      said={t.said}
      initial={{ texts: challenge.criteria.map(({ code }) => ({ criterion: code, text: '' })) }}
      work={({ reason, texts }) =>
        feedback.mutateAsync({
          params,
          body: {
            reason,
            texts: challenge.criteria.map(({ code }, index) => ({ criterion: code, text: texts[index]?.text ?? '' })),
          },
        })
      }
    >
      <CodeField name="reason" label={t.reason} codes={loserReason} />
      <Form.List name="texts">
        {(fields) =>
          fields.map(({ key, name }) => (
            <TextField
              key={key}
              name={[name, 'text']}
              label={t.improve(challenge.criteria[name]?.title ?? '')}
              max={1000}
              long
            />
          ))
        }
      </Form.List>
    </FormAct>
  );
}

function Awards({ id }: { readonly id: string }) {
  const t = useWords(words);
  const awards = api.useQuery('get', '/v1/open-challenges/{id}/awards', { params: { path: { id } } });
  return (
    <Section title={t.awards}>
      <QueryView query={awards}>
        {({ items }) => (
          <ListTable
            caption={t.awards}
            rows={items}
            rowKey={({ bidId }) => bidId}
            empty={t.noAward}
            columns={[
              { key: 'rank', title: t.rank, render: ({ rank }) => rank },
              { key: 'by', title: t.by, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
              { key: 'prize', title: t.prize, numeric: true, render: ({ prize }) => <Money value={prize} /> },
              {
                key: 'deal',
                title: t.deal,
                render: ({ dealId }) => (dealId ? <Link to={`/workbench/deals/${dealId}`}>{t.open}</Link> : '—'),
              },
              {
                key: 'paid',
                title: t.paid,
                render: (row) => (row.paidOn ? <Day value={row.paidOn} /> : <Pay id={id} bidId={row.bidId} />),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Pay({ id, bidId }: { readonly id: string; readonly bidId: string }) {
  const t = useWords(words);
  const pay = api.useMutation('post', '/v1/open-challenges/{id}/bids/{bidId}/prize-payment');
  return (
    <FormAct<Schemas['PrizePaymentDto']>
      button={t.pay}
      work={(body) => pay.mutateAsync({ params: { path: { id, bidId } }, body })}
    >
      <TextField name="document" label={t.document} max={200} />
      <DayItem name="paidOn" label={t.on} />
    </FormAct>
  );
}
