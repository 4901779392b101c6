import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { agreementState } from '../../text/codes/achievement.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { StateTag } from '../../ui/code.tsx';
import { Instant } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '份额约定',
    lead: '本单位发起的，以及请您本人签署的。',
    workbench: '我的工作台',
    round: '约定',
    name: (serial: number, names: string) => `第 ${serial} 轮：${names}`,
    state: '状态',
    waiting: '等待签署',
    created: '发起时间',
    empty: '没有份额约定。在成果页面可以发起；请您签署的约定会出现在这里。',
  },
  {
    title: 'Share agreements',
    lead: 'Those of your unit, and those you are asked to sign.',
    workbench: 'Workbench',
    round: 'Agreement',
    name: (serial, names) => `Round ${serial}: ${names}`,
    state: 'State',
    waiting: 'Waiting for',
    created: 'Proposed',
    empty: 'None. They begin on an achievement’s page; what you are asked to sign appears here.',
  },
);

export function Component() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/share-agreements', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['ShareAgreementView']>[] = [
    {
      key: 'round',
      title: t.round,
      render: ({ id, round, inventors }) => (
        <Link to={`/workbench/share-agreements/${id}`}>
          {t.name(round, inventors.map(({ name }) => name).join('、'))}
        </Link>
      ),
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={agreementState} value={state} /> },
    { key: 'waiting', title: t.waiting, render: ({ silent }) => silent.join('、') || '—' },
    { key: 'created', title: t.created, render: ({ createdAt }) => <Instant value={createdAt} /> },
  ];
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <Section title={t.title}>
        <PagedTable caption={t.title} query={query} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}
