import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { organizationState } from '../../text/codes/identity.codes.ts';
import { carrierKind, carrierLevel, carrierState, creditCodeKind } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '单位',
    facts: '单位信息',
    kind: '单位类型',
    code: '统一社会信用代码',
    codeKind: '机构类别',
    county: '县区',
    since: '注册日',
    state: '核验',
    titles: '载体称号',
    until: '有效期至',
  },
  {
    list: 'Institutions',
    facts: 'About',
    kind: 'Kind',
    code: 'Credit code',
    codeKind: 'Legal form',
    county: 'County',
    since: 'Signed up',
    state: 'Verification',
    titles: 'Titles as a carrier',
    until: 'Valid until',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const countyName = useCountyName();
  const organization = api.useQuery('get', '/v1/organizations/{id}', { params: { path: { id } } });
  return (
    <Page title={organization.data?.name ?? t.list} crumbs={[{ title: t.list, to: '/search?kind=institutions' }]}>
      <QueryView query={organization}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.kind, <Code key="kind" codes={organizationKind} value={shown.kind} />],
                  [t.state, <StateTag key="state" codes={organizationState} value={shown.state} />],
                  [t.code, shown.creditCode],
                  [t.codeKind, <Code key="codeKind" codes={creditCodeKind} value={shown.creditCodeKind} />],
                  [t.county, countyName(shown.countyCode)],
                  [t.since, <Day key="since" value={shown.createdAt.slice(0, 10)} />],
                ]}
              />
            </Section>
            <Titles organizationId={id} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** Shown only for a carrier: most organizations hold no title. */
function Titles({ organizationId }: { readonly organizationId: string }) {
  const t = useWords(words);
  const { data } = api.useQuery(
    'get',
    '/v1/carriers/{id}',
    { params: { path: { id: organizationId } } },
    { retry: false },
  );
  if (!data || data.titles.length === 0) return null;
  return (
    <Section title={t.titles}>
      <ul className="hits">
        {data.titles.map(({ id, name, kind, level, state, validUntil }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p className="hit-line">
              <Code codes={carrierLevel} value={level} />
              <Code codes={carrierKind} value={kind} />
              <StateTag codes={carrierState} value={state} />
              {validUntil && (
                <span>
                  {t.until} <Day value={validUntil} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
