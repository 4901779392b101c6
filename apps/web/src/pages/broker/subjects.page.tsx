import './broker.css';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { mandateSubject } from '../../text/codes/deal.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';
import { useCountyName } from '../../ui/places.ts';

const words = bilingual(
  {
    title: '找撮合',
    lead: '选一条需求或一项成果，看谁能与它对上，再提出委托、引荐双方。',
    workbench: '我的工作台',
    from: '从哪一边找',
    demands: '已发布的需求',
    offers: '已发布的成果',
    name: '名称',
    county: '县区',
    budget: '预算',
    price: '要价',
    owner: '单位',
    published: '发布日',
    noDemand: '还没有发布的需求。可以先从成果一边找。',
    noOffer: '还没有发布的成果。可以先从需求一边找。',
  },
  {
    title: 'Find matches',
    lead: 'Choose a demand or an achievement, see what fits, then propose a mandate and introduce both sides.',
    workbench: 'Workbench',
    from: 'Start from',
    demands: 'Published demands',
    offers: 'Published achievements',
    name: 'Name',
    county: 'County',
    budget: 'Budget',
    price: 'Asking price',
    owner: 'Organization',
    published: 'Published',
    noDemand: 'No demand is published. Start from the achievements.',
    noOffer: 'No achievement is published. Start from the demands.',
  },
);

export function Component() {
  const t = useWords(words);
  const [params] = useSearchParams();
  const offers = params.get('from') === 'achievement';
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ title: t.workbench, to: '/workbench' }]}>
      <nav aria-label={t.from}>
        <ul className="kinds plain">
          {(['demand', 'achievement'] as const).map((kind) => (
            <li key={kind}>
              <Link to={`?from=${kind}`} className="chip" {...((kind === 'achievement') === offers && current)}>
                <Code codes={mandateSubject} value={kind} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {offers ? <Offers /> : <Demands />}
    </Page>
  );
}

const current = { 'aria-current': 'page' } as const;

function Demands() {
  const t = useWords(words);
  const countyName = useCountyName();
  const query = api.useInfiniteQuery('get', '/v1/demands', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['DemandView']>[] = [
    {
      key: 'title',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/broker/matches/demand/${id}`}>{title}</Link>,
    },
    { key: 'county', title: t.county, render: ({ countyCode }) => countyName(countyCode) },
    { key: 'budget', title: t.budget, numeric: true, render: ({ budget }) => <Money value={budget} /> },
    { key: 'published', title: t.published, render: ({ publishedAt }) => <Day value={publishedAt?.slice(0, 10)} /> },
  ];
  return (
    <Section title={t.demands}>
      <PagedTable caption={t.demands} query={query} columns={columns} empty={t.noDemand} />
    </Section>
  );
}

function Offers() {
  const t = useWords(words);
  const query = api.useInfiniteQuery('get', '/v1/achievements', { params: { query: { limit: 20 } } }, byCursor);
  const columns: Column<Schemas['AchievementView']>[] = [
    {
      key: 'title',
      title: t.name,
      render: ({ id, title }) => <Link to={`/workbench/broker/matches/achievement/${id}`}>{title}</Link>,
    },
    { key: 'owner', title: t.owner, render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'price', title: t.price, numeric: true, render: ({ price }) => <Money value={price} /> },
    { key: 'published', title: t.published, render: ({ publishedAt }) => <Day value={publishedAt?.slice(0, 10)} /> },
  ];
  return (
    <Section title={t.offers}>
      <PagedTable caption={t.offers} query={query} columns={columns} empty={t.noOffer} />
    </Section>
  );
}
