import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { eventState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { FormAct } from '../../ui/act.tsx';
import { StateTag } from '../../ui/code.tsx';
import { ChoiceField, CountField, InstantItem, TextField } from '../../ui/fields.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCounties } from '../../ui/places.ts';

const words = bilingual(
  {
    title: '筹办对接会',
    lead: '建会后按撮合结果邀请：总体最合适，谁也不超过上限；双方都接受的自动排定场次。',
    workbench: '我的工作台',
    make: '筹办对接会',
    name: '名称',
    introduction: '简介',
    venue: '地点',
    county: '县区',
    starts: '第一场开始时间（北京时间）',
    minutes: '每场时长（分钟，5 的倍数）',
    slots: '场次数',
    rooms: '洽谈间数',
    state: '状态',
    empty: '还没有筹办对接会。',
  },
  {
    title: 'Organize events',
    lead: 'Invite by matches: best on the whole, nobody over the limit; pairs that accept are seated.',
    workbench: 'Workbench',
    make: 'Plan an event',
    name: 'Name',
    introduction: 'Introduction',
    venue: 'Venue',
    county: 'County',
    starts: 'First slot (Beijing time)',
    minutes: 'Minutes a slot (multiple of 5)',
    slots: 'Slots',
    rooms: 'Rooms',
    state: 'State',
    empty: 'None yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const page = { params: { query: { limit: 20 } } };
  const query = api.useInfiniteQuery('get', '/v1/matchmaking-events/mine', page, byCursor);
  const columns: Column<Schemas['MatchmakingEventView']>[] = [
    { key: 'name', title: t.name, render: ({ id, title }) => <Link to={`/workbench/events/${id}`}>{title}</Link> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={eventState} value={state} /> },
    { key: 'starts', title: t.starts, render: ({ startsAt }) => <Instant value={startsAt} /> },
    { key: 'venue', title: t.venue, render: ({ venue }) => venue },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]} actions={<Plan />}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Plan() {
  const t = useWords(words);
  const navigate = useNavigate();
  const counties = useCounties();
  const plan = api.useMutation('post', '/v1/matchmaking-events');
  return (
    <FormAct<Schemas['PlanEventDto']>
      primary
      button={t.make}
      initial={{ slotMinutes: 20, slots: 8, rooms: 4 }}
      work={async (body) => {
        const made = await plan.mutateAsync({ body });
        await navigate(`/workbench/events/${made.id}`);
      }}
    >
      <TextField name="title" label={t.name} max={200} />
      <TextField name="introduction" label={t.introduction} max={5000} long />
      <TextField name="venue" label={t.venue} max={200} />
      <ChoiceField name="countyCode" label={t.county} choices={counties} />
      <InstantItem name="startsAt" label={t.starts} />
      <CountField name="slotMinutes" label={t.minutes} min={5} max={240} />
      <CountField name="slots" label={t.slots} max={100} />
      <CountField name="rooms" label={t.rooms} max={100} />
    </FormAct>
  );
}
