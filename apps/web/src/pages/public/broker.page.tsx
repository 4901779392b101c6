import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Day } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';

const words = bilingual(
  {
    list: '技术经纪人',
    about: '认定',
    grade: '等级',
    number: '认定编号',
    certificate: '培训证书',
    from: '有效期自',
    until: '有效期至',
    agency: '执业机构',
    credit: '信用等级',
    note: '本人可以随时收回公布的同意；有未决申诉时信用等级不公布。',
  },
  {
    list: 'Technology brokers',
    about: 'Recognition',
    grade: 'Grade',
    number: 'Number',
    certificate: 'Certificate',
    from: 'Valid from',
    until: 'Valid until',
    agency: 'Agency',
    credit: 'Credit level',
    note: 'Shown by consent, which may be taken back; no level while an appeal is open.',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const broker = api.useQuery('get', '/v1/brokers/{id}', { params: { path: { id } } });
  return (
    <Page title={broker.data?.personName ?? t.list} crumbs={[{ title: t.list, to: '/brokers' }]}>
      <QueryView query={broker}>
        {(shown) => (
          <Section title={t.about}>
            <Facts
              items={[
                [t.grade, shown.gradeTitle],
                [t.number, shown.recognitionNumber],
                [t.certificate, `${shown.certificateNumber}（${shown.certificateIssuer}）`],
                [t.from, <Day key="from" value={shown.validFrom} />],
                [t.until, <Day key="until" value={shown.validUntil} />],
                [t.agency, shown.agencyName],
                [t.credit, shown.creditLevel],
              ]}
            />
            <p className="fine">{t.note}</p>
          </Section>
        )}
      </QueryView>
    </Page>
  );
}
