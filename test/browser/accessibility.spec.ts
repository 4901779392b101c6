import { accessibilityFaults, BrowsedMarket, withBrowser } from '../support/browser.js';

const widths = [360, 768, 1280];
const themes = ['light', 'dark'];

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
const rolePages: readonly (readonly ['enterprise' | 'registrar', readonly string[]])[] = [
  ['enterprise', ['/workbench', '/workbench/demands', '/workbench/demands/new']],
  ['enterprise', researchPages],
  ['enterprise', tradePages],
  ['registrar', registryPages],
];

withBrowser('无障碍（WCAG 2.2 AA）', () => {
  let browsed: BrowsedMarket;
  beforeAll(async () => (browsed = await BrowsedMarket.open()));
  afterAll(() => browsed.close());

  async function faultsOf(pages: readonly string[], account: Parameters<BrowsedMarket['signedIn']>[0] | null) {
    const page = account ? await browsed.signedIn(account) : await browsed.visitor();
    const faults: string[] = [];
    for (const path of pages) {
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme as 'light' | 'dark', reducedMotion: 'reduce' });
        await page.goto(path);
        await page.locator('h1').waitFor();
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
    expect(await faultsOf(publicPages, null)).toEqual([]);
  }, 300_000);

  it.each(rolePages)(
    'finds no fault on the pages of %s',
    async (role, pages) => {
      const account = await browsed.account({
        roles: [role],
        kind: role === 'registrar' ? 'cityBureau' : 'enterprise',
        name: '示例单位',
      });
      expect(await faultsOf(pages, account)).toEqual([]);
      expect(browsed.complaints).toEqual([]);
    },
    300_000,
  );
});
