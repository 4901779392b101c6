import { Button, Form } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { facilityKind, facilityMode, facilityState } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { ListPage, workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';
import { useCounties } from '../../ui/places.ts';
import { NumberRow, SelectRow, TextRow, YuanRow } from '../../ui/rows.tsx';

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '本单位的空间与仪器',
    lead: '登记后为草稿，开放后才能预约；停止开放时已确认的预约仍有效。',
    name: '名称',
    kind: '种类',
    state: '状态',
    capacity: '相同的数量',
    none: '还没有登记空间或仪器。',
    add: '登记空间或仪器',
    description: '说明',
    place: '地点',
    county: '县区',
    mode: '预约方式',
    price: '价格（元，仅供参考）',
    priceUnit: '计价单位',
    opening: '开放时间',
    weekday: '星期',
    days: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
    from: '开始时刻（如 08:30）',
    until: '结束时刻（如 18:00）',
    more: '加一段开放时间',
    remove: '去掉这一段',
    slot: '一个时段的分钟数',
    longest: '一次最长分钟数',
    ahead: '最多提前天数',
    hours: '免记录取消的提前小时数',
  },
  {
    workbench: 'Workbench',
    title: 'Our space and equipment',
    lead: 'Drafts first, bookable once open; bookings stand when it is closed.',
    name: 'Name',
    kind: 'Kind',
    state: 'State',
    capacity: 'How many alike',
    none: 'None yet.',
    add: 'Add space or equipment',
    description: 'Description',
    place: 'Place',
    county: 'County',
    mode: 'Booking',
    price: 'Price (yuan, for reference)',
    priceUnit: 'Per',
    opening: 'Opening hours',
    weekday: 'Weekday',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    from: 'From (such as 08:30)',
    until: 'To (such as 18:00)',
    more: 'Another span',
    remove: 'Remove this span',
    slot: 'Minutes of a slot',
    longest: 'Minutes at most',
    ahead: 'Days ahead at most',
    hours: 'Hours before the start to cancel freely',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/facilities/mine', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['FacilityView']>[] = [
    { key: 'name', title: t.name, render: ({ id, name }) => <Link to={`/workbench/facilities/${id}`}>{name}</Link> },
    { key: 'kind', title: t.kind, render: ({ kind }) => <Code codes={facilityKind} value={kind} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={facilityState} value={state} /> },
    { key: 'capacity', title: t.capacity, numeric: true, render: ({ capacity }) => capacity },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      crumbs={[workbenchCrumb(t.workbench)]}
      query={query}
      columns={columns}
      empty={t.none}
      actions={<Add />}
    />
  );
}

const everyWorkday = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '18:00' }));

function Add() {
  const t = useWords(words);
  const navigate = useNavigate();
  const create = api.useMutation('post', '/v1/facilities');
  return (
    <DialogForm<Schemas['CreateFacilityDto']>
      button={t.add}
      title={t.add}
      primary
      initial={{
        ...{ capacity: 1, mode: 'instant', slotMinutes: 30, longestMinutes: 480, aheadDays: 30 },
        ...{ cancellationHours: 24, opening: everyWorkday },
      }}
      onSubmit={async (body) => {
        const made = await create.mutateAsync({ body: filled(body) });
        await navigate(`/workbench/facilities/${made.id}`);
      }}
    >
      <FacilityRows />
    </DialogForm>
  );
}

export function FacilityRows() {
  const t = useWords(words);
  const counties = useCounties();
  return (
    <>
      <SelectRow name="kind" label={t.kind} codes={facilityKind} />
      <TextRow name="name" label={t.name} min={2} max={100} />
      <TextRow name="description" label={t.description} min={2} max={2000} rows={3} />
      <TextRow name="place" label={t.place} min={2} max={200} />
      <SelectRow name="countyCode" label={t.county} options={counties} />
      <NumberRow name="capacity" label={t.capacity} min={1} max={200} />
      <SelectRow name="mode" label={t.mode} codes={facilityMode} />
      <YuanRow name="priceYuan" label={t.price} optional />
      <TextRow name="priceUnit" label={t.priceUnit} max={40} optional />
      <OpeningRows />
      <NumberRow name="slotMinutes" label={t.slot} min={5} max={1440} />
      <NumberRow name="longestMinutes" label={t.longest} min={5} max={20_160} />
      <NumberRow name="aheadDays" label={t.ahead} min={1} max={365} />
      <NumberRow name="cancellationHours" label={t.hours} min={0} max={720} />
    </>
  );
}

function OpeningRows() {
  const t = useWords(words);
  const weekdays = t.days.map((label, index) => ({ value: (index + 1) as unknown as string, label }));
  return (
    <Form.List name="opening">
      {(spans, { add, remove }) => (
        <fieldset className="calculator">
          <legend>{t.opening}</legend>
          {spans.map(({ key, name }) => (
            <div key={key} className="calculator-row">
              <SelectRow name={[name, 'weekday']} label={t.weekday} options={weekdays} />
              <TextRow name={[name, 'from']} label={t.from} max={5} />
              <TextRow name={[name, 'until']} label={t.until} max={5} />
              <Button onClick={() => remove(name)}>{t.remove}</Button>
            </div>
          ))}
          <Button onClick={() => add({ weekday: 6, from: '08:30', until: '18:00' })}>{t.more}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
