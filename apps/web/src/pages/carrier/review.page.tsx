import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { filled } from '../../api/filled.ts';
import { carrierReviewState, reviewProposal } from '../../text/codes/carrier.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { useDone } from '../../ui/acting.ts';
import { ApiForm } from '../../ui/api-form.tsx';
import { Code, StateTag, useChoices } from '../../ui/code.tsx';
import { Decision } from '../../ui/decision.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Deadline } from '../../ui/figures.tsx';
import { hasRole, useMe } from '../../ui/me.ts';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DayRow, NumberRow, TextRow, YuanRow } from '../../ui/rows.tsx';
import { useDaysLeft } from '../../ui/today.ts';

type Review = Schemas['CarrierReviewView'];

const words = bilingual(
  {
    list: '载体称号与年度考核',
    queue: '载体认定办理',
    title: (year: number) => `${year} 年度考核`,
    about: '考核',
    unit: '运营单位',
    see: '看称号',
    due: '自评截止',
    proposal: '初审意见',
    opinion: '初审说明',
    reason: '考核结果理由',
    rectify: '整改截止',
    write: '报自评',
    reportText: '自评报告',
    tenants: '在孵企业数',
    graduates: '当年毕业企业数',
    jobs: '带动就业人数',
    serviceEvents: '服务活动次数',
    intellectualProperty: '在孵企业新增知识产权件数',
    investmentYuan: '在孵企业当年获得投资（元）',
    tenantRevenueYuan: '在孵企业当年营业收入（元）',
    sent: '已报，等初审。',
    steps: '办理',
    examine: '初审',
    examined: '已初审；由另一人决定。',
    decide: '决定',
    sendBack: '退回初审',
    until: '整改截止日（限期整改时填）',
    decided: '已决定。',
  },
  {
    list: 'Titles and yearly reviews',
    queue: 'Titles to act on',
    title: (year) => `Review of ${year}`,
    about: 'Review',
    unit: 'Operator',
    see: 'See the title',
    due: 'Report by',
    proposal: 'Proposal',
    opinion: 'Opinion',
    reason: 'Reason of the result',
    rectify: 'Rectify by',
    write: 'Hand in the report',
    reportText: 'Report',
    tenants: 'Tenants',
    graduates: 'Graduates of the year',
    jobs: 'Jobs',
    serviceEvents: 'Service events',
    intellectualProperty: 'New rights of tenants',
    investmentYuan: 'Investment in tenants (yuan)',
    tenantRevenueYuan: 'Revenue of tenants (yuan)',
    sent: 'Handed in.',
    steps: 'Steps',
    examine: 'Examine',
    examined: 'Examined; somebody else decides.',
    decide: 'Decide',
    sendBack: 'Back to examination',
    until: 'Rectify by (when it is to be rectified)',
    decided: 'Decided.',
  },
);

const figureNames = [
  'tenants',
  'graduates',
  'jobs',
  'serviceEvents',
  'intellectualProperty',
  'investmentYuan',
  'tenantRevenueYuan',
] as const;

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const me = useMe().data;
  const daysLeft = useDaysLeft();
  const review = api.useQuery('get', '/v1/carrier-reviews/{id}', { params: { path: { id } } });
  const staff = hasRole(me, 'reviewer', 'auditor');
  const crumb = staff
    ? { title: t.queue, to: '/workbench/carrier-queue' }
    : { title: t.list, to: '/workbench/carrier-titles' };
  return (
    <Page title={review.data ? t.title(review.data.year) : t.about} crumbs={[crumb]}>
      <QueryView query={review}>
        {(shown) => (
          <>
            <Section title={t.about} actions={<StateTag codes={carrierReviewState} value={shown.state} />}>
              <Facts
                items={[
                  [t.unit, <OrganizationName key="unit" id={shown.organizationId} />],
                  [
                    t.due,
                    shown.state === 'due' ? (
                      <Deadline key="due" day={shown.dueOn} daysLeft={daysLeft(shown.dueOn)} />
                    ) : (
                      <Day key="due" value={shown.dueOn} />
                    ),
                  ],
                  ...figureNames.map((name) => [t[name], figureOf(shown, name)] as const),
                  [t.proposal, <Code key="proposal" codes={reviewProposal} value={shown.proposal} />],
                  [t.opinion, shown.opinion],
                  [t.reason, shown.decisionReason],
                  [t.rectify, <Day key="rectify" value={shown.rectifyUntil} />],
                ]}
              />
              {shown.report && <p className="prose">{shown.report}</p>}
              <Link to={`/workbench/carrier-titles/${shown.titleId}`}>{t.see}</Link>
            </Section>
            {shown.organizationId === me?.organizationId && (shown.state === 'due' || shown.state === 'rectifying') && (
              <Report review={shown} />
            )}
            {hasRole(me, 'reviewer') && <BureauSteps review={shown} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function figureOf({ figures }: Review, name: (typeof figureNames)[number]): string | null {
  const value = figures?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function Report({ review }: { readonly review: Review }) {
  const t = useWords(words);
  const done = useDone();
  const submit = api.useMutation('post', '/v1/carrier-reviews/{id}/report');
  const params = { path: { id: review.id } };
  const counts = figureNames.slice(0, 5);
  return (
    <Section title={t.write}>
      <ApiForm<Schemas['SubmitCarrierReviewDto']>
        submit={t.write}
        draftKey={`carrier-review.${review.id}`}
        initial={{ report: review.report ?? '' }}
        onSubmit={(body) => done(submit.mutateAsync({ params, body }), t.sent)}
      >
        <TextRow name="report" label={t.reportText} min={10} max={5000} rows={5} />
        {counts.map((name) => (
          <NumberRow key={name} name={['figures', name]} label={t[name]} min={0} max={1_000_000} />
        ))}
        <YuanRow name={['figures', 'investmentYuan']} label={t.investmentYuan} />
        <YuanRow name={['figures', 'tenantRevenueYuan']} label={t.tenantRevenueYuan} />
      </ApiForm>
    </Section>
  );
}

function BureauSteps({ review }: { readonly review: Review }) {
  const t = useWords(words);
  const done = useDone();
  const params = { path: { id: review.id } };
  const examine = api.useMutation('post', '/v1/carrier-reviews/{id}/examination');
  const decide = api.useMutation('post', '/v1/carrier-reviews/{id}/decision');
  const proposals = useChoices(reviewProposal);
  if (review.state !== 'submitted' && review.state !== 'examined') return null;
  return (
    <Section title={t.steps}>
      {review.state === 'submitted' ? (
        <Decision
          button={t.examine}
          primary
          max={1000}
          outcome={{ name: 'proposal', options: proposals }}
          onSubmit={(body) => done(examine.mutateAsync({ params, body }), t.examined)}
        />
      ) : (
        <Decision
          button={t.decide}
          primary
          max={1000}
          outcome={{
            name: 'decision',
            options: [...proposals.filter(({ value }) => value !== 'return'), { value: 'sendBack', label: t.sendBack }],
          }}
          onSubmit={(body) => done(decide.mutateAsync({ params, body: filled(body) }), t.decided)}
        >
          <DayRow name="rectifyUntil" label={t.until} optional />
        </Decision>
      )}
    </Section>
  );
}
