import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { eventually } from '../support/market.js';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';

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

  it('draws what was counted against threshold and cap, with the same figures in a table', async () => {
    await accrued();
    await page.goto('/workbench/broker/accruals');
    await page.getByText('未到起计额').waitFor();
    await page.getByRole('link', { name: '服务机构奖补 2026' }).click();
    await page.getByText('尚未达到起计额').waitFor();
    await page.getByRole('img', { name: /起计额、封顶额/ }).waitFor();
    const cells = await page.getByRole('table').first().getByRole('cell').allInnerTexts();
    expect(cells).toEqual(expect.arrayContaining(['8,000,000 元', '10,000,000 元', '200,000,000 元', '200,000 元']));
    await picture(page, 'broker-accrual');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('shows each thing at its step, with counts and amounts, and filters by an address that can be shared', async () => {
    await page.goto('/workbench/broker/pipeline');
    const introduced = page.getByRole('region', { name: '已引荐' });
    await introduced.getByRole('link', { name: '肉牛育肥慢，求日粮配方' }).waitFor();
    await page.getByRole('region', { name: '已认定登记' }).getByText('0 件').waitFor();
    await picture(page, 'broker-pipeline');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('按名称筛选').fill('羔羊');
    await introduced.getByText('0 件').waitFor();
    expect(new URL(page.url()).searchParams.get('find')).toBe('羔羊');
  });

  it('makes an API key that works, shows it once, and revokes it', async () => {
    await page.goto('/workbench/api-keys');
    await page.getByRole('button', { name: '创建密钥' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('用途').fill('撮合工作台');
    await dialog.getByLabel('权限范围').fill('mandate.read');
    await page.getByTitle('mandate.read', { exact: true }).click();
    await dialog.getByRole('button', { name: '创建密钥' }).click();
    const key = await page.locator('code.secret').innerText();
    const called = await page.request.get('/v1/mandates', { headers: { authorization: `Bearer ${key}` } });
    expect(called.status()).toBe(200);
    await picture(page, 'broker-api-keys');
    await page.reload();
    await page.getByRole('button', { name: /^作废/ }).waitFor();
    expect(await page.content()).not.toContain(key);
    await page.getByRole('button', { name: /^作废/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '作废' }).click();
    await page.getByText('密钥已作废。').waitFor();
    const refused = await page.request.get('/v1/mandates', { headers: { authorization: `Bearer ${key}` } });
    expect(refused.status()).toBe(401);
  });

  it('adds a webhook, sends a test, shows what came of it, and replays it', async () => {
    const received: string[] = [];
    const receiver = createServer((request, answer) => {
      received.push(String(request.headers['webhook-id']));
      answer.end('{"received":true}');
    });
    await new Promise<void>((done) => void receiver.listen(0, '127.0.0.1', done));
    const { port } = receiver.address() as AddressInfo;
    try {
      await page.goto('/workbench/webhooks');
      await page.getByRole('button', { name: '登记推送地址' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('接收地址').fill(`http://127.0.0.1:${port}/hook`);
      await dialog.getByLabel('说明').fill('撮合工作台');
      await dialog.getByRole('button', { name: '登记推送地址' }).click();
      expect(await page.locator('.ant-alert code.secret').innerText()).toMatch(/^whsec_/);
      await page.getByRole('link', { name: '撮合工作台' }).click();
      await page.getByRole('button', { name: '试发一次' }).click();
      await page.getByText('已排入发送').waitFor();
      await untilShown('已送达');
      await page
        .getByRole('button', { name: /^看经过/ })
        .first()
        .click();
      await page.getByRole('heading', { name: '经过' }).waitFor();
      await picture(page, 'broker-webhook');
      await page.getByText(/received/).waitFor({ timeout: 5000 });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: /^重发/ }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: '重发' }).click();
      await page.getByText('已排入重发。').waitFor();
      // Other news of the organization may arrive between; the replayed one comes under its own number again.
      await eventually(() => Promise.resolve(new Set(received).size < received.length || null), 20);
    } finally {
      receiver.close();
    }
    expect(browsed.complaints).toEqual([]);
  }, 60_000);

  const untilShown = async (text: string): Promise<void> => {
    const shown = page.getByRole('cell', { name: text }).first();
    for (let tries = 0; tries < 40 && !(await shown.isVisible()); tries += 1) {
      await page.getByRole('button', { name: '刷新' }).click();
      await page.waitForTimeout(300);
    }
    await shown.waitFor();
  };

  /** Below the threshold, as registrations leave it; how they are counted has its own specs. */
  const accrued = async (): Promise<void> => {
    await browsed.market.database.owner.query(
      `INSERT INTO reward_accrual (id, scheme, policy_id, beneficiary_kind, beneficiary_id, fiscal_year, total_fen,
         amount_fen, cap_fen, created_at, updated_at)
       VALUES ($1, 'agencyAward', 'agencyAward-2020', 'organization', $2, 2026, 800000000, 0, 20000000, now(), now())`,
      [uuid(), account.organizationId],
    );
  };

  const mandates = async () => {
    const { rows } = await browsed.market.database.owner.query<{ id: string }>(
      `SELECT id, state, jsonb_build_object('basisPoints', fee_basis_points, 'base', fee_base) AS fee FROM mandate`,
    );
    return rows;
  };
});
