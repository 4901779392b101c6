import './broker.css';
import { Button } from 'antd';
import { api, type Schemas } from '../../api/client.ts';
import { introductionState } from '../../text/codes/deal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/figures.tsx';
import { useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { SubjectName, useSubjectTitle } from './subject.tsx';

type Introduction = Schemas['IntroductionView'];

const words = bilingual(
  {
    title: '引荐记录',
    lead: '每一次引荐的先后和时间都由系统记下，不能修改：委托方绕开经纪人成交的，凭此主张报酬（民法典第 965 条）。',
    workbench: '我的工作台',
    empty: '还没有引荐。取得任何一方的委托后，在「找撮合」里把双方引荐给彼此。',
    print: '打印或存为 PDF',
    download: '下载时间记录（CSV）',
    more: '再看一些',
    untitled: '引荐',
    demand: '需求',
    achievement: '成果',
    buyer: '需方',
    seller: '供方',
    number: '引荐编号',
    mandates: '所依据的委托',
    moments: '时间记录',
    made: '引荐双方',
    accepted: '接受引荐',
    declined: '谢绝原因',
    waiting: '等待接受',
    message: '引荐说明',
  },
  {
    title: 'Introduction log',
    lead: 'Who introduced whom and when is recorded and never changed: proof when a principal goes around the broker (Civil Code 965).',
    workbench: 'Workbench',
    empty: 'No introduction yet. With a mandate of either side, introduce both under “Find matches”.',
    print: 'Print or save as PDF',
    download: 'Download the times (CSV)',
    more: 'Show more',
    untitled: 'Introduction',
    demand: 'Demand',
    achievement: 'Achievement',
    buyer: 'Demand side',
    seller: 'Achievement side',
    number: 'Number',
    mandates: 'On the mandates',
    moments: 'Times',
    made: 'introduced',
    accepted: 'accepted',
    declined: 'Declined because',
    waiting: 'has not answered',
    message: 'Message',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe().data;
  const query = api.useInfiniteQuery('get', '/v1/introductions', { params: { query: { limit: 20 } } }, byCursor);
  const made = (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ introducer }) => introducer.organizationId === me?.organizationId);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={
        <>
          <Button disabled={made.length === 0} onClick={() => saveLog(made)}>
            {t.download}
          </Button>
          <Button onClick={() => print()}>{t.print}</Button>
        </>
      }
    >
      <QueryView query={query}>
        {() =>
          made.length === 0 ? (
            <p className="empty">{t.empty}</p>
          ) : (
            <>
              {made.map((introduction) => (
                <Entry key={introduction.id} entry={introduction} />
              ))}
            </>
          )
        }
      </QueryView>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t.more}
        </Button>
      )}
    </Page>
  );
}

function Entry({ entry }: { readonly entry: Introduction }) {
  const t = useWords(words);
  const title = useSubjectTitle({ kind: 'demand', id: entry.demandId });
  const path = { kind: 'demand', id: entry.demandId } as const;
  return (
    <Section
      id={entry.id}
      title={title ?? t.untitled}
      actions={<StateTag codes={introductionState} value={entry.state} />}
    >
      <Facts
        items={[
          [t.demand, <SubjectName key="demand" subject={path} />],
          [t.achievement, <SubjectName key="offer" subject={{ kind: 'achievement', id: entry.achievementId }} />],
          [t.number, entry.id],
          [t.message, entry.message],
          ...(entry.declineReason === null ? [] : [[t.declined, entry.declineReason] as const]),
        ]}
      />
      <h3>{t.moments}</h3>
      <Moments entry={entry} />
    </Section>
  );
}

function Moments({ entry }: { readonly entry: Introduction }) {
  const t = useWords(words);
  const sides = [
    [t.buyer, entry.demandOrganizationId],
    [t.seller, entry.achievementOrganizationId],
  ] as const;
  return (
    <ol className="moments">
      <li>
        <Instant value={entry.createdAt} /> <OrganizationName id={entry.introducer.organizationId} /> {t.made}
      </li>
      {sides.map(([side, organizationId]) => {
        const accepted = entry.acceptances.find((acceptance) => acceptance.organizationId === organizationId);
        return (
          <li key={side}>
            {accepted && <Instant value={accepted.acceptedAt} />} {side} <OrganizationName id={organizationId} />{' '}
            {accepted ? t.accepted : t.waiting}
          </li>
        );
      })}
    </ol>
  );
}

const logColumns = [
  'introductionId',
  'matchId',
  'demandId',
  'achievementId',
  'introducerOrganizationId',
  'introducerPersonId',
  'mandateIds',
  'introducedAt',
  'demandSideAcceptedAt',
  'achievementSideAcceptedAt',
  'state',
] as const;

/** The times to the millisecond as the API gives them; ids and states only, so that no cell needs quotes. */
function saveLog(entries: readonly Introduction[]): void {
  const rows = entries.map((entry) => {
    const acceptedBy = (side: string): string =>
      entry.acceptances.find(({ organizationId }) => organizationId === side)?.acceptedAt ?? '';
    const { id, matchId, demandId, achievementId, introducer } = entry;
    return [
      ...[id, matchId, demandId, achievementId, introducer.organizationId, introducer.personId],
      ...[introducer.mandateIds.join(' '), entry.createdAt],
      ...[acceptedBy(entry.demandOrganizationId), acceptedBy(entry.achievementOrganizationId), entry.state],
    ];
  });
  const text = [logColumns, ...rows].map((row) => row.join(',')).join('\r\n');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: 'introductions.csv' }).click();
  URL.revokeObjectURL(url);
}
