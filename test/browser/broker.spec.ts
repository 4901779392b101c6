import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';

/** A broker finds a match, gets a mandate for it, introduces both sides, and sees what it brings. */
withBrowser('技术经纪人在网页上撮合', () => {
  let browsed: BrowsedMarket;
  let page: Page;
  let buyer: Caller;
  let seller: Caller;
  let account: Account;

  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    buyer = await browsed.market.member({ roles: ['enterprise'] });
    seller = await browsed.market.member({ roles: ['enterprise'] });
    const demandId = await published(buyer, '/v1/demands', {
      title: '肉牛育肥慢，求日粮配方',
      summary: '育肥牛日增重低，求日粮配方与饲喂技术。',
      countyCode: '621022',
    });
    const achievementId = await published(seller, '/v1/achievements', {
      title: '肉牛全混合日粮配制技术',
      summary: '以玉米秸秆青贮为主的全混合日粮配方与饲喂规程，适合 200 头以上的育肥场。',
      inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
    });
    await match(demandId, achievementId);
    account = await browsed.account({ roles: ['broker'], kind: 'transferAgency', name: '示例技术转移中心' });
    page = await browsed.signedIn(account);
  });
  afterAll(() => browsed.close());

  const published = async (owner: Caller, path: string, content: object): Promise<string> => {
    const { body } = await owner.post(path, content).expect(201);
    const { id } = body as { id: string };
    if (path === '/v1/achievements') await owner.post(`${path}/${id}/registration`, { kind: 'applied' }).expect(201);
    await owner.post(`${path}/${id}/publication`).expect(201);
    return id;
  };

  /** As the engine would propose it; the engine has its own specs. */
  const match = async (demandId: string, achievementId: string): Promise<void> => {
    const reasons = {
      summary: '需求和成果都说到日粮配方。',
      agreements: [],
      gaps: [{ kind: 'readiness', text: '成果未说明成熟度' }],
      signals: [{ name: 'text', points: 60 }],
    };
    const sides = [buyer.identity.organizationId, seller.identity.organizationId];
    await browsed.market.database.owner.query(
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', $6, 'test', now(), now())
       ON CONFLICT DO NOTHING`,
      [uuid(), demandId, achievementId, ...sides, reasons],
    );
  };

  it('finds what solves a demand, and proposes a mandate on it', async () => {
    await page.getByRole('link', { name: '找撮合' }).click();
    await page.getByRole('link', { name: '肉牛育肥慢，求日粮配方' }).click();
    await page.getByRole('link', { name: '肉牛全混合日粮配制技术' }).waitFor();
    await page.getByText('取得任何一方的有效委托后，可以引荐双方。').waitFor();
    await page.getByRole('button', { name: '对需求提出委托' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '提出委托' }).click();
    await dialog.getByRole('link', { name: '请选择委托期限的最后一日。' }).waitFor();
    await dialog.getByLabel('佣金比例').fill('2.5');
    await dialog.getByLabel('委托期限至').fill('2027-06-30');
    await dialog.getByRole('button', { name: '提出委托' }).click();
    await page.getByText('已提出委托，等待对方接受。').waitFor();
    const [mandate] = await mandates();
    expect(mandate).toMatchObject({ state: 'proposed', fee: { basisPoints: 250, base: 'technologyValue' } });
    await picture(page, 'broker-matches');
    await buyer.post(`/v1/mandates/${mandate!.id}/acceptance`).expect(201);
  });

  it('introduces both sides once the mandate is in force; both times stand in the log', async () => {
    await page.reload();
    await page.getByRole('button', { name: /^引荐双方/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('引荐说明').fill('贵方的育肥难题与该成果的日粮配方相符，建议双方洽谈。');
    await dialog.getByRole('button', { name: '引荐双方' }).click();
    await page.getByText('已向双方发出引荐').waitFor();
    const { body } = await buyer.get('/v1/introductions').expect(200);
    const { id } = (body as { items: { id: string }[] }).items[0]!;
    await buyer.post(`/v1/introductions/${id}/acceptances`, { contact: '买方电话' }).expect(201);
    await page.getByRole('link', { name: '查看引荐记录' }).click();
    await page.getByRole('heading', { name: '肉牛育肥慢，求日粮配方' }).waitFor();
    const moments = page.getByRole('list').filter({ hasText: '引荐双方' }).getByRole('listitem');
    expect(await moments.nth(1).innerText()).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} 需方 .*接受引荐/);
    expect(await moments.nth(2).innerText()).toMatch(/^供方 .*等待接受/);
    expect(await page.getByText('买方电话').count()).toBe(0);
    await picture(page, 'broker-introductions');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载时间记录' }).click();
    const log = readFileSync(await (await download).path(), 'utf8').split('\r\n');
    expect(log[1]).toMatch(new RegExp(`^${id},.*Z,.*Z,,proposed$`));
  });

  it('shows the mandate with its commission, and ends it with a reason', async () => {
    await page.goto('/workbench/broker/mandates');
    await page.getByText('技术交易额的 2.5%').waitFor();
    await page.getByRole('link', { name: '肉牛育肥慢，求日粮配方' }).click();
    await page.getByText('2027-12-27').waitFor();
    await page.getByRole('heading', { name: '尚未签约' }).waitFor();
    await picture(page, 'broker-mandate');
    await page.getByRole('button', { name: '终止委托' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('双方改为直接洽谈');
    await dialog.getByRole('button', { name: '终止委托' }).click();
    await page.getByText('委托已终止。').waitFor();
    await page.goto('/workbench/broker/commissions');
    await page.getByRole('heading', { name: '肉牛育肥慢，求日粮配方' }).waitFor();
    expect(browsed.complaints).toEqual([]);
  });

  const mandates = async () => {
    const { rows } = await browsed.market.database.owner.query<{ id: string }>(
      `SELECT id, state, jsonb_build_object('basisPoints', fee_basis_points, 'base', fee_base) AS fee FROM mandate`,
    );
    return rows;
  };
});
