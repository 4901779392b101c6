import type { Page } from 'playwright-core';
import { BrowsedMarket, picture, withBrowser } from '../support/browser.js';

/** A company posts a problem by clicking, and hears what the market has for it. */
withBrowser('在网页上发布需求', () => {
  let browsed: BrowsedMarket;
  let page: Page;
  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    const seller = await browsed.market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const made = await seller
      .post('/v1/achievements', {
        title: '湖羊羔羊早期断奶代乳料配制与饲喂技术',
        summary: '羔羊 7 日龄诱食、35 日龄断奶；配套腹泻预防流程，断奶成活率 95%，适合 300 只以上的舍饲羊场。',
        field: '畜牧',
        keywords: ['羔羊', '代乳料'],
        readinessLevel: 8,
        transferModes: ['licence'],
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    const { id } = made.body as { id: string };
    await seller.post(`/v1/achievements/${id}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`/v1/achievements/${id}/publication`).expect(201);
    const account = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例草畜公司' });
    page = await browsed.signedIn(account);
  });
  afterAll(() => browsed.close());

  it('asks one thing a page, says what is missing, and keeps what was typed over a reload', async () => {
    await page.getByRole('link', { name: '技术需求', exact: true }).click();
    await page.getByRole('link', { name: '发布需求' }).click();
    await page.getByLabel('需求名称').fill('羔羊断奶后腹泻多，求解决办法');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('请描述难题。').waitFor();
    await page.reload();
    await page.getByLabel('难题是什么').fill('现在 35 日龄断奶成活率 82%，希望到 92% 以上，试过换代乳粉。');
    expect(await page.getByLabel('需求名称').inputValue()).toBe('羔羊断奶后腹泻多，求解决办法');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('县区').click();
    await page.getByTitle('环县').click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('预算').fill('300000');
    await page.getByRole('button', { name: '下一步' }).click();
  });

  it('shows all answers before they are sent, and a receipt with the number after', async () => {
    await page.getByRole('heading', { name: '核对' }).waitFor();
    await page.getByText('环县').waitFor();
    await picture(page, 'demand-check');
    await page.getByRole('button', { name: '保存需求' }).click();
    await page.getByText('需求已保存').waitFor();
    const { rows } = await browsed.market.database.owner.query(`SELECT id, state FROM demand`);
    expect(rows).toEqual([{ id: page.url().match(/demands\/([0-9a-f-]{36})/)?.[1], state: 'draft' }]);
  });

  it('publishes, and shows the match with what it lacks; declining asks for the reason', async () => {
    await page.getByRole('button', { name: '发布' }).click();
    const match = page.getByRole('link', { name: '湖羊羔羊早期断奶代乳料配制与饲喂技术' }).first();
    for (let tries = 0; tries < 40 && !(await match.isVisible()); tries += 1) {
      await page.waitForTimeout(500);
      await page.reload();
      await page.getByRole('heading', { name: '撮合结果' }).waitFor();
      await page.waitForTimeout(300);
    }
    await match.waitFor();
    await picture(page, 'demand-matches');
    await page.getByRole('button', { name: /^婉拒/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '婉拒' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '请选择原因。' }).waitFor();
    await page.getByLabel('原因').click();
    await page.getByTitle('已有办法').click();
    await page.getByRole('dialog').getByRole('button', { name: '婉拒' }).click();
    await page.getByText('已婉拒，谢谢说明原因。').waitFor();
  });

  it('leaves nothing of the person behind after signing out', async () => {
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录', exact: true }).waitFor();
    const kept = await page.evaluate(() => {
      const { localStorage, sessionStorage } = globalThis as unknown as Record<string, Record<string, string>>;
      return JSON.stringify([localStorage, sessionStorage]);
    });
    expect(kept.replace('"market.settings":', '')).not.toMatch(/user|portal|羔羊|signedIn|token/i);
    expect(await page.context().cookies()).toEqual([]);
    expect(browsed.complaints).toEqual([]);
  });
});
