import { Form, Input, Radio } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { listingState, pricingMethod } from '../../text/codes/achievement.codes.ts';
import { introducerKind, introductionState } from '../../text/codes/deal.codes.ts';
import { transferMode } from '../../text/codes/market.codes.ts';
import { SubjectName } from '../broker/subject.tsx';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    title: '引荐',
    lead: '接受引荐时留下联系方式；双方都接受后才互相公开。',
    workbench: '我的工作台',
    empty: '还没有引荐。双方都接受一条撮合结果后，任何一方或经纪人都可以引荐。',
    demand: '需求',
    achievement: '成果',
    buyer: '需方',
    seller: '供方',
    by: '引荐人',
    at: '引荐时间',
    contact: '对方联系方式',
    notYet: '双方都接受后可见',
    accept: '接受引荐',
    acceptTitle: '接受引荐',
    contactLabel: '本单位联系方式',
    contactHelp: '双方都接受后才向对方公开，例如：姓名、电话。',
    contactMissing: '请填写联系方式。',
    accepted: '已接受引荐。',
    decline: '谢绝',
    reason: '谢绝原因',
    reasonMissing: '请说明原因。',
    declined: '已谢绝。',
    open: '开始洽谈',
    opened: '洽谈已开始。',
    room: '进入洽谈室',
    listing: '按哪一条挂牌洽谈',
    listingHelp: '高校、科研院所的成果，须公示期满才能签约；洽谈现在就可以开始。',
    noListing: '这项成果还没有挂牌。可以先洽谈；高校、科研院所的成果，签约前须由卖方挂牌公示，再以该挂牌洽谈。',
  },
  {
    title: 'Introductions',
    lead: 'Leave a contact when you accept; both are shown once both sides have accepted.',
    workbench: 'Workbench',
    empty: 'No introduction yet. Once both sides accept a match, either of them or a broker may introduce.',
    demand: 'Demand',
    achievement: 'Achievement',
    buyer: 'Demand side',
    seller: 'Achievement side',
    by: 'Introduced by',
    at: 'Time',
    contact: 'Their contact',
    notYet: 'Shown once both have accepted',
    accept: 'Accept',
    acceptTitle: 'Accept the introduction',
    contactLabel: 'Our contact',
    contactHelp: 'Shown to the other side once both have accepted.',
    contactMissing: 'Fill in a contact.',
    accepted: 'Accepted.',
    decline: 'Decline',
    reason: 'Reason',
    reasonMissing: 'Give the reason.',
    declined: 'Declined.',
    open: 'Start negotiating',
    opened: 'The negotiation has begun.',
    room: 'Enter the deal room',
    listing: 'On which listing',
    listingHelp: 'What a public unit owns may be signed for once its notice has ended; negotiating may begin now.',
    noListing: 'It is not listed yet. What a public unit owns must be listed before a contract is signed.',
  },
);

