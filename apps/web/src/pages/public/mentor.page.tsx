import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useSignedIn } from '../../api/session.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Instant, instantText } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FlagRow, TextRow } from '../../ui/rows.tsx';

type Hour = Schemas['OfficeHourView'];

const words = bilingual(
  {
    list: '创业导师',
    about: '介绍',
    expertise: '专长',
    hours: '可预约的时间',
    from: '开始',
    to: '结束',
    place: '地点或方式',
    act: '办理',
    none: '目前没有可预约的时间。',
    book: '预约',
    topic: '议题',
    relation: '已知悉与导师的利害关系',
    booked: '已预约。',
    signIn: '登录后查看可预约的时间',
    mine: '我的辅导',
  },
  {
    list: 'Mentors',
    about: 'About',
    expertise: 'Expertise',
    hours: 'Office hours',
    from: 'From',
    to: 'To',
    place: 'Where or how',
    act: 'Act',
    none: 'No hour is open.',
    book: 'Book',
    topic: 'Topic',
    relation: 'I know of the relation with the mentor',
    booked: 'Booked.',
    signIn: 'Sign in to see the hours',
    mine: 'My mentoring',
  },
);

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const signedIn = useSignedIn();
  const mentor = api.useQuery('get', '/v1/mentors/{id}', { params: { path: { id } } });
  return (
    <Page title={mentor.data?.displayName ?? t.list} crumbs={[{ title: t.list, to: '/mentors' }]}>
      <QueryView query={mentor}>
        {({ introduction, expertise }) => (
          <Section title={t.about}>
            <p className="prose">{introduction}</p>
            <p>
              {t.expertise}：{expertise.join('、')}
            </p>
          </Section>
        )}
      </QueryView>
      {signedIn ? <Hours id={id} /> : <Link to={`/sign-in?to=/mentors/${id}`}>{t.signIn}</Link>}
    </Page>
  );
}

function Hours({ id }: { readonly id: string }) {
  const t = useWords(words);
  const me = useMe();
  const books = hasRole(me.data, 'enterprise');
  const query = api.useInfiniteQuery(
    'get',
    '/v1/mentors/{id}/office-hours',
    { params: { path: { id }, query: { limit: 20 } } },
    byCursor,
  );
  const columns: Column<Hour>[] = [
    { key: 'from', title: t.from, render: ({ startsAt }) => <Instant value={startsAt} /> },
    { key: 'to', title: t.to, render: ({ endsAt }) => <Instant value={endsAt} /> },
    { key: 'place', title: t.place, render: ({ place }) => place },
    { key: 'act', title: t.act, render: (hour) => (books ? <Book hour={hour} /> : '—') },
  ];
  return (
    <Section title={t.hours} actions={<Link to="/workbench/mentoring">{t.mine}</Link>}>
      <PagedTable caption={t.hours} query={query} columns={columns} empty={t.none} />
    </Section>
  );
}

function Book({ hour }: { readonly hour: Hour }) {
  const t = useWords(words);
  const done = useDone();
  const book = api.useMutation('post', '/v1/office-hours/{id}/meeting');
  return (
    <DialogForm<{ topic: string; relationAcknowledged?: boolean }>
      button={t.book}
      title={t.book}
      about={instantText(hour.startsAt)}
      primary
      onSubmit={({ topic, relationAcknowledged = false }) =>
        done(book.mutateAsync({ params: { path: { id: hour.id } }, body: { topic, relationAcknowledged } }), t.booked)
      }
    >
      <TextRow name="topic" label={t.topic} min={2} max={500} rows={2} />
      <FlagRow name="relationAcknowledged" label={t.relation} />
    </DialogForm>
  );
}
