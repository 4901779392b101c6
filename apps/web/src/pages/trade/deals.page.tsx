import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { dealState } from '../../text/codes/deal.codes.ts';
import { SubjectName } from '../broker/subject.tsx';
import { subjectOf } from './deal-subject.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '洽谈',
    workbench: '我的工作台',
    buyer: '买方',
    seller: '卖方',
    state: '状态',
    since: '开始时间',
    view: '进入洽谈室',
    about: '洽谈的是',
    room: '洽谈室',
    empty: '还没有洽谈。双方接受引荐后，任何一方都可以开始洽谈。',
  },
  {
    title: 'Deals',
    workbench: 'Workbench',
    buyer: 'Buyer',
    seller: 'Seller',
    state: 'State',
    since: 'Since',
    view: 'Enter',
    about: 'About',
    room: 'Deal room',
    empty: 'No deal yet. Once both sides accept an introduction, either may begin.',
  },
);

export function Component() {
  const t = useWords(words);
  const deals = api.useInfiniteQuery('get', '/v1/deals', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['DealView']>[] = [
    { key: 'about', title: t.about, render: (deal) => <SubjectName subject={subjectOf(deal)} /> },
    { key: 'room', title: t.room, render: ({ id }) => <Link to={`/workbench/deals/${id}`}>{t.view}</Link> },
    { key: 'seller', title: t.seller, render: ({ sellerOrganizationId: id }) => <OrganizationName id={id} /> },
    { key: 'buyer', title: t.buyer, render: ({ buyerOrganizationId: id }) => <OrganizationName id={id} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={dealState} value={state} /> },
    { key: 'since', title: t.since, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page title={t.title} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={deals} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
