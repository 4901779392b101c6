import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { organizationKind } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
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
  },
  {
    list: 'Institutions',
    facts: 'About',
    kind: 'Kind',
    code: 'Credit code',
    codeKind: 'Legal form',
    county: 'County',
    since: 'Signed up',
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
          <Section title={t.facts}>
            <Facts
              items={[
                [t.kind, <Code key="kind" codes={organizationKind} value={shown.kind} />],
                [t.code, shown.creditCode],
                [t.codeKind, shown.creditCodeKind],
                [t.county, countyName(shown.countyCode)],
                [t.since, <Day key="since" value={shown.createdAt.slice(0, 10)} />],
              ]}
            />
          </Section>
        )}
      </QueryView>
    </Page>
  );
}
