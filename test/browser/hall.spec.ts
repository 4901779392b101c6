import type { Page } from 'playwright-core';
import type { Caller } from '../support/caller.js';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser } from '../support/browser.js';
import { registeredContracts } from '../support/hall.js';

const screens = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];

/** The wall of the hall, as it hangs there: no sign-in, live, nothing to scroll. */
withBrowser('展示大厅的大屏', () => {
  let browsed: BrowsedMarket;
  let enterprise: Caller;
  let page: Page;
  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    enterprise = await browsed.market.member({ roles: ['enterprise'] });
    const { market } = browsed;
    await registeredContracts(market, 9, { on: '2025-08-01', yuan: 900_000, from: '621002', to: '621022' });
    await registeredContracts(market, 6, { on: '2026-02-01', yuan: 1_200_000, from: '620000', to: '621022' });
    await registeredContracts(market, 12, { on: '2026-05-01', yuan: 2_400_000, from: '621002', to: '621027' });
    await registeredContracts(market, 4, { on: '2026-08-01', yuan: 5_000_000, from: '621022', to: '621002' });
    await registeredContracts(market, 5, { on: '2026-10-01', yuan: 3_000_000, from: '621002', to: '621002' });
    await publish('湖羊羔羊断奶后腹泻多，求解决办法', 'mutton-sheep-dairy-goat');
    const [screen] = screens;
    page = await browsed.visitor(screen);
    await page.goto('/hall');
    await page.getByRole('heading', { level: 1, name: /展示大厅/ }).waitFor();
    await page.getByText('实时', { exact: true }).first().waitFor();
  });
  afterAll(() => browsed.close());

  const publish = async (title: string, zoneCode: string): Promise<void> => {
    const demand = { title, summary: '试过换代乳粉，效果不好。', countyCode: '621022', zoneCode };
    const { body } = await enterprise.post('/v1/demands', demand).expect(201);
    await enterprise.post(`/v1/demands/${body.id}/publication`).expect(201);
  };
  const overflow = () =>
    page.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: {
          documentElement: { scrollHeight: number; clientHeight: number; scrollWidth: number; clientWidth: number };
          querySelectorAll(
            selector: string,
          ): Iterable<{ scrollHeight: number; clientHeight: number; ariaLabel: string }>;
        };
      };
      const whole = document.documentElement;
      return [
        whole.scrollHeight - whole.clientHeight,
        whole.scrollWidth - whole.clientWidth,
        ...[...document.querySelectorAll('.hall-body')]
          .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 2)
          .map(({ ariaLabel }) => ariaLabel),
      ];
    });

  it.each(screens)('shows everything at $width × $height without scrolling', async (screen) => {
    await page.setViewportSize(screen);
    await page.waitForTimeout(1_500);
    await picture(page, `hall-${screen.width}`);
    expect(await page.locator('.indicator-list li').count()).toBe(21);
    expect(await page.locator('.zone-list li').count()).toBe(12);
    expect(await overflow()).toEqual([0, 0]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('shows what was published a moment ago without being reloaded, unless it was paused', async () => {
    await publish('苹果园滴灌堵塞，求过滤办法', 'apple');
    await page.getByRole('link', { name: '苹果园滴灌堵塞，求过滤办法' }).waitFor();
    await page.getByRole('button', { name: '暂停更新' }).click();
    await publish('暂停时发布的难题', 'apple');
    await page.waitForTimeout(2_500);
    expect(await page.getByRole('link', { name: '暂停时发布的难题' }).count()).toBe(0);
    await page.getByRole('button', { name: '继续更新' }).click();
    await page.getByRole('link', { name: '暂停时发布的难题' }).waitFor();
  });

  it('gives the same as a table by keyboard, and opens what is behind a figure', async () => {
    await page.getByRole('button', { name: /^表格\s*：技术合同成交额/ }).focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: '技术合同成交额（按季度）' });
    await table.getByText('28,800,000 元').first().waitFor();
    expect(await table.getByRole('row').count()).toBe(9);
    for (const name of ['县区之间的技术流向', '四区四带四园', '附表1'])
      await page.getByRole('button', { name: new RegExp(`^表格\\s*：${name}`) }).click();
    await page.getByRole('cell', { name: '镇原县' }).waitFor();
    await picture(page, 'hall-tables');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '全部数字与出处' }).click();
    await page.getByRole('heading', { level: 1, name: '展示大厅的数字与出处' }).waitFor();
    await page.getByText('在有效期内、未暂停的技术经纪人的人数', { exact: false }).waitFor();
    await picture(page, 'hall-figures');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('says since when its figures are old when the line is cut, and comes back by itself', async () => {
    await page.goto('/hall');
    await page.getByText('实时', { exact: true }).first().waitFor();
    await page.context().setOffline(true);
    await page.evaluate(() => (globalThis as unknown as { stop(): void }).stop()); // setOffline leaves open streams alone
    await page.getByText(/连接中断/).waitFor();
    await page
      .getByText(/数据截至/)
      .first()
      .waitFor();
    await publish('断线时发布的难题', 'apple');
    await page.context().setOffline(false);
    await page.getByRole('link', { name: '断线时发布的难题' }).waitFor({ timeout: 45_000 });
  }, 60_000);

  it('is a list on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForTimeout(500);
    await picture(page, 'hall-360');
    expect((await overflow())[1]).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(browsed.complaints).toEqual([]);
  });
});
