import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { carrierKind, carrierLevel, carrierState } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { useCountyName } from '../../ui/places.ts';
import './public.css';

const words = bilingual(
  {
    title: '创新创业载体',
    lead: '众创空间、孵化器、星创天地等，及其称号、级别和有效期。',
    name: '单位',
    county: '县区',
    titles: '称号',
    empty: '还没有登记的载体。载体单位登录后可以申请认定。',
    guide: '载体怎样申请',
  },
  {
    title: 'Carriers of innovation',
    lead: 'Maker spaces, incubators and others, with their titles, levels and terms.',
    name: 'Organization',
    county: 'County',
    titles: 'Titles',
    empty: 'None yet. An operator may sign in and apply.',
    guide: 'How to apply',
  },
);

export function Component() {
  const t = useWords(words);
  const countyName = useCountyName();
  const query = api.useInfiniteQuery('get', '/v1/carriers', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['CarrierView']>[] = [
    { key: 'name', title: t.name, render: ({ id, name }) => <Link to={`/carriers/${id}`}>{name}</Link> },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    {
      key: 'titles',
      title: t.titles,
      render: ({ titles }) => (
        <>
          {titles.map(({ id, kind, level, state }) => (
            <span key={id} className="line">
              <Code codes={carrierLevel} value={level} /> <Code codes={carrierKind} value={kind} />{' '}
              <StateTag codes={carrierState} value={state} />
            </span>
          ))}
        </>
      ),
    },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.empty}
      next={{ to: '/guide/incubator', title: t.guide }}
    />
  );
}
