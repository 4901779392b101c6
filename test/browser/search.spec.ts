import type { Page } from 'playwright-core';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser } from '../support/browser.js';
import { eventually } from '../support/market.js';

jest.setTimeout(240_000);

/** Somebody narrows the library by its facets; somebody else agrees to be found as an expert, and takes it back. */
withBrowser('检索页面', () => {
  let browsed: BrowsedMarket;
  let page: Page;
  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    const seller = await browsed.market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const { body } = await seller
      .post('/v1/achievements', {
        title: '苹果园蓄水保墒技术',
        summary: '旱塬苹果园起垄覆膜与集雨坑结合，土壤含水量提高两成，适合年降水 500 毫米左右的旱塬果园。',
        ...{ field: '果业', countyCode: '621022', readinessLevel: 8, keywords: ['苹果', '保墒'] },
        inventors: [{ name: '示例完成人甲', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await seller.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`/v1/achievements/${body.id}/publication`).expect(201);
    await eventually(async () => ((await total('kind=achievements&q=保墒')) === 1 ? true : null), 90);
    page = await browsed.visitor();
  });
  afterAll(() => browsed.close());

  const total = async (query: string): Promise<number> =>
    (await browsed.market.anonymous.get(`/v1/search?${encodeURI(query)}`).expect(200)).body.total;

  it('a value of a facet of the library leads to the search that it narrows; another one takes it away', async () => {
    await page.goto('/achievements');
    const aside = page.getByRole('complementary', { name: '按条件浏览' });
    await aside.getByRole('link', { name: '可以应用' }).click();
    await page.getByRole('heading', { level: 1, name: '检索' }).waitFor();
    await page.getByText('共 1 条').waitFor();
    const filter = page.getByRole('complementary', { name: '筛选' });
    await filter.getByRole('group', { name: '年份' }).getByRole('checkbox').click();
    await page.waitForURL((url) => url.searchParams.get('year') === '2026'); // the address holds what is chosen
    await page.getByText('共 1 条').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'search-facets');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('link', { name: '苹果园蓄水保墒技术' }).click();
    await page.getByRole('heading', { level: 1, name: '苹果园蓄水保墒技术' }).waitFor();
  });

  it('an expert agrees to be found by anybody, is found, and is gone when he withdraws', async () => {
    const account = await browsed.account({ roles: ['researchUnit'], kind: 'university', name: '示例农业大学' });
    const mine = await browsed.signedIn(account);
    await mine.getByRole('link', { name: '专家名片' }).click();
    await mine.getByLabel('公开的姓名或称谓').fill('甲教授');
    await mine.getByLabel('研究方向（1 至 5 个）').fill('果业');
    await mine.keyboard.press('Enter');
    await mine.getByLabel('公开的简介，不含联系方式').fill('做旱塬果园水分管理。');
    await mine.getByLabel('同意任何人在公开检索中找到这张名片').check();
    await mine.getByRole('button', { name: '同意公开' }).click();
    await mine.getByText('已保存。').waitFor();
    expect(await accessibilityFaults(mine)).toEqual([]);
    await picture(mine, 'expert-profile');
    await eventually(async () => ((await total('kind=experts&q=果园')) === 1 ? true : null), 90);

    await page.goto('/search?q=果园');
    await page.getByRole('button', { name: '专家' }).click();
    await page.getByRole('link', { name: '甲教授' }).click();
    await page.getByText('做旱塬果园水分管理。').waitFor();
    await page.getByRole('link', { name: '示例农业大学' }).waitFor();
    await picture(page, 'expert');
    const address = page.url();

    await mine.getByRole('button', { name: '撤回名片' }).click();
    await mine.getByRole('dialog').getByRole('button', { name: '撤回名片' }).click();
    await mine.getByText('已撤回。').waitFor();
    await page.goto(address);
    await page.getByText('做旱塬果园水分管理。').waitFor({ state: 'detached' });
    await eventually(async () => ((await total('kind=experts&q=果园')) === 0 ? true : null), 90);
    expect(browsed.complaints).toEqual([]);
  });
});
