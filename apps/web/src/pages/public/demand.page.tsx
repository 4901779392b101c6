import { Link, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { demandState, transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName, useZoneName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '技术需求',
    about: '需求描述',
    facts: '要点',
    state: '状态',
    field: '技术领域',
    county: '县区',
    zone: '示范区',
    budget: '预算',
    negotiable: '面议',
    modes: '希望的合作方式',
    anyMode: '不限',
    neededBy: '希望用上的日期',
    readiness: '最低成熟度',
    validUntil: '有效期至',
    published: '发布时间',
    by: '发布单位',
    similar: '检索能解决它的成果',
    help: '想帮忙解决？登录后在工作台登记成果，系统会把合适的双方撮合到一起。',
  },
  {
    list: 'Demands',
    about: 'Description',
    facts: 'Key facts',
    state: 'State',
    field: 'Field',
    county: 'County',
    zone: 'Zone',
    budget: 'Budget',
    negotiable: 'Negotiable',
    modes: 'Wanted form',
    anyMode: 'Any',
    neededBy: 'Needed by',
    readiness: 'Least readiness',
    validUntil: 'Valid until',
    published: 'Published',
    by: 'Posted by',
    similar: 'Search achievements that solve it',
    help: 'Can you solve it? Sign in and register your achievement; the market brings both sides together.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const countyName = useCountyName();
  const zoneName = useZoneName();
  const demand = api.useQuery('get', '/v1/demands/{id}', { params: { path: { id } } });
  const organizationId = demand.data?.organizationId;
  const organization = api.useQuery(
    'get',
    '/v1/organizations/{id}',
    { params: { path: { id: organizationId ?? '' } } },
    { enabled: organizationId !== undefined },
  );
  return (
    <Page title={demand.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/demands' }]}>
      <QueryView query={demand}>
        {(shown) => (
          <>
            <Section title={t.about}>
              <p className="prose">{shown.summary}</p>
              <p>
                <Link to={`/search?kind=achievements&q=${encodeURIComponent(shown.title)}`}>{t.similar}</Link>
              </p>
            </Section>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={demandState} value={shown.state} />],
                  [t.by, organization.data?.name],
                  [t.field, shown.field],
                  [t.county, countyName(shown.countyCode)],
                  [t.zone, shown.zoneCode && <Link to={`/zones/${shown.zoneCode}`}>{zoneName(shown.zoneCode)}</Link>],
                  [t.budget, shown.budget ? <Money key="budget" value={shown.budget} /> : t.negotiable],
                  [
                    t.modes,
                    shown.transferModes.length === 0
                      ? t.anyMode
                      : shown.transferModes.map((mode, index) => (
                          <span key={mode}>
                            {index > 0 ? '、' : ''}
                            <Code codes={transferMode} value={mode} />
                          </span>
                        )),
                  ],
                  [t.neededBy, <Day key="needed" value={shown.neededBy} />],
                  [t.readiness, shown.leastReadinessLevel === null ? null : `TRL ${shown.leastReadinessLevel}`],
                  [t.validUntil, <Day key="valid" value={shown.validUntil} />],
                  [t.published, <Instant key="published" value={shown.publishedAt} />],
                ]}
              />
              <p className="fine">{t.help}</p>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}
