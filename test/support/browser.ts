import { existsSync, readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { systemActor, type Role } from '#domain/shared/actor.js';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { creditCodeCheckCharacter, organizationCheckCharacter } from '#domain/identifiers/credit-code.js';
import { ProvisioningService } from '#application/identity/provisioning.service.js';
import { readCatalogue } from '../../apps/cli/src/catalogue.command.js';
import { startMarket, type TestMarket } from './market.js';

const executable = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path));
export const password = 'kettle orbit mango fence';
/** Screenshots for people to look at; never compared, never committed. */
const shots = join(process.cwd(), '.data/screenshots');

/** Runs in a browser when there is one; says in plain sight that it did not, when there is none. */
export const withBrowser = executable === undefined ? describe.skip : describe;
if (executable === undefined) process.stdout.write('skipped: no Chromium found (set CHROMIUM to its path)\n');

export interface Account {
  readonly account: string;
  readonly organizationId: string;
  readonly organizationName: string;
}

/** A market with its worker, its portal, and a browser that looks at it. */
export class BrowsedMarket {
  /** What the browser complained about: faults of scripts, refused contents, answers of 5xx. */
  readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];
  private serial = 0;

  private constructor(
    readonly market: TestMarket,
    readonly url: string,
    private readonly browser: Browser,
  ) {}

  static async open(options: { readonly now?: string; readonly demo?: boolean } = {}): Promise<BrowsedMarket> {
    const market = await startMarket({ worker: true, ...options });
    const contents = readCatalogue(join(process.cwd(), 'data/catalogue'));
    await market.api.get(CatalogueService, { strict: false }).load(systemActor('catalogue.load', 'spec'), contents);
    const browser = await chromium.launch({
      ...(executable !== undefined && { executablePath: executable }),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    return new BrowsedMarket(market, await market.api.getUrl(), browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.market.close();
  }

  /** An account that can sign in, of a new organization unless one is named. */
  async account(wanted: {
    readonly roles: readonly Role[];
    readonly kind: string;
    readonly name: string;
    readonly countyCode?: string;
    readonly organizationId?: string;
  }): Promise<Account> {
    this.serial += 1;
    const provisioning = this.market.api.get(ProvisioningService, { strict: false });
    const actor = systemActor('spec', 'spec');
    const organizationId =
      wanted.organizationId ??
      (await provisioning.provisionOrganization(actor, {
        kind: wanted.kind as never,
        name: wanted.name,
        creditCode: creditCodeOf(this.serial),
        countyCode: wanted.countyCode ?? '621022',
      }));
    const account = `user${this.serial}.portal`;
    const member = { organizationId, account, password, displayName: `示例人员${this.serial}`, roles: wanted.roles };
    await provisioning.provisionMember(actor, member);
    return { account, organizationId, organizationName: wanted.name };
  }

  /** A window of its own: cookies and storage are shared with no other. */
  async visitor(size = { width: 1280, height: 900 }): Promise<Page> {
    const context = await this.browser.newContext({
      ...{ viewport: size, locale: 'zh-CN', baseURL: this.url },
      reducedMotion: 'reduce', // a click does not land beside what is still moving
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A refused request is told by the page itself; everything else in red is a fault.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500) this.complaints.push(`${answer.url()}: ${answer.status()}`);
    });
    return page;
  }

  /** A window in which the account has signed in by the form, as people do. */
  async signedIn({ account }: Account, size?: { width: number; height: number }): Promise<Page> {
    const page = await this.visitor(size);
    await page.goto('/sign-in');
    await page.getByLabel('账号').fill(account);
    await page.locator('#password').fill(password);
    await page.locator('form button[type=submit]').click();
    await page.getByRole('heading', { level: 1, name: '我的工作台' }).waitFor();
    return page;
  }
}

/** Keeps a picture of the page under `.data/screenshots`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

let axeSource: string | null = null;

/** WCAG 2.2 AA faults that axe finds on the page as it stands: rule, and where. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  axeSource ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axeSource); // by the debugger: the page's own policy lets no foreign script in
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: unknown,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run((globalThis as unknown as { document: unknown }).document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  });
}

/** A credit code that passes its two checks: a registrar takes no other without evidence. */
function creditCodeOf(serial: number): string {
  const digits = uuid().replace(/\D/g, '').slice(-6).padStart(6, '0') + String(serial % 100).padStart(2, '0');
  const code = `91621002${digits}${organizationCheckCharacter(digits)}`;
  return code + creditCodeCheckCharacter(code);
}
