import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '优秀案例',
    story: '经过',
    effect: '成效',
    about: '案例信息',
    parties: '当事人',
    published: '发布日',
    proof: '由已认定登记的技术合同证明，各方同意公开，并经保密审查。',
  },
  {
    list: 'Good cases',
    story: 'What happened',
    effect: 'What came of it',
    about: 'About',
    parties: 'Parties',
    published: 'Published',
    proof: 'Proved by a registered contract, told with the consent of each party, checked for secrets.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const study = api.useQuery('get', '/v1/published-cases/{id}', { params: { path: { id } } });
  return (
    <Page title={study.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/search?kind=cases' }]}>
      <QueryView query={study}>
        {(shown) => (
          <>
            <Section title={t.story}>
              <p>{shown.story}</p>
            </Section>
            <Section title={t.effect}>
              <p>{shown.effect}</p>
            </Section>
            <Section title={t.about}>
              <Facts
                items={[
                  [t.parties, shown.parties.join('、')],
                  [t.published, <Day key="published" value={shown.publishedAt.slice(0, 10)} />],
                ]}
              />
              <p className="fine">{t.proof}</p>
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}
