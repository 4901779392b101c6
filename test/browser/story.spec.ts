import type { Page } from 'playwright-core';
import { BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';

jest.setTimeout(180_000);

/** The first half of the story by clicking: disclosure, notice, need, mandate, introduction, agreement; and the audit of it. */
withBrowser('在网页上从披露走到洽谈达成一致', () => {
  let browsed: BrowsedMarket;
  const people: Record<string, Account> = {};
  const pages = new Map<string, Page>();
  const achievement = '湖羊羔羊早期断奶代乳料配方及饲喂技术';
  const need = '羔羊早期断奶死亡率偏高，求代乳料与饲喂方案';

  beforeAll(async () => {
    browsed = await BrowsedMarket.open({ now: '2026-11-23T02:00:00Z' });
    const agency = { kind: 'transferAgency', name: '示例技术转移服务有限公司' };
    const bureau = { kind: 'cityBureau', name: '示例市科技局' };
    people['seller'] = await browsed.account({ roles: ['researchUnit'], kind: 'university', name: '示例农业大学' });
    people['buyer'] = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例草畜有限公司' });
    people['broker'] = await browsed.account({ roles: ['broker'], ...agency });
    people['auditor'] = await browsed.account({ roles: ['auditor'], ...bureau });
  });
  afterAll(() => browsed.close());

  /** The window of one person, on the workbench; signed in when it was not. */
  async function as(who: string): Promise<Page> {
    const known = pages.get(who);
    if (known) {
      await known.goto('/workbench');
      await known.getByRole('heading', { level: 1, name: '我的工作台' }).waitFor();
      return known;
    }
    const page = await browsed.signedIn(people[who]!);
    pages.set(who, page);
    return page;
  }

  const open = (page: Page, task: string) => page.getByRole('link', { name: task, exact: true }).click();
  const press = (page: Page, name: string | RegExp) =>
    page
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click();
  const next = (page: Page) => press(page, '下一步');
  const said = (page: Page, text: string | RegExp) =>
    page
      .getByText(text)
      .first()
      .waitFor()
      .catch(async (fault: unknown) => {
        await picture(page, 'story-failure');
        throw fault;
      });
  async function choose(page: Page, label: string, option: string): Promise<void> {
    const field = page.getByLabel(label, { exact: true }).last();
    const chosen = page.locator('.ant-select').filter({ has: field }).getByTitle(option, { exact: true });
    // A dialog that is still opening may take the first click for itself.
    for (let tries = 0; tries < 3 && !(await chosen.isVisible()); tries += 1) {
      await field.click();
      await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
      await page.waitForTimeout(100);
    }
  }
  /** In the dialog that is open: fills nothing more and sends. */
  const send = (page: Page, name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  /** The page again and again, until it shows what a process behind it made. */
  async function shows(page: Page, text: string): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      await page.waitForTimeout(500);
      if (await page.getByText(text).first().isVisible()) return;
      await page.reload();
      await page.locator('h1').waitFor();
    }
    throw new Error(`${page.url()} never showed ${text}`);
  }

  it('高校披露成果，入库，发布', async () => {
    const page = await as('seller');
    await page.goto('/workbench/achievements/new');
    await page.getByLabel('成果名称').fill(achievement);
    await page
      .getByLabel('公开摘要')
      .fill('以本地饲草与乳清粉配制羔羊代乳料，配套断奶饲喂规程，羔羊 35 日龄断奶成活率由 88% 提高到 96%。');
    await next(page);
    await page.getByLabel('姓名').fill('示例完成人甲');
    await page.getByLabel('份额（%）').fill('100');
    await next(page);
    await page.getByLabel('意向价').fill('12000000');
    await next(page);
    await next(page);
    await picture(page, 'story-1-achievement');
    await press(page, '保存成果');
    await said(page, '成果已保存');
    await press(page, /^入库/);
    await choose(page, '成果类型', '应用技术');
    await send(page, '入库');
    await said(page, '已入库。');
    await press(page, '发布');
    await said(page, '已公开并参与撮合');
  });

  it('高校协议定价挂牌，公示期内不能签约', async () => {
    const page = pages.get('seller')!;
    await page.locator('main').getByRole('link', { name: '挂牌', exact: true }).click();
    await choose(page, '转化方式', '转让');
    await page.getByLabel('拟交易价格（元）').fill('12000000');
    await press(page, '保存挂牌');
    await press(page, /^发布挂牌/);
    if (await page.getByRole('dialog').isVisible()) await send(page, '发布挂牌');
    await said(page, '公示中');
    await picture(page, 'story-2-listing');
  });

  it('企业发布需求，看到撮合结果和理由，接受', async () => {
    const page = await as('buyer');
    await page.goto('/workbench/demands/new');
    await page.getByLabel('需求名称').fill(need);
    await page
      .getByLabel('难题是什么')
      .fill('存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望用代乳料和断奶饲喂技术降到 5% 以下。');
    await next(page);
    await choose(page, '县区', '环县');
    await next(page);
    await page.getByLabel('预算').fill('13000000');
    await next(page);
    await press(page, '保存需求');
    await said(page, '需求已保存');
    await press(page, '发布');
    await shows(page, achievement);
    await picture(page, 'story-3-match');
  });

  it('经纪人提出委托，企业接受，经纪人引荐双方', async () => {
    const broker = await as('broker');
    await broker.goto('/workbench/broker/matches');
    await broker.getByRole('link', { name: need }).click();
    await press(broker, /^对需求提出委托/);
    await broker.getByLabel('佣金比例（%）').fill('1');
    await broker.getByLabel('委托期限至').fill('2027-05-20');
    await send(broker, '提出委托');
    await said(broker, '已提出委托，等待对方接受。');
    const buyer = await as('buyer');
    await open(buyer, '经纪委托');
    await press(buyer, /^接受委托/);
    await send(buyer, '接受委托');
    await said(buyer, '已接受委托。');
    await broker.reload();
    await press(broker, /^引荐双方/);
    await broker
      .getByRole('dialog')
      .getByRole('textbox')
      .fill('贵方的羔羊断奶难题与该成果的代乳料方案相符，建议双方洽谈。');
    await broker.getByRole('dialog').getByRole('button').last().click();
    await broker.getByRole('dialog').waitFor({ state: 'hidden' });
    await picture(broker, 'story-4-broker');
  });

  it('双方接受引荐，交换联系方式，洽谈达成一致', async () => {
    for (const [who, contact] of [
      ['buyer', '示例企业 王经理 0934-4420000'],
      ['seller', '示例大学技术转移中心 0934-8630000'],
    ] as const) {
      const page = await as(who);
      await open(page, '引荐');
      await press(page, /^接受引荐/);
      await page.getByLabel('本单位联系方式').fill(contact);
      await send(page, '接受引荐');
      await said(page, '已接受引荐。');
    }
    const buyer = await as('buyer');
    await open(buyer, '引荐');
    await said(buyer, '示例大学技术转移中心 0934-8630000');
    await press(buyer, /^开始洽谈/);
    await send(buyer, '开始洽谈');
    await buyer.getByRole('heading', { level: 1, name: '洽谈室' }).waitFor();
    const room = new URL(buyer.url()).pathname;
    await offer(buyer, '11000000');
    const seller = await as('seller');
    await seller.goto(room);
    await said(seller, '11,000,000 元');
    await offer(seller, '12000000');
    await buyer.goto(room);
    await press(buyer, '接受对方的报价');
    await send(buyer, '接受对方的报价');
    await said(buyer, '已达成一致');
    await picture(buyer, 'story-5-deal');
  });

  async function offer(page: Page, yuan: string): Promise<void> {
    await press(page, '报价或还价');
    await page.getByLabel('报价（元）').fill(yuan);
    await choose(page, '转化方式', '转让');
    await page.getByLabel('条件', { exact: true }).fill('分两期支付；含配制设备一套和首批样品，培训饲养员两批。');
    await send(page, '报价或还价');
    await said(page, '报价已送达对方。');
  }

  it('审计人员核验审计链；浏览器一路没有报错', async () => {
    const auditor = await as('auditor');
    await auditor.goto('/workbench/audit');
    await auditor.getByRole('button', { name: /核验/ }).first().click();
    await auditor
      .getByText(/核验通过|完整|一致/)
      .first()
      .waitFor();
    await picture(auditor, 'story-10-audit');
    expect(browsed.complaints).toEqual([]);
  });
});
