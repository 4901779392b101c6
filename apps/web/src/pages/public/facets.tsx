import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText, type CodeWords } from '../../text/codes/codes.ts';
import { organizationKind, transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useCountyName, useZoneName } from '../../ui/places.ts';
import './public.css';

export const facetNames = [
  'zone',
  'county',
  'field',
  'maturity',
  'mode',
  'priceBand',
  'ipState',
  'institutionKind',
  'year',
] as const;
type FacetName = (typeof facetNames)[number];
type Kind = Schemas['SearchHitView']['kind'];

const words = bilingual(
  {
    browse: '按条件浏览',
    names: {
      zone: '示范区',
      county: '县区',
      field: '技术领域',
      maturity: '成熟度',
      mode: '合作方式',
      priceBand: '价格',
      ipState: '知识产权',
      institutionKind: '单位类型',
      year: '年份',
    },
  },
  {
    browse: 'Browse by facet',
    names: {
      zone: 'Zone',
      county: 'County',
      field: 'Field',
      maturity: 'Maturity',
      mode: 'Way of transfer',
      priceBand: 'Price',
      ipState: 'Intellectual property',
      institutionKind: 'Kind of institution',
      year: 'Year',
    },
  },
);

const facetCodes: Readonly<Partial<Record<FacetName, Readonly<Record<string, CodeWords>>>>> = {
  mode: transferMode,
  institutionKind: organizationKind,
  maturity: { research: ['研究阶段', 'Research'], pilot: ['中试阶段', 'Pilot'], ready: ['可以应用', 'Ready'] },
  priceBand: {
    negotiable: ['面议', 'Negotiable'],
    upTo100000: ['10 万元以内', 'Up to 100,000'],
    upTo500000: ['10–50 万元', 'Up to 500,000'],
    upTo1000000: ['50–100 万元', 'Up to 1 million'],
    upTo5000000: ['100–500 万元', 'Up to 5 million'],
    above5000000: ['500 万元以上', 'Above 5 million'],
  },
  ipState: {
    granted: ['已授权', 'Granted'],
    pending: ['申请中', 'Pending'],
    ended: ['已失效', 'Ended'],
    none: ['没有专利', 'None'],
  },
};

const maxValues = 12;
const isFacet = (name: string): name is FacetName => (facetNames as readonly string[]).includes(name);

/** What a value of a facet is called. */
function useFacetText(): (name: FacetName, value: string) => string {
  const { language } = useSettings();
  const countyName = useCountyName();
  const zoneName = useZoneName();
  return (name, value) => {
    if (name === 'county') return countyName(value);
    if (name === 'zone') return zoneName(value) ?? value;
    const codes = facetCodes[name];
    return codes ? codeText(codes, value, language) : value;
  };
}

/** The facets of an answer, as boxes to tick. */
export function Facets(props: {
  readonly facets: readonly Schemas['FacetView'][];
  readonly chosen: URLSearchParams;
  readonly onChoose: (changes: Record<string, string | null>) => void;
}) {
  const t = useWords(words);
  const text = useFacetText();
  return props.facets.map(({ name, values }) => {
    if (values.length === 0 || !isFacet(name)) return null;
    const chosen = (props.chosen.get(name) ?? '').split(',').filter(Boolean);
    return (
      <fieldset key={name} className="facet">
        <legend>{t.names[name]}</legend>
        {values.slice(0, maxValues).map(({ value, count }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                const next = target.checked ? [...chosen, value] : chosen.filter((one) => one !== value);
                props.onChoose({ [name]: next.slice(0, 10).join(',') || null });
              }}
            />
            <span>{text(name, value)}</span>
            <span className="fine figure">{count}</span>
          </label>
        ))}
      </fieldset>
    );
  });
}

/** A library beside its facets: each value leads to the search that it narrows. The list alone while they load. */
export function LibraryFacets({ kind, children }: { readonly kind: Kind; readonly children: ReactNode }) {
  const t = useWords(words);
  const text = useFacetText();
  const { data } = api.useQuery('get', '/v1/search', { params: { query: { kind, limit: 1 } } });
  const facets = (data?.facets ?? []).filter(({ values }) => values.length > 0);
  if (facets.length === 0) return children;
  return (
    <div className="split">
      <aside aria-label={t.browse}>
        {facets.map(({ name, values }) => {
          if (!isFacet(name)) return null;
          return (
            <section key={name} className="facet facet-links">
              <h3>{t.names[name]}</h3>
              <ul>
                {values.slice(0, maxValues).map(({ value, count }) => (
                  <li key={value}>
                    <Link to={`/search?${new URLSearchParams({ kind, [name]: value }).toString()}`}>
                      {text(name, value)}
                    </Link>
                    <span className="fine figure">{count}</span>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </aside>
      <div>{children}</div>
    </div>
  );
}
