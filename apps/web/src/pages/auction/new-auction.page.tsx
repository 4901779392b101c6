import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { pricingMethod } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { useChoices } from '../../ui/code.tsx';
import { ChoiceField, CodeField, CountField, InstantItem, TextField, YuanField } from '../../ui/fields.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RepeatedFields } from '../../ui/repeated-fields.tsx';
import { useAchievementTitles } from './achievement-titles.ts';

type Draft = Schemas['DraftAuctionDto'];

const words = bilingual(
  {
    title: '起草竞价',
    list: '拍卖和挂牌交易',
    listing: '挂牌',
    none: '没有可以竞价的挂牌：先以拍卖或挂牌交易方式起草挂牌。',
    makeListing: '起草挂牌',
    method: '竞价方式（与挂牌的定价方式相同）',
    conditions: '交易条件',
    qualification: '受让方资格条件',
    start: '起拍价或挂牌价（元）',
    deposit: '保证金（元，不填为不收）',
    increments: '加价幅度',
    incrementHelp: '按价格分段；不填用平台规则的分段。',
    increment: (serial: number) => `第 ${serial} 段`,
    from: '自该价格起（元）',
    step: '每次至少加（元）',
    add: '再加一段',
    remove: '删除',
    times: '日程（北京时间）',
    notice: (auction: number, listed: number) =>
      `拍卖公告应在竞价开始 ${auction} 日前发布；挂牌交易的挂牌期不少于 ${listed} 日。`,
    registration: '报名截止（挂牌期满）',
    opens: '竞价开始',
    closes: '竞价截止',
    least: '挂牌交易：最少合格意向受让方',
    extensionDays: '挂牌交易：每次延长日数',
    extensions: '挂牌交易：最多延长次数',
    next: '下一步可设保留价，然后发布公告；公告后条件不再改变。',
    save: '保存草稿',
  },
  {
    title: 'Draft an auction or a listed sale',
    list: 'Auctions and listed sales',
    listing: 'Listing',
    none: 'There is no listing for it: draft one by auction or listed price.',
    makeListing: 'Draft a listing',
    method: 'Method (as the listing says)',
    conditions: 'Conditions',
    qualification: 'Who may bid',
    start: 'Starting price (yuan)',
    deposit: 'Deposit (yuan; empty: none)',
    increments: 'Increments',
    incrementHelp: 'By price; empty: as the rules say.',
    increment: (serial) => `Step ${serial}`,
    from: 'From a price of (yuan)',
    step: 'at least (yuan)',
    add: 'Another step',
    remove: 'Remove',
    times: 'Dates (Beijing time)',
    notice: (auction, listed) =>
      `Announced at least ${auction} days before an auction opens; a listed period lasts at least ${listed} days.`,
    registration: 'Registration closes',
    opens: 'Bidding opens',
    closes: 'Bidding closes',
    least: 'Listed sale: fewest qualified bidders',
    extensionDays: 'Listed sale: days of an extension',
    extensions: 'Listed sale: extensions at most',
    next: 'Next set a reserve if you want one, then announce; the terms never change after.',
    save: 'Save the draft',
  },
);

export function Component() {
  const t = useWords(words);
  const listings = api.useQuery('get', '/v1/listings/mine', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} lead={t.next} crumbs={[{ title: t.list, to: '/workbench/auctions' }]}>
      <QueryView query={listings}>
        {({ items }) => {
          const open = items.filter(
            ({ state, pricingMethod: method }) => state === 'draft' && (method === 'listed' || method === 'auction'),
          );
          return open.length === 0 ? (
            <p className="empty">
              {t.none} <Link to="/workbench/listings/new">{t.makeListing}</Link>
            </p>
          ) : (
            <DraftForm listings={open} />
          );
        }}
      </QueryView>
    </Page>
  );
}

function DraftForm({ listings }: { readonly listings: readonly Schemas['ListingView'][] }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const asked = listings.find(({ id }) => id === params.get('listing')) ?? listings[0];
  const title = useAchievementTitles(listings.map(({ achievementId }) => achievementId));
  const methods = useChoices(pricingMethod);
  const draft = api.useMutation('post', '/v1/auctions');
  const choices = listings.map(({ id, achievementId, pricingMethod: method }) => ({
    value: id,
    label: `${title(achievementId)}（${methods.find(({ value }) => value === method)?.label ?? ''}）`,
  }));
  const save = async (values: Draft): Promise<void> => {
    const { increments, ...terms } = values;
    const body = { ...filled(terms), ...(increments?.length && { increments }) };
    const made = await draft.mutateAsync({ body });
    await navigate(`/workbench/auctions/${made.id}`);
  };
  return (
    <ApiForm<Draft>
      draftKey="auction"
      submit={t.save}
      onSubmit={save}
      {...(asked && { initial: { listingId: asked.id, method: asked.pricingMethod as Draft['method'] } })}
    >
      <Section title={t.title}>
        <ChoiceField name="listingId" label={t.listing} choices={choices} />
        <CodeField name="method" label={t.method} codes={pricingMethod} only={['auction', 'listed']} />
        <TextField name="conditions" label={t.conditions} max={4000} long />
        <TextField name="qualification" label={t.qualification} max={2000} long />
        <YuanField name="startPriceYuan" label={t.start} />
        <YuanField name="depositYuan" label={t.deposit} optional />
      </Section>
      <Increments />
      <Times />
    </ApiForm>
  );
}

function Increments() {
  const t = useWords(words);
  return (
    <Section title={t.increments}>
      <p className="fine">{t.incrementHelp}</p>
      <RepeatedFields
        name="increments"
        title={(n) => t.increment(n)}
        remove={(n) => `${t.remove} ${t.increment(n)}`}
        add={t.add}
      >
        {(name) => (
          <>
            <YuanField name={[name, 'fromYuan']} label={t.from} />
            <YuanField name={[name, 'stepYuan']} label={t.step} />
          </>
        )}
      </RepeatedFields>
    </Section>
  );
}

function Times() {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/auction-rules');
  const rule = data?.items.at(-1);
  return (
    <Section title={t.times}>
      {rule && <p>{t.notice(rule.auctionNoticeDays, rule.listedPeriodDays)}</p>}
      <InstantItem name="registrationClosesAt" label={t.registration} />
      <InstantItem name="opensAt" label={t.opens} />
      <InstantItem name="closesAt" label={t.closes} />
      <CountField name="minimumBidders" label={t.least} max={5} optional />
      <CountField name="periodExtensionDays" label={t.extensionDays} max={20} optional />
      <CountField name="periodExtensionsMax" label={t.extensions} min={0} max={6} optional />
    </Section>
  );
}
