import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { rankedBy, reviewState, rewardScheme } from '../../text/codes/reward.codes.ts';
import { codeText } from '../../text/codes/codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { ListTable, type Column } from '../../ui/list-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { decimals } from './decimals.ts';
import { PersonName } from './party-name.tsx';
import { ReviewApplications } from './review-applications.tsx';
import { ReviewAwards } from './review-awards.tsx';
import { ReviewDuties } from './review-duties.tsx';
import './bureau.css';

type Review = Schemas['RewardReviewDetailView'];

const words = bilingual(
  {
    list: '奖补年度评审',
    facts: '评审',
    scheme: '项目',
    year: '年度',
    state: '状态',
    until: '申报截止日',
    notice: '公示',
    seeNotice: '查看公示',
    snapshot: '冻结名单的哈希',
    archive: '归档的哈希',
    candidates: '候选名单（冻结）',
    code: '代号',
    total: '年度合计',
    contracts: '合同数',
    benefit: '核实的效益',
    eligible: '能否获奖',
    can: '可以',
    noCandidate: '名单还没有冻结。',
    ranking: '排名',
    rank: '名次',
    awarded: '拟奖',
    yes: '是',
    no: '否',
    by: '凭什么',
    panel: '评审组',
    noPanel: '还没有指定评审专家。',
    recusals: '回避',
    recused: (code: string, reason: string) => `回避 ${code}：${reason}`,
    sheets: '评分表',
    sheetsHelp: '排名以前，谁也看不到评分表。',
    weighted: '加权分',
    comment: '评语',
    at: '时间',
    noSheet: '现在没有可看的评分表。',
  },
  {
    list: 'Yearly reward reviews',
    facts: 'Review',
    scheme: 'Reward',
    year: 'Year',
    state: 'State',
    until: 'Applications until',
    notice: 'Notice',
    seeNotice: 'See the notice',
    snapshot: 'Hash of the frozen list',
    archive: 'Hash of the archive',
    candidates: 'Candidates (frozen)',
    code: 'Code',
    total: 'Yearly total',
    contracts: 'Contracts',
    benefit: 'Verified benefit',
    eligible: 'Eligible',
    can: 'Yes',
    noCandidate: 'The list is not frozen yet.',
    ranking: 'Ranking',
    rank: 'Rank',
    awarded: 'Awarded',
    yes: 'Yes',
    no: 'No',
    by: 'Decided by',
    panel: 'Panel',
    noPanel: 'Nobody appointed yet.',
    recusals: 'Recusals',
    recused: (code, reason) => `Recused from ${code}: ${reason}`,
    sheets: 'Score sheets',
    sheetsHelp: 'Nobody sees a sheet before the ranking.',
    weighted: 'Weighted score',
    comment: 'Comment',
    at: 'When',
    noSheet: 'No sheet to be seen now.',
  },
);

