import { Link, useNavigate } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { bilingual, useWords } from '../../text/words.ts';
import { Day, instantText, Money } from '../../ui/figures.tsx';
import { LiveFigures } from '../../ui/live-figures.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import './public.css';

type Services = readonly (readonly [to: string, title: string])[];
const services = bilingual<Services>(
  [
    ['/listings', '挂牌'],
    ['/auctions', '竞价公告'],
    ['/challenges', '技术难题征集'],
    ['/events', '对接会'],
    ['/brokers', '技术经纪人'],
    ['/facilities', '空间与仪器'],
    ['/mentors', '创业导师'],
    ['/finance-products', '科技金融'],
    ['/competitions', '创新创业大赛'],
    ['/carriers', '创新创业载体'],
    ['/policies', '政策和奖补试算'],
    ['/progress', '凭编号查进度'],
    ['/certificates', '登记证明查验'],
    ['/guide', '办事指南'],
    ['/sign-up', '注册单位'],
  ],
  [
    ['/listings', 'Listings'],
    ['/auctions', 'Auctions'],
    ['/challenges', 'Open challenges'],
    ['/events', 'Matchmaking events'],
    ['/brokers', 'Technology brokers'],
    ['/facilities', 'Space and equipment'],
    ['/mentors', 'Mentors'],
    ['/finance-products', 'Technology finance'],
    ['/competitions', 'Competitions'],
    ['/carriers', 'Carriers of innovation'],
    ['/policies', 'Policies and calculator'],
    ['/progress', 'Progress by number'],
    ['/certificates', 'Check a certificate'],
    ['/guide', 'How to'],
    ['/sign-up', 'Sign up'],
  ],
);

const words = bilingual(
  {
    title: '把科技成果用起来',
    lead: '企业说出难题，市场找到成果；从对接、签约到登记、奖补，一网办成。',
    marketNow: '市场概况',
    demands: '最新技术需求',
    achievements: '最新科技成果',
    zones: '四区四带四园',
    indicators: '建设指标进展',
    editionOf: (period: string) => `${period} 期报`,
    services: '办事和服务',
    links: services.zh,
    all: '全部',
    budget: '预算',
    negotiable: '面议',
    price: '意向价',
    noDemand: '还没有发布的需求。登录后可以发布第一条。',
    noAchievement: '还没有发布的成果。',
    asOf: (day: string) => `数据截至 ${day}`,
    live: '实时',
    noFigures: '目前没有本平台能够计算的指标数值。',
  },
  {
    title: 'Put research to work',
    lead: 'Companies name a problem, the market finds the result; from meeting to contract, registration and reward.',
    marketNow: 'The market now',
    demands: 'Latest demands',
    achievements: 'Latest achievements',
    zones: 'The twelve zones',
    indicators: 'Progress of the plan',
    editionOf: (period) => `edition ${period}`,
    services: 'Services',
    links: services.en,
    all: 'All',
    budget: 'Budget',
    negotiable: 'Negotiable',
    price: 'Asking',
    noDemand: 'No demand has been published yet. Sign in to post the first one.',
    noAchievement: 'No achievement has been published yet.',
    asOf: (day) => `Data as of ${day}`,
    live: 'live',
    noFigures: 'No indicator can be computed from this market’s data at present.',
  },
);

export function Component() {
  const t = useWords(words);
  const navigate = useNavigate();
  const query = { params: { query: { limit: 6 } } };
  const demands = api.useQuery('get', '/v1/demands', query);
  const achievements = api.useQuery('get', '/v1/achievements', query);
  const zones = api.useQuery('get', '/v1/zones', {});
  const indicators = api.useQuery('get', '/v1/indicator-values', {});
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="hero-search">
        <SearchBox onSearch={(q) => void navigate(`/search?q=${encodeURIComponent(q)}`)} />
      </div>
      <Section title={t.services}>
        <ul className="services">
          {t.links.map(([to, title]) => (
            <li key={to}>
              <Link to={to}>{title}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.marketNow}>
        <LiveFigures />
      </Section>
      <Section title={t.demands} actions={<Link to="/demands">{t.all}</Link>}>
        <QueryView query={demands}>
          {({ items }) => (items.length === 0 ? <p className="empty">{t.noDemand}</p> : <DemandCards items={items} />)}
        </QueryView>
      </Section>
      <Section title={t.achievements} actions={<Link to="/achievements">{t.all}</Link>}>
        <QueryView query={achievements}>
          {({ items }) =>
            items.length === 0 ? <p className="empty">{t.noAchievement}</p> : <AchievementCards items={items} />
          }
        </QueryView>
      </Section>
      <Section title={t.zones} actions={<Link to="/zones">{t.all}</Link>}>
        <QueryView query={zones}>
          {({ items }) => (
            <ul className="cards">
              {items.map(({ code, name, industry }) => (
                <li key={code} className="card">
                  <h3>
                    <Link to={`/zones/${code}`}>{name}</Link>
                  </h3>
                  <p className="fine">{industry}</p>
                </li>
              ))}
            </ul>
          )}
        </QueryView>
      </Section>
      <Section title={t.indicators} actions={<Link to="/hall">{t.all}</Link>}>
        <QueryView query={indicators}>{({ items }) => <Indicators items={items} />}</QueryView>
      </Section>
    </Page>
  );
}

function DemandCards({ items }: { readonly items: readonly Schemas['DemandView'][] }) {
  const t = useWords(words);
  return (
    <ul className="cards">
      {items.map(({ id, title, budget, field, publishedAt }) => (
        <li key={id} className="card">
          <h3>
            <Link to={`/demands/${id}`}>{title}</Link>
          </h3>
          <p className="fine">
            {field ? `${field} · ` : ''}
            {t.budget}：{budget ? <Money value={budget} /> : t.negotiable}
          </p>
          <p className="fine">
            <Day value={publishedAt?.slice(0, 10)} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function AchievementCards({ items }: { readonly items: readonly Schemas['AchievementView'][] }) {
  const t = useWords(words);
  return (
    <ul className="cards">
      {items.map(({ id, title, price, field, readinessLevel }) => (
        <li key={id} className="card">
          <h3>
            <Link to={`/achievements/${id}`}>{title}</Link>
          </h3>
          <p className="fine">
            {field ? `${field} · ` : ''}
            {readinessLevel === null ? '' : `TRL ${readinessLevel} · `}
            {t.price}：{price ? <Money value={price} /> : t.negotiable}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Only what the market's own data yields; each figure says of which day it is. */
function Indicators({ items }: { readonly items: readonly Schemas['IndicatorValueNowView'][] }) {
  const t = useWords(words);
  const known = items.filter(({ value }) => value !== null);
  if (known.length === 0) return <p className="empty">{t.noFigures}</p>;
  return (
    <ul className="cards">
      {known.map(({ code, name, value, unit, asOf, source, how, editionPeriod }) => (
        <li key={code} className="card">
          <h3>{name}</h3>
          <p className="big figure">
            {value}
            {unit && !name.includes(unit) ? ` ${unit}` : ''}
          </p>
          <p className="fine">
            {asOf ? t.asOf(source === 'live' ? instantText(asOf) : asOf.slice(0, 10)) : ''}
            {source === 'live' ? `（${t.live}）` : editionPeriod ? `（${t.editionOf(editionPeriod)}）` : ''}
          </p>
          {how && <p className="fine">{how}</p>}
        </li>
      ))}
    </ul>
  );
}
