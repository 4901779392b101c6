import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { challengeState, ipOwnership, licenceBack } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code, StateTag } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Instant, Money } from '../../ui/figures.tsx';
import { OrganizationName } from '../../ui/organization-name.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useCountyName } from '../../ui/places.ts';
import { QueryView } from '../../ui/query-view.tsx';
import './public.css';

type Challenge = Schemas['OpenChallengeView'];

const words = bilingual(
  {
    list: '技术难题征集',
    about: '难题',
    details: '详细资料',
    terms: '日程和奖金',
    state: '状态',
    by: '征集单位',
    field: '技术领域',
    county: '县区',
    budget: '项目预算',
    prizes: '奖金（按名次）',
    pass: '获奖的最低分',
    questions: '提问截止',
    commit: '提交承诺截止',
    reveal: '揭示截止',
    scoring: '评审截止',
    outcome: '流标或取消的原因',
    rights: '知识产权条款',
    ownership: '成果归属',
    licence: '征集方的实施权',
    secrecy: '详细资料保密',
    months: (months: number) => `${months} 个月`,
    losers: '未获奖方案的权利',
    defaults: '没有约定时的法律规定',
    criteria: '评分项',
    weight: (weight: number) => `权重 ${weight}`,
    results: '评审结果',
    rank: (rank: number) => `第 ${rank} 名`,
    awarded: '获奖',
    notice: '查看公示和异议办法',
    demand: '所依据的技术需求',
    enter: '应征',
    how: '登录后在工作台应征：先交方案的摘要（承诺），截止后再揭示全文，谁也不能提前看到。',
  },
  {
    list: 'Open challenges',
    about: 'Problem',
    details: 'Details',
    terms: 'Dates and prizes',
    state: 'State',
    by: 'Caller',
    field: 'Field',
    county: 'County',
    budget: 'Budget',
    prizes: 'Prizes by rank',
    pass: 'Pass mark',
    questions: 'Ask by',
    commit: 'Commit by',
    reveal: 'Reveal by',
    scoring: 'Scored by',
    outcome: 'Why it failed or was cancelled',
    rights: 'Intellectual property',
    ownership: 'Ownership',
    licence: 'The caller’s licence',
    secrecy: 'Details kept secret for',
    months: (months) => `${months} months`,
    losers: 'Rights in what wins nothing',
    defaults: 'What the law says where nothing is agreed',
    criteria: 'Criteria',
    weight: (weight) => `weight ${weight}`,
    results: 'Results',
    rank: (rank) => `Rank ${rank}`,
    awarded: 'awarded',
    notice: 'The notice, and how to object',
    demand: 'The demand behind it',
    enter: 'Bid',
    how: 'Sign in to answer: commit the hash of your solution first, reveal it after the deadline.',
  },
);

/** States in which the sheets are public. */
const judged: readonly Challenge['state'][] = ['underNotice', 'suspended', 'cleared', 'awarded'];

export function Component() {
  const t = useWords(words);
  const { id = '' } = useParams();
  const challenge = api.useQuery('get', '/v1/open-challenges/{id}', { params: { path: { id } } });
  return (
    <Page title={challenge.data?.title ?? t.list} crumbs={[{ title: t.list, to: '/challenges' }]}>
      <QueryView query={challenge}>
        {(shown) => (
          <>
            <Section title={t.about}>
              <p className="prose">{shown.summary}</p>
              <h3>{t.details}</h3>
              <p className="prose">{shown.detailsNote}</p>
              <p>
                {t.how} <Link to={`/workbench/challenges/${id}/bid`}>{t.enter}</Link>
              </p>
              {shown.demandId && <Link to={`/demands/${shown.demandId}`}>{t.demand}</Link>}
            </Section>
            <Terms challenge={shown} />
            <Rights challenge={shown} />
            <Section title={t.criteria}>
              <Facts items={shown.criteria.map(({ title, weight }) => [title, t.weight(weight)])} />
            </Section>
            {judged.includes(shown.state) && <Results id={id} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Terms({ challenge }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  const countyName = useCountyName();
  return (
    <Section title={t.terms}>
      <Facts
        items={[
          [t.state, <StateTag key="state" codes={challengeState} value={challenge.state} />],
          ...(challenge.outcomeReason ? [[t.outcome, challenge.outcomeReason] as const] : []),
          [t.by, <OrganizationName key="by" id={challenge.organizationId} />],
          [t.field, challenge.field],
          [t.county, countyName(challenge.countyCode)],
          [t.budget, <Money key="budget" value={challenge.budget} />],
          [
            t.prizes,
            challenge.prizes.map((prize, index) => (
              <span key={index} className="line">
                {t.rank(index + 1)} <Money value={prize} />
              </span>
            )),
          ],
          [t.pass, challenge.passMark],
          [t.questions, <Instant key="questions" value={challenge.questionsUntil} />],
          [t.commit, <Instant key="commit" value={challenge.commitUntil} />],
          [t.reveal, <Instant key="reveal" value={challenge.revealUntil} />],
          [t.scoring, <Day key="scoring" value={challenge.scoringUntil} />],
        ]}
      />
      {challenge.noticeId && <Link to={`/public-notices/${challenge.noticeId}`}>{t.notice}</Link>}
    </Section>
  );
}

function Rights({ challenge }: { readonly challenge: Challenge }) {
  const t = useWords(words);
  const { ipTerms } = challenge;
  return (
    <Section title={t.rights}>
      {ipTerms && (
        <Facts
          items={[
            [t.ownership, <Code key="ownership" codes={ipOwnership} value={ipTerms.ownership} />],
            [t.licence, <Code key="licence" codes={licenceBack} value={ipTerms.licenceBack} />],
            [t.secrecy, t.months(ipTerms.confidentialityMonths)],
            [t.losers, challenge.losersRights],
          ]}
        />
      )}
      {ipTerms?.note && <p className="prose">{ipTerms.note}</p>}
      {challenge.statutoryDefaults.length > 0 && (
        <>
          <h3>{t.defaults}</h3>
          <Facts items={challenge.statutoryDefaults.map((one) => [one.subject, `${one.rule}（${one.article}）`])} />
        </>
      )}
    </Section>
  );
}

function Results({ id }: { readonly id: string }) {
  const t = useWords(words);
  const results = api.useQuery('get', '/v1/open-challenges/{id}/results', { params: { path: { id } } });
  return (
    <Section title={t.results}>
      <QueryView query={results}>
        {(shown) => (
          <ol className="hits">
            {shown.results.map(({ code, rank, mean, awarded, organizationId }) => (
              <li key={code}>
                <p className="hit-line">
                  <span>{t.rank(rank)}</span>
                  <span>{code}</span>
                  <span className="figure">{mean}</span>
                  {awarded && <span>{t.awarded}</span>}
                  {organizationId && <OrganizationName id={organizationId} />}
                </p>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Section>
  );
}
