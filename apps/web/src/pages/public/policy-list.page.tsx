import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { policyStanding } from '../../text/codes/offer.codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Code } from '../../ui/code.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RewardCalculator } from './reward-calculator.tsx';

const words = bilingual(
  {
    title: '政策',
    lead: '奖补政策的原文和计算口径，以及方案的任务和指标。先试算，再申请。',
    calculator: '能得多少：奖补试算',
    rewards: '奖补政策',
    standing: '性质',
    beneficiary: '受益人',
    of: { organization: '单位', person: '个人' },
    rate: '比例',
    threshold: '起计额（含）',
    cap: '每年度上限',
    capBinds: '合计达到此数时封顶',
    ranks: '评审名次',
    first: (count: number) => `前 ${count} 名`,
    once: '一生只奖一次',
    yes: '是',
    no: '否',
    since: '施行日',
    until: '失效日',
    wording: '原文',
    reading: '计算口径',
    source: '来源',
    plan: '方案的任务和指标',
    asked: '您要看的条款',
    more: '检索政策',
    none: '还没有政策。',
  },
  {
    title: 'Policies',
    lead: 'Rewards in their wording and how they are read, and the tasks of the plan. Try the sums first.',
    calculator: 'How much: reward calculator',
    rewards: 'Rewards',
    standing: 'Standing',
    beneficiary: 'Beneficiary',
    of: { organization: 'Organization', person: 'Person' },
    rate: 'Rate',
    threshold: 'From (included)',
    cap: 'Cap a year',
    capBinds: 'The cap binds at',
    ranks: 'Ranks',
    first: (count) => `first ${count}`,
    once: 'Once a lifetime',
    yes: 'yes',
    no: 'no',
    since: 'In force since',
    until: 'Until',
    wording: 'Wording',
    reading: 'Reading',
    source: 'Source',
    plan: 'Tasks and indicators of the plan',
    asked: 'What you asked for',
    more: 'Search policies',
    none: 'No policy yet.',
  },
);

export function Component() {
  const t = useWords(words);
  const [params] = useSearchParams();
  const policies = api.useQuery('get', '/v1/reward-policies', {});
  const texts = api.useQuery('get', '/v1/search', { params: { query: { kind: 'policies', limit: 100 } } });
  const asked = texts.data?.items.find(({ id }) => id === params.get('id'));
  return (
    <Page title={t.title} lead={t.lead} actions={<Link to="/search?kind=policies">{t.more}</Link>}>
      {asked && <Asked hit={asked} />}
      <Section title={t.calculator}>
        <RewardCalculator />
      </Section>
      <Section title={t.rewards}>
        <QueryView query={policies}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="empty">{t.none}</p>
            ) : (
              <>
                {items.map((policy) => (
                  <Policy key={policy.id} policy={policy} />
                ))}
              </>
            )
          }
        </QueryView>
      </Section>
      <Section title={t.plan}>
        <QueryView query={texts}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="empty">{t.none}</p>
            ) : (
              <ul className="cards">
                {items.map(({ id, title, source }) => (
                  <li key={id} className="card">
                    <h3>
                      <Link to={`/policies?id=${id}`}>{title}</Link>
                    </h3>
                    {source && <p className="fine">{source}</p>}
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </Section>
    </Page>
  );
}

function Asked({ hit }: { readonly hit: Schemas['SearchHitView'] }) {
  const t = useWords(words);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [hit.id]);
  return (
    <Section title={t.asked}>
      <h3 ref={heading} tabIndex={-1}>
        {hit.title}
      </h3>
      <p className="prose">{hit.summary}</p>
      {hit.source && (
        <p className="fine">
          {t.source}：{hit.source}
        </p>
      )}
    </Section>
  );
}

function Policy({ policy }: { readonly policy: Schemas['RewardPolicyView'] }) {
  const t = useWords(words);
  return (
    <>
      <h3>{policy.title}</h3>
      <Facts
        items={[
          [t.standing, <Code key="standing" codes={policyStanding} value={policy.standing} />],
          [t.beneficiary, t.of[policy.beneficiary]],
          [t.rate, policy.rate],
          [t.threshold, <Money key="threshold" value={policy.threshold} />],
          [t.cap, <Money key="cap" value={policy.capPerYear} />],
          [t.capBinds, <Money key="binds" value={policy.capBindsAt} />],
          [t.ranks, policy.topRanks === null ? null : t.first(policy.topRanks)],
          [t.once, policy.oncePerLifetime ? t.yes : t.no],
          [t.since, <Day key="since" value={policy.effectiveFrom} />],
          [t.until, <Day key="until" value={policy.effectiveTo} />],
          [t.wording, policy.wording],
          [t.reading, policy.reading],
          [t.source, policy.source],
        ]}
      />
    </>
  );
}