export function Component() {
  const t = useWords(words);
  const introductions = api.useQuery('get', '/v1/introductions', { params: { query: { limit: 100 } } });
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <QueryView query={introductions}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t.empty}</p>
          ) : (
            <>
              {items.map((introduction) => (
                <Introduction key={introduction.id} introduction={introduction} />
              ))}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function Introduction({ introduction: shown }: { readonly introduction: Schemas['IntroductionView'] }) {
  const t = useWords(words);
  const me = useMe();
  const other = shown.acceptances.find(({ organizationId }) => organizationId !== me.data?.organizationId);
  return (
    <Section title={shown.message} actions={<StateTag codes={introductionState} value={shown.state} />}>
      <Facts
        items={[
          [t.demand, <SubjectName key="demand" subject={{ kind: 'demand', id: shown.demandId }} />],
          [t.achievement, <SubjectName key="achievement" subject={{ kind: 'achievement', id: shown.achievementId }} />],
          [t.buyer, <OrganizationName key="buyer" id={shown.demandOrganizationId} />],
          [t.seller, <OrganizationName key="seller" id={shown.achievementOrganizationId} />],
          [t.by, <Code key="by" codes={introducerKind} value={shown.introducer.kind} />],
          [t.at, <Instant key="at" value={shown.createdAt} />],
          [t.contact, other?.contact ?? t.notYet],
        ]}
      />
      <Answer introduction={shown} />
    </Section>
  );
}

function Answer({ introduction: shown }: { readonly introduction: Schemas['IntroductionView'] }) {
  const t = useWords(words);
  const me = useMe();
  const done = useDone();
  const path = { params: { path: { id: shown.id } } };
  const accept = api.useMutation('post', '/v1/introductions/{id}/acceptances');
  const decline = api.useMutation('post', '/v1/introductions/{id}/refusal');
  const ours = me.data?.organizationId;
  const party = ours === shown.demandOrganizationId || ours === shown.achievementOrganizationId;
  const answered = shown.acceptances.some(({ organizationId }) => organizationId === ours);
  if (!party) return null;
  if (shown.state === 'accepted') return <Open introduction={shown} />;
  if (shown.state !== 'proposed' || answered) return null;
  return (
    <div className="form-foot">
      <DialogForm<Schemas['AcceptIntroductionDto']>
        primary
        button={t.accept}
        about={shown.message}
        title={t.acceptTitle}
        onSubmit={(body) => done(accept.mutateAsync({ ...path, body }), t.accepted)}
      >
        <Form.Item
          name="contact"
          label={t.contactLabel}
          extra={t.contactHelp}
          rules={[{ required: true, message: t.contactMissing }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </DialogForm>
      <DialogForm<Schemas['DeclineIntroductionDto']>
        button={t.decline}
        about={shown.message}
        title={t.decline}
        onSubmit={(body) => done(decline.mutateAsync({ ...path, body }), t.declined)}
      >
        <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.reasonMissing }]}>
          <Input.TextArea maxLength={500} />
        </Form.Item>
      </DialogForm>
    </div>
  );
}

const takeable: ReadonlySet<string> = new Set(['underNotice', 'suspended', 'listed']);

/** Negotiated on a listing when there is one: a public unit's contract needs its notice (转化法 art. 18). */
function Open({ introduction: shown }: { readonly introduction: Schemas['IntroductionView'] }) {
  const t = useWords(words);
  const done = useDone();
  const navigate = useNavigate();
  const open = api.useMutation('post', '/v1/deals');
  const query = { achievementId: shown.achievementId, limit: 100 };
  const listings = api.useQuery('get', '/v1/listings', { params: { query } });
  const choices = (listings.data?.items ?? []).filter(({ state }) => takeable.has(state));
  const deals = api.useQuery('get', '/v1/deals', { params: { query: { limit: 100 } } });
  const begun = deals.data?.items.find(({ introductionId }) => introductionId === shown.id);
  if (begun) return <Link to={`/workbench/deals/${begun.id}`}>{t.room}</Link>;
  if (listings.isPending || deals.isPending) return null;
  return (
    <DialogForm<{ listingId?: string }>
      primary
      button={t.open}
      about={shown.message}
      title={t.open}
      {...(choices[0] && { initial: { listingId: choices[0].id } })}
      onSubmit={async ({ listingId }) => {
        const deal = await open.mutateAsync({ body: { introductionId: shown.id, ...(listingId && { listingId }) } });
        await done(Promise.resolve(), t.opened);
        await navigate(`/workbench/deals/${deal.id}`);
      }}
    >
      {choices.length === 0 ? (
        <p>{t.noListing}</p>
      ) : (
        <Form.Item name="listingId" label={t.listing} extra={t.listingHelp}>
          <Radio.Group
            className="stacked"
            options={choices.map((listing) => ({ value: listing.id, label: <ListingLine listing={listing} /> }))}
          />
        </Form.Item>
      )}
    </DialogForm>
  );
}

const ListingLine = ({ listing }: { readonly listing: Schemas['ListingView'] }) => (
  <>
    <Code codes={pricingMethod} value={listing.pricingMethod} />{' '}
    <Code codes={transferMode} value={listing.transferMode} /> {listing.price && <Money value={listing.price} />}{' '}
    <StateTag codes={listingState} value={listing.state} />
  </>
);
