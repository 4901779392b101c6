import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { applicationState, awardState, rewardScheme, reviewState } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { workbenchCrumb } from '../../ui/list-page.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

type Application = Schemas['RewardApplicationView'];
type Review = Schemas['RewardReviewSummaryView'];

const words = bilingual(
  {
    workbench: '我的工作台',
    title: '我的奖补申报',
    lead: '本单位（本人）各年度的申报、证明材料、审查意见和评审结果。',
    mine: '我的申报',
    review: '评审',
    state: '状态',
    evidence: '证明材料',
    findings: '审查意见',
    benefit: '核实的效益',
    result: '结果',
    none: '还没有申报。接受申报的评审列在下面。',
    open: '接受申报的评审',
    scheme: '项目',
    year: '年度',
    until: '申报截止',
    act: '办理',
    apply: '申报',
    noOpen: '目前没有接受申报的评审。',
    notAwarded: '未获奖',
    pending: '评审进行中',
    paid: '支付',
  },
  {
    workbench: 'Workbench',
    title: 'My applications for rewards',
    lead: 'Yours of every year: evidence, findings and what came of them.',
    mine: 'My applications',
    review: 'Review',
    state: 'State',
    evidence: 'Evidence',
    findings: 'Findings',
    benefit: 'Verified benefit',
    result: 'Result',
    none: 'None yet. Reviews that take applications stand below.',
    open: 'Reviews that take applications',
    scheme: 'Scheme',
    year: 'Year',
    until: 'Apply by',
    act: 'Act',
    apply: 'Apply',
    noOpen: 'No review takes applications at present.',
    notAwarded: 'Not awarded',
    pending: 'Still under review',
    paid: 'Paid',
  },
);

export function Component() {
  const t = useWords(words);
  const applications = api.useInfiniteQuery(
    'get',
    '/v1/reward-applications',
    { params: { query: { limit: 20 } } },
    byCursor,
  );
  const reviews = api.useInfiniteQuery('get', '/v1/reward-reviews', { params: { query: { limit: 100 } } }, byCursor);
  const known = reviews.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<Application>[] = [
    {
      key: 'review',
      title: t.review,
      render: (row) => <ReviewName review={known.find(({ id }) => id === row.reviewId)} id={row.reviewId} />,
    },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={applicationState} value={state} /> },
    { key: 'evidence', title: t.evidence, render: ({ evidence }) => evidence.join('、') || '—' },
    { key: 'findings', title: t.findings, render: ({ findings }) => findings ?? '—' },
    { key: 'benefit', title: t.benefit, numeric: true, render: ({ benefit }) => <Money value={benefit} /> },
    {
      key: 'result',
      title: t.result,
      render: (row) => <Result application={row} review={known.find(({ id }) => id === row.reviewId)} />,
    },
  ];
  const openColumns: Column<Review>[] = [
    { key: 'scheme', title: t.scheme, render: ({ scheme }) => <Code codes={rewardScheme} value={scheme} /> },
    { key: 'year', title: t.year, numeric: true, render: ({ fiscalYear }) => fiscalYear },
    { key: 'until', title: t.until, render: ({ applicationsUntil }) => <Day value={applicationsUntil} /> },
    { key: 'act', title: t.act, render: (review) => <Apply review={review} /> },
  ];
  const collecting = reviews.data && {
    ...reviews,
    data: {
      pages: reviews.data.pages.map(({ items }) => ({ items: items.filter(({ state }) => state === 'collecting') })),
    },
  };
  return (
    <Page title={t.title} lead={t.lead} crumbs={[workbenchCrumb(t.workbench)]}>
      <Section title={t.mine}>
        <PagedTable caption={t.mine} query={applications} columns={columns} empty={t.none} />
      </Section>
      <Section title={t.open}>
        <PagedTable caption={t.open} query={collecting ?? reviews} columns={openColumns} empty={t.noOpen} />
      </Section>
    </Page>
  );
}

function ReviewName({ review, id }: { readonly review: Review | undefined; readonly id: string }) {
  return (
    <Link to={`/workbench/reward-reviews/${id}/application`}>
      {review ? (
        <>
          <Code codes={rewardScheme} value={review.scheme} /> {review.fiscalYear}
        </>
      ) : (
        `…${id.slice(-6)}`
      )}
    </Link>
  );
}

function Apply({ review }: { readonly review: Review }) {
  const t = useWords(words);
  return (
    <Link to={`/workbench/reward-reviews/${review.id}/application`}>
      {t.apply}
      <span className="visually-hidden">：{review.fiscalYear}</span>
    </Link>
  );
}

const concluded = ['approved', 'paid', 'archived'];

/** Awards are told once they are approved; before that only how far the review has come. */
function Result({ application, review }: { readonly application: Application; readonly review: Review | undefined }) {
  const t = useWords(words);
  const over = review !== undefined && concluded.includes(review.state);
  const awards = api.useQuery(
    'get',
    '/v1/reward-reviews/{id}/awards',
    { params: { path: { id: application.reviewId } } },
    { enabled: over },
  );
  if (!review) return <>—</>;
  if (!over) return <StateTag codes={reviewState} value={review.state} />;
  const award = awards.data?.items.find(({ applicationId }) => applicationId === application.id);
  if (!award) return <>{awards.data ? t.notAwarded : t.pending}</>;
  return (
    <>
      <Money value={award.amount} /> <StateTag codes={awardState} value={award.state} />
      {award.paidOn && (
        <span className="line">
          {t.paid} <Day value={award.paidOn} />
        </span>
      )}
    </>
  );
}
