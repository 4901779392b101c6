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
import { exchangeTasks } from '../exchange/exchange.tasks.ts';
import { registryTasks } from '../registry/registry.tasks.ts';
import { researchTasks } from '../research/research.tasks.ts';
import { reserveTasks } from '../reserve/reserve.tasks.ts';
import { rightsTasks } from '../rights/rights.tasks.ts';
import { tradeTasks } from '../trade/trade.tasks.ts';

/** Tasks by area, in the order in which they are shown when somebody has equally many in each. */
const areas: readonly { readonly zh: string; readonly en: string; readonly tasks: readonly WorkbenchTask[] }[] = [
  { zh: '需求、洽谈与合同', en: 'Demands, deals, contracts', tasks: tradeTasks },
  { zh: '科技成果与转化', en: 'Achievements and their transfer', tasks: researchTasks },
  { zh: '拍卖与挂牌交易', en: 'Auctions and listed sales', tasks: auctionTasks },
  { zh: '揭榜与赛事', en: 'Challenges and competitions', tasks: challengeTasks },
  { zh: '评价与中试', en: 'Evaluation and pilots', tasks: evaluationTasks },
  { zh: '知识产权', en: 'Rights', tasks: rightsTasks },
  { zh: '对接活动与走访', en: 'Events and visits', tasks: exchangeTasks },
  { zh: '购买储备', en: 'Purchase reserve', tasks: reserveTasks },
  { zh: '经纪业务与系统对接', en: 'Brokerage, and systems of your own', tasks: brokerTasks },
  { zh: '孵化载体', en: 'Carriers', tasks: carrierTasks },
  { zh: '科技金融', en: 'Finance', tasks: financeTasks },
  { zh: '认定登记与统计', en: 'Registration and statistics', tasks: registryTasks },
  { zh: '奖补、检索与管理', en: 'Rewards, searches, administration', tasks: bureauTasks },
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

/** By area, where one has most to do first: thirty cards in one heap are no menu. */
function Tasks({ who }: { readonly who: Schemas['MeView'] }) {
  const t = useWords(words);
  const { language } = useSettings();
  const open = areas
    .map((area) => ({ ...area, tasks: area.tasks.filter(({ roles }) => hasRole(who, ...roles)) }))
    .filter(({ tasks }) => tasks.length > 0)
    .sort((a, b) => b.tasks.length - a.tasks.length);
  if (open.length === 0) {
    return (
      <Section title={t.tasks}>
        <p className="empty">{t.none}</p>
      </Section>
    );
  }
  return (
    <>
      {open.map((area) => (
        <Section key={area.en} title={area[language]}>
          <ul className="cards">
            {area.tasks.map((task) => (
              <li key={task.to} className="card">
                <h3>
                  <Link to={task.to}>{task.words[language].title}</Link>
                </h3>
                <p className="fine">{task.words[language].text}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
