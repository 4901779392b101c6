import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Day, Money } from '../../ui/figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { guideRoles, guides, type GuideRole } from './guide.words.ts';
import { Component as NotFound } from './not-found.page.tsx';

type RuleSet = Schemas['RegistrationRuleSetView'];
type Term = RuleSet['examination'];

const words = bilingual(
  {
    list: '办事指南',
    steps: '步骤',
    law: '依据',
    prepare: '准备什么',
    terms: '认定登记的法定期限',
    examination: '认定期限',
    large: '大额或有争议的',
    largeFrom: '大额标准（技术交易额，含）',
    source: '来源',
    since: '施行日',
    unit: { day: (count: number) => `${count} 日`, workingDay: (count: number) => `${count} 个工作日` },
    start: '自受理之日起；要求补正的，补正后重新起算。',
    links: '去办理',
  },
  {
    list: 'How to',
    steps: 'Steps',
    law: 'Basis',
    prepare: 'What to prepare',
    terms: 'Legal terms of registration',
    examination: 'Examination',
    large: 'Large or disputed',
    largeFrom: 'Large from (technology value, included)',
    source: 'Source',
    since: 'In force since',
    unit: { day: (count) => `${count} days`, workingDay: (count) => `${count} working days` },
    start: 'From acceptance; a supplement starts the term anew.',
    links: 'Go on',
  },
);

const isRole = (text: string | undefined): text is GuideRole => guideRoles.some((role) => role === text);

export function Component() {
  const { role } = useParams();
  return isRole(role) ? <GuideOf role={role} /> : <NotFound />;
}

function GuideOf({ role }: { readonly role: GuideRole }) {
  const t = useWords(words);
  const guide = useWords(guides)[role];
  return (
    <Page key={role} title={guide.name} lead={guide.lead} crumbs={[{ title: t.list, to: '/guide' }]}>
      <Section title={t.steps}>
        <ol className="hits">
          {guide.steps.map(({ title, text, law }, index) => (
            <li key={title}>
              <h3>
                {index + 1}. {title}
              </h3>
              <p className="prose">{text}</p>
              {law && (
                <p className="fine">
                  {t.law}：{law}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Section>
      {guide.registers && <RegistrationTerms />}
      <Section title={t.prepare}>
        <ul>
          {guide.prepare.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Section>
      <Section title={t.links}>
        <ul>
          {guide.links.map(([to, title]) => (
            <li key={to}>
              <Link to={to}>{title}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** The terms are the API's dated rules: a new rule set shows here by itself. */
function RegistrationTerms() {
  const t = useWords(words);
  const ruleSets = api.useQuery('get', '/v1/registration-rule-sets', {});
  const term = ({ count, unit, article }: Term): string => `${t.unit[unit](count)}（${article}）`;
  return (
    <Section title={t.terms}>
      <QueryView query={ruleSets}>
        {({ items }) => (
          <>
            {items.map((set) => (
              <div key={set.id}>
                <h3>{set.title}</h3>
                <Facts
                  items={[
                    [t.examination, term(set.examination)],
                    ...(set.largeTerm ? [[t.large, term(set.largeTerm)] as const] : []),
                    ...(set.largeFrom ? [[t.largeFrom, <Money key="from" value={set.largeFrom} />] as const] : []),
                    [t.since, <Day key="since" value={set.effectiveFrom} />],
                    [t.source, set.source],
                  ]}
                />
                <p className="fine">{set.note}</p>
              </div>
            ))}
            <p>{t.start}</p>
          </>
        )}
      </QueryView>
    </Section>
  );
}
