import type { Page } from 'playwright-core';
import type { Caller } from '../support/caller.js';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';
import { effectiveContract } from '../support/contracts.js';

/** The registration office works its desk by clicking; the auditor inspects it; the figures open their rows. */
withBrowser('在网页上办理合同认定登记、抽查和统计', () => {
  let browsed: BrowsedMarket;
  let seller: Caller;
  let buyer: Caller;
  let registrar: Account;
  let desk: Page;
  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    seller = await browsed.market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    buyer = await browsed.market.member({ roles: ['enterprise'] });
    registrar = await officer('registrar');
    await file('大额合同：肉羊全产业链数字化平台研制', 600_000_000n);
    await file('小额合同：饲草青贮添加剂研制', 30_000_000n);
    desk = await browsed.signedIn(registrar);
  });
  afterAll(() => browsed.close());

  const officer = (role: 'registrar' | 'reviewer' | 'auditor'): Promise<Account> =>
    browsed.account({
      roles: [role],
      kind: 'cityBureau',
      name: '庆阳市科技局',
      countyCode: '621000',
      ...(registrar && { organizationId: registrar.organizationId }),
    });

  async function file(title: string, valueFen: bigint): Promise<void> {
    const items = [{ kind: 'equipment', fen: 2_000_000n, reasonable: false }];
    const parties = { seller: seller.identity, buyer: buyer.identity };
    const contract = { ...parties, valueFen, technologyFen: valueFen - 2_000_000n, title, items };
    const contractId = await effectiveContract(browsed.market.database, contract);
    const landing = { countyCode: '621022', evidence: [] };
    await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const confirm = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const state = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

  async function open(page: Page, title: string): Promise<void> {
    await page.goto('/workbench/registrations');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** Accepts the case and takes it for examination. */
  async function take(title: string): Promise<void> {
    await open(desk, title);
    await press(desk, '受理');
    await desk.locator('form').getByRole('button', { name: '受理' }).click();
    await state(desk, '已受理，待审查');
    await desk.locator('form').getByRole('button', { name: '领取审查' }).click();
    await state(desk, '审查中');
  }

  it('shows the desk by its clock: who holds what and how many are near or over their term', async () => {
    await desk.getByRole('link', { name: '合同认定登记', exact: true }).click();
    await desk.getByRole('heading', { name: '期限概况' }).waitFor();
    const office = desk.getByRole('row').filter({ hasText: '登记机构' }).first();
    await office.getByRole('cell', { name: '2', exact: true }).waitFor();
    await picture(desk, 'registry-queue');
  });

  it('asks for a supplement item by item, and sends exactly what was shown', async () => {
    await take('小额合同：饲草青贮添加剂研制');
    await press(desk, '要求补正');
    await desk.getByLabel('缺什么、哪里不对').fill('附件二缺页');
    await desk.getByLabel('怎样改').fill('补齐第 3 至 5 页');
    await desk.locator('form').getByRole('button', { name: '要求补正' }).click();
    await desk.getByRole('dialog').getByText('1. 附件二缺页——请补齐第 3 至 5 页').waitFor();
    await confirm(desk, '要求补正');
    await state(desk, '待补正');
    const { rows } = await browsed.market.database.owner.query(
      `SELECT supplement_request FROM contract_registration WHERE state = 'supplementRequested'`,
    );
    expect(rows).toEqual([{ supplement_request: '1. 附件二缺页——请补齐第 3 至 5 页' }]);
  });

  it('weighs the line items, asks before it determines, and tells why the same person may not review', async () => {
    await take('大额合同：肉羊全产业链数字化平台研制');
    await press(desk, '认定');
    await desk.getByRole('checkbox', { name: /^扣除 设备/ }).uncheck();
    await press(desk, '填入核定技术交易额');
    expect(await desk.getByLabel('核定技术交易额（元）').inputValue()).toBe('6000000.00');
    await desk.getByRole('checkbox', { name: /^扣除 设备/ }).check();
    await press(desk, '填入核定技术交易额');
    expect(await desk.getByLabel('核定技术交易额（元）').inputValue()).toBe('5980000.00');
    await picture(desk, 'registry-determination');
    await desk.locator('form').getByRole('button', { name: '认定' }).click();
    await confirm(desk, '认定');
    await state(desk, '待复核');
    await press(desk, '复核');
    await desk.getByText('这一件由您作出认定，不能由您复核').waitFor();
  });

  it('is registered by a second person, with a certificate, its history and its standing on a day', async () => {
    const second = await browsed.signedIn(await officer('reviewer'));
    await open(second, '大额合同：肉羊全产业链数字化平台研制');
    await press(second, '复核');
    await second.getByRole('radio', { name: '同意' }).check();
    await second.locator('form').getByRole('button', { name: '复核' }).click();
    await confirm(second, '复核');
    await second.getByRole('heading', { name: '登记证明' }).waitFor();
    await second.getByLabel('查看哪一天').fill('2026-11-23');
    await second.getByRole('status').filter({ hasText: '5,980,000 元' }).waitFor();
    await picture(second, 'registry-case');
    for (const width of [360, 1280]) {
      await second.setViewportSize({ width, height: 900 });
      expect(await accessibilityFaults(second)).toEqual([]);
    }
  });

  it('counts what was registered, by dimension and by flow, and opens the rows of a figure', async () => {
    const entry = desk.getByRole('link', { name: /打开“技术开发”的清单/ });
    await desk.goto('/workbench/statistics?period=2026Q4');
    for (let tries = 0; tries < 40 && !(await entry.isVisible()); tries += 1) {
      await desk.waitForTimeout(500);
      await desk.reload();
      await desk.getByRole('heading', { name: '合同类别' }).waitFor();
    }
    await desk.getByLabel('维度').selectOption('flow');
    await desk.getByRole('link', { name: /打开.*环县的清单/ }).waitFor();
    await picture(desk, 'registry-flow');
    await desk.getByLabel('维度').selectOption('type');
    await entry.click();
    await desk.getByRole('heading', { level: 1, name: '登记台账' }).waitFor();
    await desk.getByRole('cell', { name: '大额合同：肉羊全产业链数字化平台研制' }).waitFor();
    const [csv] = await Promise.all([desk.waitForEvent('download'), press(desk, '导出 CSV')]);
    expect(csv.suggestedFilename()).toBe('registrations.csv');
    await picture(desk, 'registry-register');
  });

  it('lets the auditor freeze a plan, draw once with the published seed, and raise a finding', async () => {
    const auditor = await browsed.signedIn(await officer('auditor'));
    await auditor.getByRole('link', { name: '登记抽查', exact: true }).click();
    await press(auditor, '冻结抽查计划');
    await auditor.getByLabel('计划', { exact: true }).fill('四季度登记抽查');
    await auditor.getByLabel('登记日期所在期').fill('2026Q4');
    await auditor.getByLabel('种子来源（公布前无人知道的号码）').fill('2026年12月1日双色球开奖号码');
    await confirm(auditor, '冻结抽查计划');
    await auditor.getByRole('heading', { level: 1, name: '四季度登记抽查' }).waitFor();
    await auditor.getByLabel('公布的种子').fill('03 11 17 22 28 33 + 09');
    await press(auditor, '抽取');
    await confirm(auditor, '抽取');
    await auditor.getByRole('button', { name: /^提出发现/ }).click();
    await auditor.getByRole('radio', { name: '一般' }).check();
    await auditor.getByLabel('发现的问题').fill('设备款扣除依据不足。');
    await auditor.getByLabel('依据 1').fill('合同附件二');
    await confirm(auditor, '提出发现');
    await auditor.getByRole('cell', { name: '设备款扣除依据不足。' }).waitFor();
    await picture(auditor, 'registry-inspection');
    expect(browsed.complaints).toEqual([]);
  });
});
