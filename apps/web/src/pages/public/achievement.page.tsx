import { Link, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { achievementKind, achievementState, farmStage, transferMode } from '../../text/codes/market.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName, useZoneName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '科技成果',
    about: '摘要',
    facts: '要点',
    state: '状态',
    by: '持有单位',
    kind: '成果类型',
    field: '技术领域',
    keywords: '关键词',
    readiness: '成熟度',
    farm: '农业阶段',
    county: '县区',
    zone: '示范区',
    modes: '转化方式',
    price: '意向价',
    negotiable: '面议',
    number: '成果登记号',
    published: '发布时间',
    noSummary: '持有单位没有公开摘要。',
    proven: '成熟度证据和第三方评价',
  },
  {
    list: 'Achievements',
    about: 'Summary',
    facts: 'Key facts',
    state: 'State',
    by: 'Holder',
    kind: 'Type',
    field: 'Field',
    keywords: 'Keywords',
    readiness: 'Readiness',
    farm: 'Farm stage',
    county: 'County',
    zone: 'Zone',
    modes: 'Ways of transfer',
    price: 'Asking price',
    negotiable: 'Negotiable',
    number: 'Registration number',
    published: 'Published',
    noSummary: 'The holder has published no summary.',
    proven: 'Proof of readiness, and evaluations',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const countyName = useCountyName();
  const zoneName = useZoneName();
  const achievement = api.useQuery('get', '/v1/achievements/{id}', { params: { path: { id } } });
  const organizationId = achievement.data?.organizationId;
  const organization = api.useQuery(
    'get',
    '/v1/organizations/{id}',
    { params: { path: { id: organizationId ?? '' } } },
    { enabled: organizationId !== undefined },
  );
  return (
    <Page title={achievement.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/achievements' }]}>
      <QueryView query={achievement}>
        {(shown) => (
          <>
            <Section title={t.about}>
              <p className="prose">{shown.summary ?? t.noSummary}</p>
            </Section>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={achievementState} value={shown.state} />],
                  [t.by, organization.data?.name],
                  [t.kind, shown.kind && <Code key="kind" codes={achievementKind} value={shown.kind} />],
                  [t.field, shown.field],
                  [t.keywords, shown.keywords.join('、')],
                  [t.readiness, shown.readinessLevel === null ? null : `TRL ${shown.readinessLevel}`],
                  [t.farm, shown.farmStage && <Code key="farm" codes={farmStage} value={shown.farmStage} />],
                  [t.county, shown.countyCode && countyName(shown.countyCode)],
                  [t.zone, shown.zoneCode && <Link to={`/zones/${shown.zoneCode}`}>{zoneName(shown.zoneCode)}</Link>],
                  [
                    t.modes,
                    shown.transferModes.map((mode, index) => (
                      <span key={mode}>
                        {index > 0 ? '、' : ''}
                        <Code codes={transferMode} value={mode} />
                      </span>
                    )),
                  ],
                  [t.price, shown.price ? <Money key="price" value={shown.price} /> : t.negotiable],
                  [t.number, shown.registrationNumber],
                  [t.published, <Instant key="published" value={shown.publishedAt} />],
                ]}
              />
              <Link to={`/achievements/${id}/readiness`}>{t.proven}</Link>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}
