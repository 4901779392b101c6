import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day } from '../../ui/figures.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { byCursor } from '../../ui/paged.ts';

const words = bilingual(
  {
    title: '技术经纪人',
    lead: '经认定、在有效期内、本人同意公布的技术经纪人。',
    count: (count: number, wording: string) => `${wording}：${count} 人`,
    name: '姓名',
    grade: '等级',
    agency: '执业机构',
    number: '认定编号',
    until: '有效期至',
    credit: '信用等级',
    none: '名册上还没有人：认定后由本人决定是否公布。',
    how: '怎样成为技术经纪人',
  },
  {
    title: 'Technology brokers',
    lead: 'Recognized, within their term, and shown by their own consent.',
    count: (count, wording) => `${wording}: ${count}`,
    name: 'Name',
    grade: 'Grade',
    agency: 'Agency',
    number: 'Number',
    until: 'Valid until',
    credit: 'Credit',
    none: 'Nobody is listed yet: the recognized decide whether they are shown.',
    how: 'How to become one',
  },
);

export function Component() {
  const t = useWords(words);
  const count = api.useQuery('get', '/v1/broker-count', {});
  const query = api.useInfiniteQuery('get', '/v1/brokers', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['RegisteredBrokerView']>[] = [
    { key: 'name', title: t.name, render: ({ id, personName }) => <Link to={`/brokers/${id}`}>{personName}</Link> },
    { key: 'grade', title: t.grade, render: ({ gradeTitle }) => gradeTitle },
    { key: 'agency', title: t.agency, render: ({ agencyName }) => agencyName ?? '—' },
    { key: 'number', title: t.number, render: ({ recognitionNumber }) => recognitionNumber },
    { key: 'until', title: t.until, render: ({ validUntil }) => <Day value={validUntil} /> },
    { key: 'credit', title: t.credit, render: ({ creditLevel }) => creditLevel ?? '—' },
  ];
  return (
    <ListPage
      title={t.title}
      lead={t.lead}
      query={query}
      columns={columns}
      empty={t.none}
      next={{ to: '/guide/broker', title: t.how }}
    >
      {count.data && (
        <ul className="fine">
          {count.data.readings.map(({ code, wording, count: people }) => (
            <li key={code}>{t.count(people, wording)}</li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}
