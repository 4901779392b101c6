import { Button, Form } from 'antd';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { listingState, pricingMethod } from '../../text/codes/achievement.codes.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AchievementTitle } from './achievement-choice.tsx';
import { NoticePart } from './notice-part.tsx';

type Listing = Schemas['ListingView'];

const words = bilingual(
  {
    title: '挂牌',
    mine: '本单位的挂牌',
    facts: '挂牌',
    state: '状态',
    achievement: '成果',
    method: '定价方式',
    mode: '转化方式',
    price: '拟交易价格',
    negotiable: '面议',
    related: '与完成人有关联关系',
    yes: '是',
    no: '否',
    until: '有效期至',
    alive: '在架至',
    listed: '可签约起始时间',
    created: '创建时间',
    publish: '发布挂牌',
    published: '已发布。须公示的，公示期满无异议后可以签约。',
    bidding: '挂牌交易和拍卖随竞价公告公开。',
    draftBidding: '起草竞价',
    withdraw: '撤回挂牌',
    withdrawText: '撤回后公示和挂牌终止，要再出让须重新挂牌。',
    withdrawn: '已撤回。',
    renew: '续期',
    renewed: '已续期。',
    newUntil: '新的有效期至（不填按平台规定的最长期限）',
    sign: '现在能否签约',
    can: '现在可以签约。',
    freezes: '冻结经过',
    lifted: '解冻',
    still: '尚未解冻',
  },
  {
    title: 'Listing',
    mine: 'Our listings',
    facts: 'Listing',
    state: 'State',
    achievement: 'Achievement',
    method: 'Pricing',
    mode: 'Transfer',
    price: 'Price',
    negotiable: 'Negotiable',
    related: 'Related to an inventor',
    yes: 'Yes',
    no: 'No',
    until: 'Valid until',
    alive: 'Listed until',
    listed: 'Can be signed for since',
    created: 'Created',
    publish: 'Publish',
    published: 'Published. Where a notice runs, it can be signed for after it.',
    bidding: 'A listed sale and an auction go out with their announcement.',
    draftBidding: 'Draft it',
    withdraw: 'Withdraw',
    withdrawText: 'Notice and listing end; to sell it, list it again.',
    withdrawn: 'Withdrawn.',
    renew: 'Renew',
    renewed: 'Renewed.',
    newUntil: 'Valid until (empty: as long as the market allows)',
    sign: 'Can it be signed for now?',
    can: 'Yes, it can.',
    freezes: 'Frozen because of its rights',
    lifted: 'lifted',
    still: 'not lifted yet',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const listing = api.useQuery('get', '/v1/listings/{id}', { params: { path: { id } } });
  return (
    <Page title={t.title} crumbs={[{ title: t.mine, to: '/workbench/listings' }]}>
      <QueryView query={listing}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Overview listing={shown} />
              <Actions listing={shown} />
            </Section>
            {shown.noticeId && <NoticePart noticeId={shown.noticeId} />}
            {shown.state !== 'draft' && shown.state !== 'withdrawn' && (
              <>
                <Signability listingId={id} />
                <Freezes listingId={id} />
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Overview({ listing: shown }: { readonly listing: Listing }) {
  const t = useWords(words);
  return (
    <Facts
      items={[
        [
          t.achievement,
          <Link key="achievement" to={`/workbench/achievements/${shown.achievementId}`}>
            <AchievementTitle id={shown.achievementId} />
          </Link>,
        ],
        [t.state, <StateTag key="state" codes={listingState} value={shown.state} />],
        [t.method, <Code key="method" codes={pricingMethod} value={shown.pricingMethod} />],
        [t.mode, <Code key="mode" codes={transferMode} value={shown.transferMode} />],
        [t.price, shown.price ? <Money key="price" value={shown.price} /> : t.negotiable],
        [t.related, shown.relatedParty ? t.yes : t.no],
        [t.until, <Day key="until" value={shown.validUntil} />],
        [t.alive, <Day key="alive" value={shown.aliveUntil} />],
        [t.listed, <Instant key="listed" value={shown.listedAt} />],
        [t.created, <Instant key="created" value={shown.createdAt} />],
      ]}
    />
  );
}

function Actions({ listing }: { readonly listing: Listing }) {
  const t = useWords(words);
  const done = useDone();
  const path = { params: { path: { id: listing.id } } };
  const publish = api.useMutation('post', '/v1/listings/{id}/publication');
  const withdraw = api.useMutation('post', '/v1/listings/{id}/withdrawal');
  const renew = api.useMutation('post', '/v1/listings/{id}/renewal');
  const byBids = listing.pricingMethod === 'listed' || listing.pricingMethod === 'auction';
  const { state } = listing;
  const open = ['draft', 'underNotice', 'suspended', 'listed', 'expired'].includes(state);
  return (
    <>
      {publish.error && <ProblemNotice error={publish.error} />}
      {state === 'draft' && byBids && (
        <p>
          {t.bidding} <Link to={`/workbench/auctions/new?listing=${listing.id}`}>{t.draftBidding}</Link>
        </p>
      )}
      <div className="form-foot">
        {state === 'draft' && !byBids && (
          <Button
            type="primary"
            loading={publish.isPending}
            onClick={() => void done(publish.mutateAsync(path), t.published).catch(() => undefined)}
          >
            {t.publish}
          </Button>
        )}
        {(state === 'listed' || state === 'expired') && (
          <DialogForm<Schemas['RenewalDto']>
            button={t.renew}
            title={t.renew}
            onSubmit={({ validUntil }) =>
              done(renew.mutateAsync({ ...path, body: validUntil ? { validUntil } : {} }), t.renewed)
            }
          >
            <Form.Item name="validUntil" label={t.newUntil}>
              <DayField />
            </Form.Item>
          </DialogForm>
        )}
        {open && (
          <DialogForm
            button={t.withdraw}
            title={t.withdraw}
            onSubmit={() => done(withdraw.mutateAsync(path), t.withdrawn)}
          >
            <p>{t.withdrawText}</p>
          </DialogForm>
        )}
      </div>
    </>
  );
}

/** Whether a contract may be signed today; the refusal itself says why not, by which article, until when. */
function Signability({ listingId }: { readonly listingId: string }) {
  const t = useWords(words);
  const path = { params: { path: { id: listingId } } };
  const signability = api.useQuery('get', '/v1/listings/{id}/signability', path, { retry: false });
  return (
    <Section title={t.sign}>
      <QueryView query={signability}>{() => <p>{t.can}</p>}</QueryView>
    </Section>
  );
}

function Freezes({ listingId }: { readonly listingId: string }) {
  const t = useWords(words);
  const freezes = api.useQuery('get', '/v1/listings/{id}/freezes', {
    params: { path: { id: listingId }, query: { limit: 100 } },
  });
  if (!freezes.data || freezes.data.items.length === 0) return null;
  return (
    <Section title={t.freezes}>
      <ul>
        {freezes.data.items.map(({ id, title, frozenAt, liftedAt }) => (
          <li key={id}>
            {title} <Instant value={frozenAt} />，
            {liftedAt ? (
              <>
                {t.lifted} <Instant value={liftedAt} />
              </>
            ) : (
              t.still
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
