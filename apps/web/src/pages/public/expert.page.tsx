import { Link, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '专家',
    about: '专家名片',
    unit: '单位',
    county: '县区',
    fields: '研究方向',
    consent: '名片的内容由本人填写并同意公开；撤回同意后不再显示。',
  },
  {
    list: 'Experts',
    about: 'About',
    unit: 'Unit',
    county: 'County',
    fields: 'Fields',
    consent: 'In their own words and by their consent; gone when they withdraw it.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const countyName = useCountyName();
  const expert = api.useQuery('get', '/v1/experts/{id}', { params: { path: { id } } });
  return (
    <Page title={expert.data?.name ?? t.list} crumbs={[{ title: t.list, to: '/search?kind=experts' }]}>
      <QueryView query={expert}>
        {(shown) => (
          <Section title={t.about}>
            <p>{shown.introduction}</p>
            <Facts
              items={[
                [
                  t.unit,
                  <Link key="unit" to={`/organizations/${shown.organizationId}`}>
                    {shown.organizationName}
                  </Link>,
                ],
                [t.county, shown.countyCode === null ? '—' : countyName(shown.countyCode)],
                [t.fields, shown.fields.join('、')],
              ]}
            />
            <p className="fine">{t.consent}</p>
          </Section>
        )}
      </QueryView>
    </Page>
  );
}
