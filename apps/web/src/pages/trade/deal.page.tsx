import { Form, Input, Select } from 'antd';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { breakOffReason, dealState } from '../../text/codes/deal.codes.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { SubjectName } from '../broker/subject.tsx';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RedLine } from './red-line.tsx';

const words = bilingual(
  {
    title: '洽谈室',
    deals: '洽谈',
    facts: '洽谈',
    state: '状态',
    seller: '卖方',
    buyer: '买方',
    since: '开始时间',
    closed: '终止原因',
    offers: '报价',
    whole: '报价链完整：每一份报价都含上一份的摘要，谁也改不了。',
    broken: '报价链不完整，请联系市场管理人员。',
    noOffer: '还没有报价。',
    ours: '我方',
    theirs: '对方',
    terms: '条件',
    hash: '摘要',
    offer: '报价或还价',
    price: '报价（元）',
    priceWrong: '应为元，至多两位小数，例如 300000。',
    mode: '转化方式',
    modeMissing: '请选择转化方式。',
    termsMissing: '请写明条件。',
    offered: '报价已送达对方。',
    agree: '接受对方的报价',
    agreeText: '接受后，双方就此达成一致，可以起草合同。',
    agreed: '已达成一致。',
    breakOff: '终止洽谈',
    reason: '原因',
    reasonMissing: '请选择原因。',
    text: '说明',
    textMissing: '请说明，对方会看到。',
    brokenOff: '洽谈已终止。',
    draft: '起草合同',
    next: '双方已达成一致。下一步：',
    refuse: '拒绝对方的报价',
    refuseText: '拒绝后洽谈继续，对方可以再报价；原因对方会看到。',
    refused: '已拒绝并说明原因。',
    breakText: '终止后不能恢复；要再谈，须重新引荐。',
    difference: '与上一份报价比较',
    priceChange: '价格变化',
    same: '条件文字没有变化。',
    room: '文件与记录',
    documents: '洽谈文件',
    record: '全部记录与留言',
    demand: '技术需求',
    achievement: '科技成果',
  },
  {
    title: 'Deal room',
    deals: 'Deals',
    facts: 'Deal',
    state: 'State',
    seller: 'Seller',
    buyer: 'Buyer',
    since: 'Since',
    closed: 'Why it ended',
    offers: 'Offers',
    whole: 'The chain of offers is whole: each holds the digest of the one before.',
    broken: 'The chain of offers is broken; tell the market’s staff.',
    noOffer: 'No offer yet.',
    ours: 'Ours',
    theirs: 'Theirs',
    terms: 'Terms',
    hash: 'Digest',
    offer: 'Offer or counter-offer',
    price: 'Price (yuan)',
    priceWrong: 'Yuan with at most two decimals, e.g. 300000.',
    mode: 'Way of transfer',
    modeMissing: 'Choose a way.',
    termsMissing: 'State the terms.',
    offered: 'The other side has your offer.',
    agree: 'Accept their offer',
    agreeText: 'With this both sides agree; a contract can be drafted.',
    agreed: 'Agreed.',
    breakOff: 'Break off',
    reason: 'Reason',
    reasonMissing: 'Choose a reason.',
    text: 'Explanation',
    textMissing: 'Explain; the other side reads it.',
    brokenOff: 'Broken off.',
    draft: 'Draft the contract',
    next: 'Both sides agree. Next: ',
    refuse: 'Refuse their offer',
    refuseText: 'The negotiation goes on; they may offer again and read your reason.',
    refused: 'Refused, with the reason.',
    breakText: 'This cannot be undone; to talk again, be introduced anew.',
    difference: 'Compared with the offer before',
    priceChange: 'Price',
    same: 'The terms read the same.',
    room: 'Documents and record',
    documents: 'Documents',
    record: 'The whole record, and notes',
    demand: 'Demand',
    achievement: 'Achievement',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const path = { params: { path: { id } } };
  const deal = api.useQuery('get', '/v1/deals/{id}', path);
  const offers = api.useQuery('get', '/v1/deals/{id}/offers', path, { refetchInterval: 10_000 });
  return (
    <Page title={t.title} crumbs={[{ title: t.deals, to: '/workbench/deals' }]}>
      <QueryView query={deal}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={dealState} value={shown.state} />],
                  [t.seller, <OrganizationName key="seller" id={shown.sellerOrganizationId} />],
                  [t.buyer, <OrganizationName key="buyer" id={shown.buyerOrganizationId} />],
                  [
                    t.demand,
                    shown.demandId && <SubjectName key="demand" subject={{ kind: 'demand', id: shown.demandId }} />,
                  ],
                  [
                    t.achievement,
                    shown.achievementId && (
                      <SubjectName key="achievement" subject={{ kind: 'achievement', id: shown.achievementId }} />
                    ),
                  ],
                  [t.since, <Instant key="since" value={shown.createdAt} />],
                  ...(shown.closeReason ? ([[t.closed, shown.closeReason]] as const) : []),
                ]}
              />
              {shown.state === 'agreed' && (
                <p role="note">
                  {t.next}
                  <Link to={`/workbench/contracts/new?deal=${id}`}>{t.draft}</Link>
                </p>
              )}
            </Section>
            <Section title={t.room}>
              <ul>
                <li>
                  <Link to={`/workbench/deals/${id}/documents`}>{t.documents}</Link>
                </li>
                <li>
                  <Link to={`/workbench/deals/${id}/record`}>{t.record}</Link>
                </li>
              </ul>
            </Section>
            <Section title={t.offers}>
              <QueryView query={offers}>{(chain) => <Offers chain={chain} dealId={id} />}</QueryView>
              {shown.state === 'negotiating' && <Moves deal={shown} offers={offers.data?.items ?? []} />}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Offers({ chain, dealId }: { readonly chain: Schemas['OfferChainView']; readonly dealId: string }) {
  const t = useWords(words);
  const me = useMe();
  if (chain.items.length === 0) return <p className="empty">{t.noOffer}</p>;
  return (
    <>
      <ol className="hits">
        {chain.items.map((offer) => (
          <li key={offer.id}>
            <h3>
              #{offer.serial} {offer.organizationId === me.data?.organizationId ? t.ours : t.theirs}：
              <Money value={offer.price} />（<Code codes={transferMode} value={offer.mode} />）
            </h3>
            <p className="prose">
              {t.terms}：{offer.terms}
            </p>
            <p className="hit-line">
              <Instant value={offer.offeredAt} />
              <span>
                {t.hash} {offer.hash.slice(0, 12)}…
              </span>
            </p>
          </li>
        ))}
      </ol>
      <p className="fine">{chain.whole ? t.whole : t.broken}</p>
      {chain.items.length > 1 && <Difference dealId={dealId} to={chain.items.length} />}
    </>
  );
}

