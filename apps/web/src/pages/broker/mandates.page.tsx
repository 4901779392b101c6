import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { mandateState, mandateSubject } from '../../text/codes/deal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { Fee } from './fee.tsx';
import { useSubjectTitle } from './subject.tsx';

const words = bilingual(
  {
    title: '我的委托',
    lead: '本机构经纪人提出的委托。对方接受后生效；到期后尾款期内成交，仍按约定计佣。',
    workbench: '我的工作台',
    find: '找撮合，提出委托',
    subject: '委托标的',
    principal: '委托单位',
    fee: '佣金',
    state: '状态',
    until: '期限至',
    tail: '尾款期至',
    empty: '还没有委托。先找撮合，再对需求或成果提出委托。',
  },
  {
    title: 'My mandates',
    lead: 'What your agency’s brokers proposed. In force once accepted; the tail follows the term.',
    workbench: 'Workbench',
    find: 'Find matches and propose',
    subject: 'Subject',
    principal: 'Principal',
    fee: 'Commission',
    state: 'State',
    until: 'Until',
    tail: 'Tail until',
    empty: 'No mandate yet. Find a match, then propose one.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/mandates', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['MandateView']>[] = [
    { key: 'subject', title: t.subject, render: (mandate) => <Named mandate={mandate} /> },
    {
      key: 'principal',
      title: t.principal,
      render: ({ principalOrganizationId }) => <OrganizationName id={principalOrganizationId} />,
    },
    { key: 'fee', title: t.fee, render: ({ fee }) => <Fee fee={fee} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={mandateState} value={state} /> },
    { key: 'until', title: t.until, render: ({ expiresOn }) => <Day value={expiresOn} /> },
    { key: 'tail', title: t.tail, render: ({ tailEndsOn }) => <Day value={tailEndsOn} /> },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={<Link to="/workbench/broker/matches">{t.find}</Link>}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Named({ mandate: { id, subject } }: { readonly mandate: Schemas['MandateView'] }) {
  return (
    <>
      <Code codes={mandateSubject} value={subject.kind} />：
      <Link to={`/workbench/broker/mandates/${id}`}>{useSubjectTitle(subject) ?? '…'}</Link>
    </>
  );
}