export function Component() {
  const t = useWords(words);
  const { language } = useSettings();
  const { id = '' } = useParams();
  const review = api.useQuery('get', '/v1/reward-reviews/{id}', { params: { path: { id } } });
  const found = review.data;
  return (
    <Page
      title={found ? `${codeText(rewardScheme, found.scheme, language)} ${found.fiscalYear}` : t.facts}
      crumbs={[{ title: t.list, to: '/workbench/reward-reviews' }]}
    >
      <QueryView query={review}>
        {(shown) => (
          <>
            <Section title={t.facts}>
              <Facts
                items={[
                  [t.state, <StateTag key="state" codes={reviewState} value={shown.state} />],
                  [t.scheme, <Code key="scheme" codes={rewardScheme} value={shown.scheme} />],
                  [t.year, shown.fiscalYear],
                  [t.until, <Day key="until" value={shown.applicationsUntil} />],
                  [
                    t.notice,
                    shown.noticeId && (
                      <Link key="notice" to={`/public-notices/${shown.noticeId}`}>
                        {t.seeNotice}
                      </Link>
                    ),
                  ],
                  [t.snapshot, <Hash key="snapshot" value={shown.snapshotHash} />],
                  [t.archive, <Hash key="archive" value={shown.archiveHash} />],
                ]}
              />
            </Section>
            <ReviewDuties review={shown} />
            <ReviewApplications review={shown} />
            <Candidates review={shown} />
            <Panel review={shown} />
            <Sheets review={shown} />
            <ReviewAwards review={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Hash({ value }: { readonly value: string | null }) {
  return value === null ? <span className="none">—</span> : <span className="code-text">{value}</span>;
}

/** Candidates and, once there is one, their ranking, best first. */
function Candidates({ review }: { readonly review: Review }) {
  const t = useWords(words);
  const ranks = new Map(review.ranking.map((one) => [one.applicationId, one]));
  const rankOf = (applicationId: string): number => ranks.get(applicationId)?.rank ?? Infinity;
  const rows = [...review.candidates].sort((a, b) => rankOf(a.applicationId) - rankOf(b.applicationId) || 0);
  const ranked = review.ranking.length > 0;
  const columns: Column<Schemas['ReviewCandidateView']>[] = [
    ...(ranked
      ? [
          {
            key: 'rank',
            title: t.rank,
            numeric: true,
            render: (row: Schemas['ReviewCandidateView']) => ranks.get(row.applicationId)?.rank ?? '—',
          },
          {
            key: 'awarded',
            title: t.awarded,
            render: (row: Schemas['ReviewCandidateView']) => (ranks.get(row.applicationId)?.awarded ? t.yes : t.no),
          },
          {
            key: 'by',
            title: t.by,
            render: (row: Schemas['ReviewCandidateView']) => (
              <Code codes={rankedBy} value={ranks.get(row.applicationId)?.by ?? null} />
            ),
          },
        ]
      : []),
    { key: 'code', title: t.code, render: ({ code }) => code },
    { key: 'total', title: t.total, numeric: true, render: ({ total }) => <Money value={total} /> },
    { key: 'contracts', title: t.contracts, numeric: true, render: ({ contracts }) => contracts },
    { key: 'benefit', title: t.benefit, numeric: true, render: ({ benefit }) => <Money value={benefit} /> },
    { key: 'eligible', title: t.eligible, render: ({ ineligible }) => ineligible ?? t.can },
  ];
  const title = ranked ? t.ranking : t.candidates;
  return (
    <Section title={title}>
      <ListTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ applicationId }) => applicationId}
        empty={t.noCandidate}
      />
    </Section>
  );
}

const codeOf = (review: Review, applicationId: string): string =>
  review.candidates.find((one) => one.applicationId === applicationId)?.code ?? applicationId.slice(-8);

function Panel({ review }: { readonly review: Review }) {
  const t = useWords(words);
  return (
    <Section title={t.panel}>
      {review.panel.length === 0 ? (
        <p className="empty">{t.noPanel}</p>
      ) : (
        <ul>
          {review.panel.map((personId) => (
            <li key={personId}>
              <PersonName id={personId} />
              {review.recusals
                .filter((one) => one.personId === personId)
                .map((one) => ` · ${t.recused(codeOf(review, one.applicationId), one.reason)}`)
                .join('')}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Sheets({ review }: { readonly review: Review }) {
  const t = useWords(words);
  const columns: Column<Schemas['SheetView']>[] = [
    { key: 'code', title: t.code, render: ({ applicationId }) => codeOf(review, applicationId) },
    { key: 'who', title: t.panel, render: ({ personId }) => <PersonName id={personId} /> },
    { key: 'weighted', title: t.weighted, numeric: true, render: ({ weighted }) => decimals(weighted / 100, 2) },
    { key: 'comment', title: t.comment, render: ({ comment }) => comment ?? '—' },
    { key: 'at', title: t.at, render: ({ at }) => <Instant value={at} /> },
  ];
  return (
    <Section title={t.sheets}>
      <p className="fine">{t.sheetsHelp}</p>
      <ListTable
        caption={t.sheets}
        columns={columns}
        rows={review.sheets}
        rowKey={({ applicationId, personId }) => `${applicationId}/${personId}`}
        empty={t.noSheet}
      />
    </Section>
  );
}
