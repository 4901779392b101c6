import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useSignedIn } from '../../api/session.ts';
import { facilityKind, facilityMode, facilityState } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { ListTable } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { FlagRow, momentOf, MomentRow, TextRow } from '../../ui/rows.tsx';
import { useToday } from '../../ui/today.ts';

type Facility = Schemas['FacilityView'];

const words = bilingual(
  {
    list: '空间与仪器',
    about: '说明',
    unit: '提供单位',
    kind: '种类',
    place: '地点',
    capacity: '相同的数量',
    mode: '预约方式',
    price: '价格（仅供参考）',
    opening: '开放时间',
    days: ['一', '二', '三', '四', '五', '六', '日'],
    slot: '时段',
    slotText: (slot: number, longest: number, ahead: number) =>
      `每个时段 ${slot} 分钟，一次至多 ${longest} 分钟，至多提前 ${ahead} 天。`,
    cancel: '取消',
    cancelText: (hours: number) => `开始前 ${hours} 小时以内取消的，记为逾时取消。`,
    held: '今后 14 天已占用的时段',
    from: '开始',
    to: '结束',
    unitNo: '第几个',
    free: '今后 14 天还没有人预约。',
    book: '预约',
    start: '开始（北京时间）',
    end: '结束（北京时间）',
    purpose: '用途',
    wait: '满员时候补',
    booked: '已预约。',
    mine: '我的预约',
    signIn: '登录后预约',
  },
  {
    list: 'Space and equipment',
    about: 'About',
    unit: 'Provider',
    kind: 'Kind',
    place: 'Place',
    capacity: 'How many alike',
    mode: 'Booking',
    price: 'Price (for reference)',
    opening: 'Open',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    slot: 'Slots',
    slotText: (slot, longest, ahead) => `Slots of ${slot} minutes, ${longest} at most, ${ahead} days ahead at most.`,
    cancel: 'Cancelling',
    cancelText: (hours) => `Within ${hours} hours of the start it counts as late.`,
    held: 'Taken in the next 14 days',
    from: 'From',
    to: 'To',
    unitNo: 'Unit',
    free: 'Nobody has booked the next 14 days.',
    book: 'Book',
    start: 'From (Beijing time)',
    end: 'To (Beijing time)',
    purpose: 'What for',
    wait: 'Wait for a place when it is full',
    booked: 'Booked.',
    mine: 'My bookings',
    signIn: 'Sign in to book',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const signedIn = useSignedIn();
  const me = useMe();
  const facility = api.useQuery('get', '/v1/facilities/{id}', { params: { path: { id } } });
  const books = hasRole(me.data, 'enterprise', 'researchUnit', 'broker', 'agencyManager', 'incubatorManager');
  return (
    <Page title={facility.data?.name ?? t.list} crumbs={[{ title: t.list, to: '/facilities' }]}>
      <QueryView query={facility}>
        {(shown) => (
          <>
            <About facility={shown} />
            <Held facility={shown} />
            <div className="form-foot">
              {books && shown.state === 'open' && <Book facility={shown} />}
              {books && <Link to="/workbench/bookings">{t.mine}</Link>}
              {!signedIn && <Link to={`/sign-in?to=/facilities/${id}`}>{t.signIn}</Link>}
            </div>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function About({ facility }: { readonly facility: Facility }) {
  const t = useWords(words);
  const countyName = useCountyName();
  const { opening, price, priceUnit, slotMinutes, longestMinutes, aheadDays } = facility;
  return (
    <Section title={t.about} actions={<StateTag codes={facilityState} value={facility.state} />}>
      <p className="prose">{facility.description}</p>
      <Facts
        items={[
          [t.unit, <OrganizationName key="unit" id={facility.organizationId} />],
          [t.kind, <Code key="kind" codes={facilityKind} value={facility.kind} />],
          [t.place, `${countyName(facility.countyCode)} ${facility.place}`],
          [t.capacity, facility.capacity],
          [t.mode, <Code key="mode" codes={facilityMode} value={facility.mode} />],
          [
            t.price,
            price && (
              <span key="price">
                <Money value={price} /> {priceUnit}
              </span>
            ),
          ],
          [t.opening, opening.map(({ weekday, from, until }) => `${t.days[weekday - 1]} ${from}–${until}`).join('；')],
          [t.slot, t.slotText(slotMinutes, longestMinutes, aheadDays)],
          [t.cancel, t.cancelText(facility.cancellationHours)],
        ]}
      />
    </Section>
  );
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function Held({ facility }: { readonly facility: Facility }) {
  const t = useWords(words);
  const today = useToday();
  const availability = api.useQuery(
    'get',
    '/v1/facilities/{id}/availability',
    {
      params: {
        path: { id: facility.id },
        query: { from: today ?? '', until: today === null ? '' : dayAfter(today, 13) },
      },
    },
    { enabled: today !== null },
  );
  return (
    <Section title={t.held}>
      <QueryView query={availability}>
        {({ held }) => (
          <ListTable
            caption={t.held}
            rows={held}
            rowKey={({ unit, startsAt }) => `${unit} ${startsAt}`}
            empty={t.free}
            columns={[
              { key: 'from', title: t.from, render: ({ startsAt }) => <Instant value={startsAt} /> },
              { key: 'to', title: t.to, render: ({ endsAt }) => <Instant value={endsAt} /> },
              { key: 'unit', title: t.unitNo, numeric: true, render: ({ unit }) => unit },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Book({ facility }: { readonly facility: Facility }) {
  const t = useWords(words);
  const done = useDone();
  const book = api.useMutation('post', '/v1/facilities/{id}/bookings');
  return (
    <DialogForm<{ startsAt: string; endsAt: string; purpose: string; wait?: boolean }>
      button={t.book}
      title={t.book}
      primary
      onSubmit={({ startsAt, endsAt, purpose, wait }) => {
        const body = { startsAt: momentOf(startsAt), endsAt: momentOf(endsAt), purpose, wait: wait ?? false };
        return done(book.mutateAsync({ params: { path: { id: facility.id } }, body }), t.booked);
      }}
    >
      <MomentRow name="startsAt" label={t.start} />
      <MomentRow name="endsAt" label={t.end} />
      <TextRow name="purpose" label={t.purpose} min={2} max={500} rows={2} />
      <FlagRow name="wait" label={t.wait} />
    </DialogForm>
  );
}
