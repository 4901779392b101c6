import { Form, Input, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { reviewState, rewardScheme } from '../../text/codes/reward.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { Day } from '../../ui/figures.tsx';
import type { Column } from '../../ui/list-table.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { Page, Section } from '../../ui/page.tsx';
import { byCursor } from '../../ui/paged.ts';
import { PagedTable } from '../../ui/paged-table.tsx';

const words = bilingual(
  {
    title: '奖补年度评审',
    lead: '每年每个项目评审一次：申报、形式审查、冻结名单、专家匿名评分、排名、公示、第二人批准、支付、归档。',
    workbench: '我的工作台',
    open: '开立评审',
    year: '年度',
    yearWrong: '请填四位年份。',
    scheme: '项目',
    schemeMissing: '请选择项目。',
    until: '申报截止日',
    untilMissing: '请选择申报截止日。',
    state: '状态',
    doors: '我可以',
    manage: '办理和查看',
    apply: '申报',
    score: '评分（评审专家）',
    notice: '看公示',
    empty: '还没有开立评审。由奖补人员在年度结束后开立。',
  },
  {
    title: 'Yearly reward reviews',
    lead: 'Applications, formal check, freeze, blind scoring, ranking, notice, approval by another person, payment, archive.',
    workbench: 'Workbench',
    open: 'Open a review',
    year: 'Year',
    yearWrong: 'Give the year in four digits.',
    scheme: 'Reward',
    schemeMissing: 'Choose a reward.',
    until: 'Applications until',
    untilMissing: 'Choose the last day.',
    state: 'State',
    doors: 'I can',
    manage: 'See and act',
    apply: 'Apply',
    score: 'Score (panel)',
    notice: 'See the notice',
    empty: 'No review yet. A reward officer opens it once the year is over.',
  },
);

const applicants = ['agencyManager', 'researchUnit', 'broker', 'enterprise'] as const;

export function Component() {
  const t = useWords(words);
  const me = useMe();
  const reviews = api.useInfiniteQuery('get', '/v1/reward-reviews', { params: { query: { limit: 20 } } }, byCursor);
  const reads = hasRole(me.data, 'rewardOfficer', 'auditor');
  const columns: Column<Schemas['RewardReviewSummaryView']>[] = [
    { key: 'year', title: t.year, render: ({ fiscalYear }) => fiscalYear },
    { key: 'scheme', title: t.scheme, render: ({ scheme }) => <Code codes={rewardScheme} value={scheme} /> },
    { key: 'state', title: t.state, render: ({ state }) => <StateTag codes={reviewState} value={state} /> },
    { key: 'until', title: t.until, render: ({ applicationsUntil }) => <Day value={applicationsUntil} /> },
    {
      key: 'doors',
      title: t.doors,
      render: (review) => <Doors review={review} reads={reads} applies={hasRole(me.data, ...applicants)} />,
    },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[{ title: t.workbench, to: '/workbench' }]}
      actions={hasRole(me.data, 'rewardOfficer') && <OpenReview />}
    >
      <Section title={t.title}>
        <PagedTable caption={t.title} query={reviews} columns={columns} empty={t.empty} />
      </Section>
    </Page>
  );
}

function Doors(props: {
  readonly review: Schemas['RewardReviewSummaryView'];
  readonly reads: boolean;
  readonly applies: boolean;
}) {
  const t = useWords(words);
  const { id, state, noticeId, fiscalYear } = props.review;
  const about = <span className="visually-hidden"> {fiscalYear}</span>;
  const to = `/workbench/reward-reviews/${id}`;
  return (
    <ul className="tags">
      {props.reads && (
        <li>
          <Link to={to}>
            {t.manage}
            {about}
          </Link>
        </li>
      )}
      {props.applies && state === 'collecting' && (
        <li>
          <Link to={`${to}/application`}>
            {t.apply}
            {about}
          </Link>
        </li>
      )}
      {state === 'scoring' && !props.reads && (
        <li>
          <Link to={`${to}/panel`}>
            {t.score}
            {about}
          </Link>
        </li>
      )}
      {noticeId !== null && (
        <li>
          <Link to={`/public-notices/${noticeId}`}>
            {t.notice}
            {about}
          </Link>
        </li>
      )}
    </ul>
  );
}

function OpenReview() {
  const t = useWords(words);
  const navigate = useNavigate();
  const schemes = useChoices(rewardScheme);
  const open = api.useMutation('post', '/v1/reward-reviews');
  type Values = Omit<Schemas['OpenRewardReviewDto'], 'fiscalYear'> & { fiscalYear: string };
  return (
    <DialogForm<Values>
      button={t.open}
      title={t.open}
      primary
      onSubmit={async (values) => {
        const made = await open.mutateAsync({ body: { ...values, fiscalYear: Number(values.fiscalYear) } });
        void navigate(`/workbench/reward-reviews/${made.id}`);
      }}
    >
      <Form.Item name="scheme" label={t.scheme} rules={[{ required: true, message: t.schemeMissing }]}>
        <Select options={schemes} />
      </Form.Item>
      <Form.Item
        name="fiscalYear"
        label={t.year}
        rules={[{ required: true, pattern: /^20\d\d$/, message: t.yearWrong }]}
      >
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
      <Form.Item name="applicationsUntil" label={t.until} rules={[{ required: true, message: t.untilMissing }]}>
        <DayField />
      </Form.Item>
    </DialogForm>
  );
}
