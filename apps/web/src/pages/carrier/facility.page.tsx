import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { bookingDecision, bookingState, facilityState } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag, useChoices } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useToday } from '../../ui/today.ts';
import { decimals } from '../bureau/decimals.ts';
import { FacilityRows } from './facilities.page.tsx';

type Booking = Schemas['BookingView'];
type Verb = Schemas['DecideBookingDto']['decision'];

const words = bilingual(
  {
    list: '本单位的空间与仪器',
    public: '看公开页面',
    open: '开放预约',
    opened: '已开放。',
    close: '停止开放',
    closed: '已停止；已确认的预约仍有效。',
    amend: '修改',
    amended: '已修改；已有的预约不变。',
    usage: '本年使用统计',
    rate: '利用率',
    held: '占用的预约',
    completed: '已使用',
    missed: '未到场',
    late: '逾时取消',
    turnedAway: '候补未成或未获同意',
    bookings: '收到的预约',
    unit: '预约单位',
    from: '开始',
    to: '结束',
    purpose: '用途',
    state: '状态',
    act: '办理',
    none: '还没有预约。',
    decide: '办理预约',
    decided: '已办理。',
  },
  {
    list: 'Our space and equipment',
    public: 'Public page',
    open: 'Open to booking',
    opened: 'Open.',
    close: 'Close',
    closed: 'Closed; confirmed bookings stand.',
    amend: 'Amend',
    amended: 'Amended; bookings stay as they are.',
    usage: 'Use this year',
    rate: 'Utilisation',
    held: 'Bookings held',
    completed: 'Used',
    missed: 'Missed',
    late: 'Cancelled late',
    turnedAway: 'Turned away',
    bookings: 'Bookings',
    unit: 'By',
    from: 'From',
    to: 'To',
    purpose: 'What for',
    state: 'State',
    act: 'Act',
    none: 'No booking yet.',
    decide: 'Act on the booking',
    decided: 'Done.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const facility = api.useQuery('get', '/v1/facilities/{id}', { params: { path: { id } } });
  return (
    <Page
      title={facility.data?.name ?? t.list}
      crumbs={[{ title: t.list, to: '/workbench/facilities' }]}
      actions={facility.data && <Steps facility={facility.data} />}
    >
      <QueryView query={facility}>
        {(shown) => (
          <p className="hit-line">
            <StateTag codes={facilityState} value={shown.state} />
            {shown.state === 'open' && <Link to={`/facilities/${id}`}>{t.public}</Link>}
          </p>
        )}
      </QueryView>
      <Usage id={id} />
      <Bookings id={id} />
    </Page>
  );
}

function Steps({ facility }: { readonly facility: Schemas['FacilityView'] }) {
  const t = useWords(words);
  const done = useDone();
  const { id, state, version, price, organizationId: _owner, ...initial } = facility;
  const params = { path: { id } };
  const open = api.useMutation('post', '/v1/facilities/{id}/opening');
  const close = api.useMutation('post', '/v1/facilities/{id}/closure');
  const amend = api.useMutation('patch', '/v1/facilities/{id}');
  return (
    <>
      <DialogForm<Schemas['AmendFacilityDto']>
        button={t.amend}
        title={t.amend}
        initial={{
          ...initial,
          ...(price && { priceYuan: price.yuan }),
          priceUnit: initial.priceUnit ?? undefined,
        }}
        onSubmit={(body) => {
          const header = { 'If-Match': `"${version}"` };
          return done(amend.mutateAsync({ params: { ...params, header }, body: filled(body) }), t.amended);
        }}
      >
        <FacilityRows />
      </DialogForm>
      {state === 'open' ? (
        <DialogForm button={t.close} title={t.close} onSubmit={() => done(close.mutateAsync({ params }), t.closed)} />
      ) : (
        <DialogForm
          button={t.open}
          title={t.open}
          primary
          onSubmit={() => done(open.mutateAsync({ params }), t.opened)}
        />
      )}
    </>
  );
}

function Usage({ id }: { readonly id: string }) {
  const t = useWords(words);
  const today = useToday();
  const usage = api.useQuery(
    'get',
    '/v1/facilities/{id}/usage',
    { params: { path: { id }, query: { from: `${today?.slice(0, 4) ?? ''}-01-01`, until: today ?? '' } } },
    { enabled: today !== null },
  );
  return (
    <Section title={t.usage}>
      <QueryView query={usage}>
        {({ utilisationBasisPoints, ...shown }) => (
          <Facts
            items={[
              [t.rate, utilisationBasisPoints === null ? null : `${decimals(utilisationBasisPoints / 100, 1)}%`],
              [t.held, shown.held],
              [t.completed, shown.completed],
              [t.missed, shown.missed],
              [t.late, shown.lateCancelled],
              [t.turnedAway, shown.turnedAway],
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

function Bookings({ id }: { readonly id: string }) {
  const t = useWords(words);
  const query = api.useInfiniteQuery(
    'get',
    '/v1/facilities/{id}/bookings',
    { params: { path: { id }, query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Booking>[] = [
    { key: 'from', title: t.from, render: ({ startsAt }) => <Instant value={startsAt} /> },
    { key: 'to', title: t.to, render: ({ endsAt }) => <Instant value={endsAt} /> },
    { key: 'unit', title: t.unit, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'purpose', title: t.purpose, render: ({ purpose }) => purpose },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={bookingState} value={state} /> },
    { key: 'act', title: t.act, render: (row) => <Decide booking={row} /> },
  ];
  return (
    <Section title={t.bookings}>
      <PagedTable caption={t.bookings} query={query} columns={columns} empty={t.none} />
    </Section>
  );
}

const verbsOf: Readonly<Partial<Record<Booking['state'], readonly Verb[]>>> = {
  requested: ['approve', 'refuse'],
  confirmed: ['revoke', 'complete', 'miss'],
};

function Decide({ booking }: { readonly booking: Booking }) {
  const t = useWords(words);
  const done = useDone();
  const verbs = verbsOf[booking.state] ?? [];
  const options = useChoices(bookingDecision).filter(({ value }) => verbs.some((verb) => verb === value));
  const decide = api.useMutation('post', '/v1/bookings/{id}/decision');
  if (options.length === 0) return <>—</>;
  return (
    <Decision
      button={t.decide}
      about={booking.purpose}
      outcome={{ name: 'decision', options }}
      onSubmit={(body) => done(decide.mutateAsync({ params: { path: { id: booking.id } }, body }), t.decided)}
    />
  );
}
