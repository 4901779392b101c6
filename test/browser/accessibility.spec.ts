import type { Page } from 'playwright-core';
import type { Role } from '#domain/shared/actor.js';
import { accessibilityFaults, BrowsedMarket, withBrowser } from '../support/browser.js';

type Theme = 'light' | 'dark';
type Look = readonly [Theme, ...number[]];
/** Three widths in two themes: the public pages and the long forms always, all pages with AXE_FULL=1. */
const everyLook: readonly Look[] = [
  ['light', 360, 768, 1280],
  ['dark', 1280, 768, 360],
];
const twoLooks: readonly Look[] = [
  ['light', 360],
  ['dark', 1280],
];
const otherLooks = process.env['AXE_FULL'] === '1' ? everyLook : twoLooks;
const formPages = ['/workbench/achievements/new', '/workbench/listings/new', '/workbench/demands/new'];

/** Every page that needs nothing in its address, for anybody or for the role that works there. */
const publicPages = [
  '/',
  '/search',
  '/achievements',
  '/demands',
  '/sign-in',
  '/nowhere',
  '/hall',
  '/hall/figures',
].concat(
  ['/zones', '/public-notices', '/listings', '/auctions', '/events', '/challenges', '/competitions', '/carriers'],
  ['/brokers', '/facilities', '/mentors', '/finance-products', '/mistakes'],
  ['/policies', '/progress', '/certificates', '/guide', '/guide/researchUnit', '/sign-up'],
);
const researchPages = [
  '/workbench/achievements',
  '/workbench/achievements/new',
  '/workbench/share-agreements',
  '/workbench/achievement-registrations',
  '/workbench/listings',
  '/workbench/listings/new',
  '/workbench/transfer-procedures',
  '/workbench/transfer-procedures/new',
  '/workbench/transfer-rules',
  '/workbench/reward-plans',
  '/workbench/reward-plans/new',
  '/workbench/patents',
  '/workbench/funded-projects',
];
const registryPages = [
  '/workbench/registrations',
  '/workbench/registration-reminders',
  '/workbench/registration-offices',
  '/workbench/registration-offices/01',
  '/workbench/registration-cases',
  '/workbench/organizations',
  '/workbench/inspections',
  '/workbench/inspection-findings',
  '/workbench/statistics?period=2026Q3&dimension=flow',
  '/workbench/register',
  '/workbench/statistics-editions',
];
const tradePages = [
  '/workbench/achievement-matches',
  '/workbench/introductions',
  '/workbench/deals',
  '/workbench/offered-mandates',
  '/workbench/dual-agency-consent',
  '/workbench/non-disclosures',
  '/workbench/contracts',
  '/workbench/my-registrations',
];
const memberPages = ['/workbench', '/workbench/saved-searches', '/workbench/relations', '/workbench/envoys'];
const systemPages = ['/workbench/api-keys', '/workbench/webhooks', '/workbench/event-types', '/workbench/imports'];
const rewardPages = [
  '/workbench/reward-reviews',
  '/workbench/policies',
  '/workbench/policies/new',
  '/workbench/budgets',
  '/workbench/accruals',
];
const brokerPages = ['matches', 'mandates', 'introductions', 'commissions', 'accruals', 'pipeline'].map(
  (name) => `/workbench/broker/${name}`,
);
const brokerLifePages = [
  'broker-recognitions',
  'broker-affiliations',
  'broker-credit',
  'bypass-findings',
  'reward-applications',
].map((name) => `/workbench/${name}`);
const carrierPages = ['carrier-titles', 'tenancies', 'facilities', 'bookings', 'mentoring', 'competitions'].map(
  (name) => `/workbench/${name}`,
);
const bureauPages = ['carrier-queue', 'broker-recognition-queue', 'broker-credit-events', 'mistakes', 'freshness'].map(
  (name) => `/workbench/${name}`,
);

interface Desk {
  readonly role: Role;
  readonly kind: string;
  readonly pages: readonly string[];
}
const desks: readonly Desk[] = [
  {
    role: 'enterprise',
    kind: 'enterprise',
    pages: ['/workbench', '/workbench/demands', '/workbench/objections', ...systemPages, ...tradePages],
  },
  { role: 'researchUnit', kind: 'university', pages: researchPages.filter((page) => !formPages.includes(page)) },
  { role: 'broker', kind: 'transferAgency', pages: [...memberPages, ...brokerPages, ...brokerLifePages] },
  { role: 'incubatorManager', kind: 'incubator', pages: carrierPages },
  { role: 'financeManager', kind: 'bank', pages: ['/workbench/finance-products', '/workbench/finance-applications'] },
  { role: 'reviewer', kind: 'cityBureau', pages: bureauPages },
  { role: 'registrar', kind: 'cityBureau', pages: registryPages },
  { role: 'rewardOfficer', kind: 'cityBureau', pages: ['/workbench', ...rewardPages] },
  { role: 'auditor', kind: 'cityBureau', pages: ['/workbench', '/workbench/audit', '/workbench/match-runs'] },
  { role: 'securityAdmin', kind: 'cityBureau', pages: ['/workbench', '/workbench/staff', '/workbench/organizations'] },
  { role: 'systemAdmin', kind: 'cityBureau', pages: ['/workbench', '/workbench/clock', '/workbench/match-runs'] },
];

withBrowser('无障碍（WCAG 2.2 AA）', () => {
  let browsed: BrowsedMarket;
  beforeAll(async () => (browsed = await BrowsedMarket.open()));
  afterAll(() => browsed.close());

  const signIn = async (role: Role, kind: string): Promise<Page> =>
    browsed.signedIn(await browsed.account({ roles: [role], kind, name: '示例单位' }));

  async function faultsOf(pages: readonly string[], page: Page, looks: readonly Look[]): Promise<string[]> {
    const faults: string[] = [];
    for (const path of pages) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(path);
      await page.locator('h1').waitFor();
      for (const [theme, ...widths] of looks) {
        await page.emulateMedia({ colorScheme: theme });
        await page.locator(`html[data-theme=${theme}]`).waitFor();
        await page.waitForFunction(() => {
          const { document } = globalThis as unknown as { document: { querySelector(selector: string): unknown } };
          return document.querySelector('[aria-busy="true"]') === null;
        });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          faults.push(...(await accessibilityFaults(page)).map((fault) => `${path} ${theme} ${width}: ${fault}`));
        }
      }
    }
    return faults;
  }

  it('finds no fault on the public pages, at three widths and in two themes', async () => {
    expect(await faultsOf(publicPages, await browsed.visitor(), everyLook)).toEqual([]);
  }, 600_000);

  it('finds no fault on the long forms, at three widths and in two themes', async () => {
    expect(await faultsOf(formPages, await signIn('enterprise', 'enterprise'), everyLook)).toEqual([]);
  }, 300_000);

  it.each(desks)(
    'finds no fault on the pages of $role',
    async ({ role, kind, pages }) => {
      expect(await faultsOf(pages, await signIn(role, kind), otherLooks)).toEqual([]);
    },
    600_000,
  );

  it('complains of nothing', () => expect(browsed.complaints).toEqual([]));
});
