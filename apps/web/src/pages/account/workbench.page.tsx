import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { role } from '../../text/codes/market.codes.ts';
import { useSettings } from '../../settings/settings.ts';
import { codeText } from '../../text/codes/codes.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { hasRole, useMe } from '../../ui/me.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { auctionTasks } from '../auction/auction.tasks.ts';
import { brokerTasks } from '../broker/broker.tasks.ts';
import { bureauTasks } from '../bureau/bureau.tasks.ts';
import { challengeTasks } from '../challenge/challenge.tasks.ts';
import { evaluationTasks } from '../evaluation/evaluation.tasks.ts';
import { carrierTasks } from '../carrier/carrier.tasks.ts';
import { financeTasks } from '../finance/finance.tasks.ts';
import { registryTasks } from '../registry/registry.tasks.ts';
import { researchTasks } from '../research/research.tasks.ts';
import { tradeTasks } from '../trade/trade.tasks.ts';

/** Tasks by area, in the order in which they are shown. */
const areas: readonly (readonly WorkbenchTask[])[] = [
  tradeTasks,
  researchTasks,
  auctionTasks,
  challengeTasks,
  evaluationTasks,
  brokerTasks,
  carrierTasks,
  financeTasks,
  registryTasks,
  bureauTasks,
];

const words = bilingual(
  { title: '我的工作台', tasks: '我可以办理', none: '您的角色目前没有可在网页办理的事项。', as: '当前身份' },
  {
    title: 'Workbench',
    tasks: 'What I can do',
    none: 'There is nothing for your role on the portal yet.',
    as: 'Acting for',
  },
);

export function Component() {
  const t = useWords(words);
  const me = useMe();
  return (
    <Page title={t.title}>
      <QueryView query={me}>
        {(who) => (
          <>
            <Identity who={who} />
            <Tasks who={who} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Identity({ who }: { readonly who: Schemas['MeView'] }) {
  const t = useWords(words);
  const { language } = useSettings();
  const own = who.organizations.find(({ organizationId }) => organizationId === who.organizationId);
  return (
    <p>
      {t.as}：{who.displayName}，{own?.organizationName}（
      {who.roles.map((held) => codeText(role, held, language)).join('、')}）
    </p>
  );
}

function Tasks({ who }: { readonly who: Schemas['MeView'] }) {
  const t = useWords(words);
  const { language } = useSettings();
  const tasks = areas.flat().filter(({ roles }) => hasRole(who, ...roles));
  return (
    <Section title={t.tasks}>
      {tasks.length === 0 ? (
        <p className="empty">{t.none}</p>
      ) : (
        <ul className="cards">
          {tasks.map((task) => (
            <li key={task.to} className="card">
              <h3>
                <Link to={task.to}>{task.words[language].title}</Link>
              </h3>
              <p className="fine">{task.words[language].text}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
