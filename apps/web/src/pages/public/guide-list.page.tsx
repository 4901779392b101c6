import { Link } from 'react-router';
import { bilingual, useWords } from '../../text/words.ts';
import { Page, Section } from '../../ui/page.tsx';
import { guideRoles, guides } from './guide.words.ts';

const words = bilingual(
  { title: '办事指南', lead: '选择您的身份：要做什么、依据什么、准备什么，一页说清。', who: '您是谁' },
  { title: 'How to', lead: 'Choose who you are: what to do, by what law, and what to prepare.', who: 'Who you are' },
);

export function Component() {
  const t = useWords(words);
  const all = useWords(guides);
  return (
    <Page title={t.title} lead={t.lead}>
      <Section title={t.who}>
        <ul className="cards">
          {guideRoles.map((role) => (
            <li key={role} className="card">
              <h3>
                <Link to={`/guide/${role}`}>{all[role].name}</Link>
              </h3>
              <p>{all[role].lead}</p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
