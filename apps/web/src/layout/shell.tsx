import { Button } from 'antd';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from 'react-router';
import { signOut, useSignedIn } from '../api/session.ts';
import { changeSettings, useDark, useSettings } from '../settings/settings.ts';
import { bilingual, useWords } from '../text/words.ts';
import { OfflineNotice } from './offline-notice.tsx';

const words = bilingual(
  {
    skip: '跳到正文',
    market: '庆阳科技大市场',
    sections: '栏目',
    nav: [
      ['/search', '检索'],
      ['/achievements', '成果'],
      ['/demands', '需求'],
      ['/listings', '挂牌'],
      ['/zones', '四区四带四园'],
      ['/public-notices', '公示'],
      ['/policies', '政策'],
      ['/guide', '办事指南'],
    ] as [string, string][],
    workbench: '我的工作台',
    signIn: '登录',
    signUp: '注册单位',
    signOut: '退出',
    elder: '长辈模式',
    dark: '深色',
    language: 'English',
    display: '显示方式',
    loading: '正在打开页面',
    plan: '依据《庆阳市科技大市场建设方案（征求意见稿）》建设',
    reference: 'API 文档',
    certificates: '登记证明查验',
    hall: '展示大厅',
    progress: '凭编号查进度',
    mistake: '我要找错',
  },
  {
    skip: 'Skip to content',
    market: 'Qingyang Technology Market',
    sections: 'Sections',
    nav: [
      ['/search', 'Search'],
      ['/achievements', 'Achievements'],
      ['/demands', 'Demands'],
      ['/listings', 'Listings'],
      ['/zones', 'Zones'],
      ['/public-notices', 'Public notices'],
      ['/policies', 'Policies'],
      ['/guide', 'How to'],
    ],
    workbench: 'Workbench',
    signIn: 'Sign in',
    signUp: 'Sign up',
    signOut: 'Sign out',
    elder: 'Large text',
    dark: 'Dark',
    language: '中文',
    display: 'Display',
    loading: 'Opening the page',
    plan: 'Built after the city’s draft plan for the Qingyang technology market',
    reference: 'API reference',
    certificates: 'Check a certificate',
    hall: 'Hall screen',
    progress: 'Progress by number',
    mistake: 'Report a mistake',
  },
);

/** What surrounds every page: skip link, name, sections, display, sign-in, footer. */
export function Shell() {
  const t = useWords(words);
  const signedIn = useSignedIn();
  const navigate = useNavigate();
  const busy = useNavigation().state !== 'idle';
  const { pathname } = useLocation();
  const { language, elder } = useSettings();
  const dark = useDark();
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="site-head">
        <div className="site-bar">
          <Link to="/" className="brand">
            <img src="/favicon.svg" alt="" width="32" height="32" />
            {t.market}
          </Link>
          <div className="site-tools" role="group" aria-label={t.display}>
            <Button type="text" aria-pressed={elder} onClick={() => changeSettings({ elder: !elder })}>
              {t.elder}
            </Button>
            <Button type="text" aria-pressed={dark} onClick={() => changeSettings({ theme: dark ? 'light' : 'dark' })}>
              {t.dark}
            </Button>
            <Button
              type="text"
              lang={language === 'zh' ? 'en' : 'zh-CN'}
              onClick={() => changeSettings({ language: language === 'zh' ? 'en' : 'zh' })}
            >
              {t.language}
            </Button>
          </div>
          <div className="site-tools">
            {signedIn ? (
              <>
                <Link to="/workbench">{t.workbench}</Link>
                <Button type="text" onClick={() => void signOut().then(() => navigate('/'))}>
                  {t.signOut}
                </Button>
              </>
            ) : (
              <>
                <Link to="/sign-in">{t.signIn}</Link>
                <Link to="/sign-up">{t.signUp}</Link>
              </>
            )}
          </div>
        </div>
        <nav className="site-nav" aria-label={t.sections}>
          <ul>
            {t.nav.map(([to, title]) => (
              <li key={to}>
                <NavLink to={to}>{title}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <div role="status" className="visually-hidden">
        {busy ? t.loading : ''}
      </div>
      {busy && <div className="progress-line" aria-hidden="true" />}
      <OfflineNotice />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="site-foot">
        <p>{t.plan}</p>
        <ul>
          <li>
            <Link to="/certificates">{t.certificates}</Link>
          </li>
          <li>
            <Link to="/progress">{t.progress}</Link>
          </li>
          <li>
            <Link to={`/mistakes?page=${encodeURIComponent(pathname)}`}>{t.mistake}</Link>
          </li>
          <li>
            <Link to="/hall">{t.hall}</Link>
          </li>
          <li>
            <a href="/reference">{t.reference}</a>
          </li>
        </ul>
      </footer>
      <ScrollRestoration />
    </>
  );
}
