import type { Page } from 'playwright-core';
import type { Caller } from '../support/caller.js';
import { BrowsedMarket, picture, withBrowser } from '../support/browser.js';

/** A university discloses, lets the inventors sign, enters, publishes and lists: all by clicking. */
withBrowser('在网页上披露、签署份额、入库、发布和挂牌', () => {
  let browsed: BrowsedMarket;
  let page: Page;
  let inventor: Page;
  let stranger: Caller;
  const title = '湖羊羔羊早期断奶代乳料及饲喂技术';
  // The same content is kept once a subject: each proof says something else.
  const pdf = (name: string) => ({
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`),
  });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const dialog = () => page.getByRole('dialog');
  const choose = async (label: string, option: string, within: Page | ReturnType<typeof dialog> = page) => {
    await within.getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option).click();
  };

  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    stranger = await browsed.market.member({ roles: ['enterprise'] });
    const account = await browsed.account({ roles: ['researchUnit'], kind: 'university', name: '示例大学' });
    const { organizationId } = account;
    const named = { roles: ['researchUnit'], kind: 'university', name: '示例大学', organizationId } as const;
    inventor = await browsed.signedIn(await browsed.account(named));
    page = await browsed.signedIn(account);
  });
  afterAll(() => browsed.close());

  it('discloses an achievement whose shares sum to the whole, and says so when they do not', async () => {
    await page.getByRole('link', { name: '科技成果', exact: true }).last().click();
    await page.getByRole('link', { name: '披露成果' }).click();
    await page.getByLabel('成果名称').fill(title);
    await page
      .getByLabel('公开摘要')
      .fill('以本地饲草与乳清粉配制的代乳料，35 日龄断奶成活率由 88% 提高到 96%，已在 3 个羊场试用。');
    await button('下一步').click();
    await page.getByLabel('姓名').fill('示例人员2');
    await page.getByLabel('份额（%）').fill('60');
    await button('再加一人').click();
    await page.getByLabel('姓名').nth(1).fill('示例完成人乙');
    await page.getByLabel('份额（%）').nth(1).fill('30');
    await button('下一步').click();
    await page.getByText('份额合计应为 100%，现在是 90%').waitFor();
    await picture(page, 'research-shares');
    await page.getByLabel('份额（%）').nth(1).fill('40');
    await page.getByText('现在合计 100%').waitFor();
    await button('下一步').click();
    await page.getByRole('heading', { name: '怎样用起来' }).waitFor();
    await page.getByLabel('意向价').fill('1200000');
    await button('下一步').click();
    await page.getByLabel('详细说明').fill('配方与工艺。');
    await button('下一步').click();
    await page.getByRole('heading', { name: '核对' }).waitFor();
    await page.getByText('示例完成人乙，40%').waitFor();
    await button('保存成果').click();
    await page.getByText('成果已保存').waitFor();
    await picture(page, 'research-achievement');
  });

  it('asks the inventors to sign: one by the own account, one on paper', async () => {
    await page.getByRole('link', { name: '发起份额约定' }).click();
    await page.getByLabel('份额如何商定').fill('按各人实际贡献商定。');
    await page.getByLabel('本单位账号').first().click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('示例人员2').click();
    await picture(page, 'research-propose');
    await button('发起，请各人签署').click();
    await page.getByRole('heading', { name: '份额约定（第 1 轮）' }).waitFor();
    await inventor.getByRole('link', { name: '份额约定', exact: true }).click();
    await inventor.getByRole('link', { name: /^第 1 轮/ }).click();
    await inventor.getByRole('button', { name: '同意并签署' }).click();
    await inventor.getByRole('dialog').getByRole('button', { name: '同意并签署' }).click();
    await inventor.getByText('本人账号签署').waitFor();
    await inventor.getByText('书面签署请由完成人以外的经办人录入。').waitFor();
    await page.reload();
    await button('录入书面签署').click();
    await dialog().getByLabel('签名件').setInputFiles(pdf('consent'));
    await dialog().getByRole('button', { name: '录入书面签署' }).click();
    await page.getByText('全体已签署').waitFor();
    await picture(page, 'research-signed');
    await page.getByRole('link', { name: '所属成果' }).click();
    await page.getByRole('link', { name: '第 1 轮' }).waitFor();
  });

  it('enters it into the library, applies for a number with what is missing told, publishes it', async () => {
    await button(/^入库/).click();
    await choose('成果类型', '应用技术', dialog());
    await dialog().getByRole('button', { name: '入库' }).click();
    await page.getByText('已入库。').waitFor();
    const address = page.url();
    await page.getByRole('link', { name: '申请成果登记号' }).click();
    await button('下一步').click();
    await page.getByLabel('第一完成单位').waitFor();
    await button('下一步').click();
    await page.getByLabel('评价方式').waitFor();
    await button('下一步').click();
    await button('保存登记表').click();
    await page.getByText('研制报告', { exact: true }).waitFor();
    await button('上传材料').click();
    await choose('种类', '研制报告', dialog());
    await dialog().getByLabel('文件').setInputFiles(pdf('report'));
    await dialog().getByRole('button', { name: '上传材料' }).click();
    await page.getByRole('button', { name: /report\.pdf/ }).waitFor();
    await dialog().waitFor({ state: 'hidden' });
    await picture(page, 'research-registration');
    await button('提交审核').click();
    await page.getByRole('main').getByRole('alert').waitFor();
    await page.goto(address);
    await button('发布').click();
    await page.getByRole('link', { name: '公众看到的页面' }).waitFor();
    await picture(page, 'research-published');
  });

  it('lists it at a negotiated price: the notice, the days left, an objection and its answer', async () => {
    await page.getByRole('link', { name: '挂牌', exact: true }).last().click();
    await choose('转化方式', '许可');
    await page.getByLabel('拟交易价格').fill('1200000');
    await button('保存挂牌').click();
    await button('发布挂牌').click();
    await page.getByText(/还有 \d+ 天/).waitFor();
    await picture(page, 'research-notice');
    const { rows } = await browsed.market.database.owner.query(`SELECT notice_id AS id FROM listing`);
    await stranger.post(`/v1/public-notices/${rows[0].id}/objections`, { reason: '本公司参与了试验。' }).expect(201);
    await page.reload();
    await button(/^处理异议/).click();
    await choose('处理结果', '异议不成立，继续', dialog());
    await dialog().getByLabel('处理理由').fill('试验是委托的服务，已付清费用。');
    await dialog().getByRole('button', { name: '处理异议' }).click();
    await page.getByText('异议不成立', { exact: true }).waitFor();
    await page.getByText('公示中').first().waitFor();
    await picture(page, 'research-objection');
    expect(browsed.complaints).toEqual([]);
  });
});