/** What the last offer changes: in words and marks, never by colour alone. */
function Difference({ dealId, to }: { readonly dealId: string; readonly to: number }) {
  const t = useWords(words);
  const params = { path: { id: dealId }, query: { from: to - 1, to } };
  const comparison = api.useQuery('get', '/v1/deals/{id}/offer-comparison', { params });
  if (!comparison.data) return null;
  const { priceDifference, terms } = comparison.data;
  return (
    <>
      <h3>{t.difference}</h3>
      <p>
        {t.priceChange}：<Money value={priceDifference} />
      </p>
      <RedLine parts={terms.parts} same={t.same} />
    </>
  );
}

function Moves(props: { readonly deal: Schemas['DealView']; readonly offers: readonly Schemas['OfferView'][] }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const modes = useChoices(transferMode);
  const path = { params: { path: { id: props.deal.id } } };
  const offer = api.useMutation('post', '/v1/deals/{id}/offers');
  const agree = api.useMutation('post', '/v1/deals/{id}/agreement');
  const refuse = api.useMutation('post', '/v1/deals/{id}/refusals');
  const breakOff = api.useMutation('post', '/v1/deals/{id}/break-off');
  const last = props.offers.at(-1);
  const answerable =
    last && last.organizationId !== me.data?.organizationId && last.serial !== props.deal.refusedSerial;
  return (
    <div className="form-foot">
      {answerable && (
        <DialogForm<object>
          primary
          button={t.agree}
          title={t.agree}
          onSubmit={() => done(agree.mutateAsync({ ...path, body: { serial: last.serial } }), t.agreed)}
        >
          <p>{t.agreeText}</p>
          <p>
            #{last.serial} <Money value={last.price} />，{last.terms}
          </p>
        </DialogForm>
      )}
      <DialogForm<Schemas['OfferDto']>
        button={t.offer}
        title={t.offer}
        onSubmit={(body) => done(offer.mutateAsync({ ...path, body }), t.offered)}
      >
        <Form.Item
          name="priceYuan"
          label={t.price}
          rules={[{ required: true, pattern: /^\d{1,13}(\.\d{1,2})?$/, message: t.priceWrong }]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="mode" label={t.mode} rules={[{ required: true, message: t.modeMissing }]}>
          <Select options={modes} />
        </Form.Item>
        <Form.Item name="terms" label={t.terms} rules={[{ required: true, message: t.termsMissing }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
      </DialogForm>
      {answerable && (
        <DialogForm<Omit<Schemas['RefuseOfferDto'], 'serial'>>
          button={t.refuse}
          title={t.refuse}
          onSubmit={(body) => done(refuse.mutateAsync({ ...path, body: { ...body, serial: last.serial } }), t.refused)}
        >
          <p>{t.refuseText}</p>
          <ReasonFields />
        </DialogForm>
      )}
      <DialogForm<Schemas['BreakOffDto']>
        button={t.breakOff}
        title={t.breakOff}
        onSubmit={(body) => done(breakOff.mutateAsync({ ...path, body }), t.brokenOff)}
      >
        <p>{t.breakText}</p>
        <ReasonFields />
      </DialogForm>
    </div>
  );
}

/** Every refusal has a reason that the other side reads. */
function ReasonFields() {
  const t = useWords(words);
  const reasons = useChoices(breakOffReason);
  return (
    <>
      <Form.Item name="reasonCode" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
        <Select options={reasons} />
      </Form.Item>
      <Form.Item name="reason" label={t.text} rules={[{ required: true, message: t.textMissing }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  );
}
