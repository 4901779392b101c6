import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { facilityKind, facilityMode } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, useChoices } from '../../ui/code.tsx';
import { Money } from '../../ui/figures.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';
import { useCountyName } from '../../ui/places.ts';

type Facility = Schemas['FacilityView'];

const words = bilingual(
  {
    title: '空间与仪器',
    lead: '载体、高校、院所和企业开放预约的工位、会议室、实验室、仪器和中试线。平台不收费，价格仅供参考。',
    kind: '种类',
    every: '全部',
    name: '名称',
    place: '地点',
    mode: '预约方式',
    price: '价格',
    none: '目前没有开放预约的空间或仪器。',
    carriers: '看看载体',
  },
  {
    title: 'Space and equipment',
    lead: 'Desks, rooms, laboratories, instruments and pilot lines open to booking. The platform charges nothing; prices are for reference.',
    kind: 'Kind',
    every: 'All',
    name: 'Name',
    place: 'Place',
    mode: 'Booking',
    price: 'Price',
    none: 'Nothing is open to booking at present.',
    carriers: 'Look at carriers',
  },
);

export function Component() {
  const t = useWords(words);
  const countyName = useCountyName();
  const [params, setParams] = useSearchParams();
  const kinds = useChoices(facilityKind);
  const kind = kinds.find(({ value }) => value === params.get('kind'))?.value as Facility['kind'] | undefined;
  const query = api.useInfiniteQuery(
    'get',
    '/v1/facilities',
    { params: { query: { limit: 20, ...(kind && { kind }) } } },
    byCursor,
  );
  const columns: Column<Facility>[] = [
    { key: 'name', title: t.name, render: ({ id, name }) => <Link to={`/facilities/${id}`}>{name}</Link> },
    { key: 'kind', title: t.kind, render: (row) => <Code codes={facilityKind} value={row.kind} /> },
    { key: 'place', title: t.place, render: ({ countyCode, place }) => `${countyName(countyCode)} ${place}` },
    { key: 'mode', title: t.mode, render: ({ mode }) => <Code codes={facilityMode} value={mode} /> },
    { key: 'price', title: t.price, numeric: true, render: ({ price }) => <Money value={price} /> },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.none}
      next={{ to: '/carriers', title: t.carriers }}
    >
      <div className="fields">
        <label htmlFor="facility-kind">{t.kind}</label>
        <Select
          id="facility-kind"
          value={kind ?? ''}
          options={[{ value: '', label: t.every }, ...kinds]}
          onChange={(value) => setParams(value ? { kind: value } : {}, { replace: true })}
        />
      </div>
    </ListPage>
  );
}
