import { Button } from 'antd';
import { Link } from 'react-router';
import { api, download, type Schemas } from '../../api/client.ts';
import { bookingState } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { StateTag } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { Instant } from '../../ui/figures.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';

type Booking = Schemas['BookingView'];

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '我的预约',
    lead: '本单位预约的空间和仪器；临近开始才取消的记为逾时取消。',
    what: '空间或仪器',
    from: '开始',
    to: '结束',
    purpose: '用途',
    state: '状态',
    late: '（逾时取消）',
    act: '办理',
    see: '看详情',
    none: '还没有预约。',
    facilities: '看空间与仪器',
    cancel: '取消预约',
    cancelled: '已取消；候补的单位依次补上。',
    calendar: '导出到日历',
  },
  {
    workbench: 'Workbench',
    title: 'My bookings',
    lead: 'Space and equipment that your organization booked; cancelling shortly before counts as late.',
    what: 'What',
    from: 'From',
    to: 'To',
    purpose: 'What for',
    state: 'State',
    late: ' (late)',
    act: 'Act',
    see: 'See it',
    none: 'No booking yet.',
    facilities: 'Space and equipment',
    cancel: 'Cancel',
    cancelled: 'Cancelled; whoever waits moves up.',
    calendar: 'Export to a calendar',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/bookings', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Booking>[] = [
    { key: 'from', title: t.from, render: ({ startsAt }) => <Instant value={startsAt} /> },
    { key: 'to', title: t.to, render: ({ endsAt }) => <Instant value={endsAt} /> },
    { key: 'what', title: t.what, render: (row) => <FacilityName id={row.facilityId} /> },
    { key: 'purpose', title: t.purpose, render: ({ purpose }) => purpose },
    {
      key: 'state',
      title: t.state,
      render: ({ state, lateCancellation, reason }) => (
        <>
          <StateTag codes={bookingState} value={state} />
          {lateCancellation && t.late} {reason}
        </>
      ),
    },
    { key: 'act', title: t.act, render: (row) => <Cancel booking={row} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
      next={{ to: '/facilities', title: t.facilities }}
      actions={<Button onClick={() => void download('/v1/booking-calendar', 'bookings.ics')}>{t.calendar}</Button>}
    />
  );
}

/** Closed ones are no longer public: then the link says only that there is something to see. */
function FacilityName({ id }: { readonly id: string }) {
  const t = useWords(words);
  const { data } = api.useQuery('get', '/v1/facilities/{id}', { params: { path: { id } } }, { staleTime: 300_000 });
  return <Link to={`/facilities/${id}`}>{data?.name ?? t.see}</Link>;
}

function Cancel({ booking }: { readonly booking: Booking }) {
  const t = useWords(words);
  const done = useDone();
  const cancel = api.useMutation('post', '/v1/bookings/{id}/cancellation');
  const open = booking.state === 'requested' || booking.state === 'confirmed' || booking.state === 'waiting';
  if (!open) return <>—</>;
  return (
    <Decision
      button={t.cancel}
      about={booking.purpose}
      onSubmit={(body) => done(cancel.mutateAsync({ params: { path: { id: booking.id } }, body }), t.cancelled)}
    />
  );
}
