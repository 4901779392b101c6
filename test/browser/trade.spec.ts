import type { Page } from 'playwright-core';
import { BrowsedMarket, picture, withBrowser } from '../support/browser.js';
import { openDeal } from '../support/deals.js';

/** Two parties come from a negotiation to a registered contract by clicking, each in a window of its own. */
withBrowser('在网页上洽谈、签约、申请登记', () => {
  let browsed: BrowsedMarket;
  let seller: Page;
  let buyer: Page;
  let dealId: string;
  let contractPath: string;

  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    const { market } = browsed;
    const unit = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    const company = await market.member({ roles: ['enterprise'], organizationKind: 'enterprise' });
    dealId = await openDeal(market, unit, company);
    const sellers = { roles: ['researchUnit'], kind: 'university', name: '示例农业大学' } as const;
    const buyers = { roles: ['enterprise'], kind: 'enterprise', name: '示例肉牛公司' } as const;
    seller = await browsed.signedIn(
      await browsed.account({ ...sellers, organizationId: unit.identity.organizationId }),
    );
    buyer = await browsed.signedIn(
      await browsed.account({ ...buyers, organizationId: company.identity.organizationId }),
    );
  });
  afterAll(() => browsed.close());

  async function offer(page: Page, priceYuan: string, terms: string): Promise<void> {
    await page.getByRole('button', { name: '报价或还价' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('报价（元）').fill(priceYuan);
    await dialog.getByLabel('转化方式').click();
    await page.getByTitle('技术服务').click();
    await dialog.getByLabel('条件').fill(terms);
    await dialog.getByRole('button', { name: '报价或还价' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('puts offers and counter-offers in a chain, refuses with a reason, compares, and agrees', async () => {
    await buyer.goto('/workbench/deals');
    await buyer.getByRole('link', { name: '进入洽谈室' }).click();
    await offer(buyer, '200000', '一年内指导三个牛场，成果交付后付款。');
    await seller.goto(`/workbench/deals/${dealId}`);
    await seller.getByRole('button', { name: '拒绝对方的报价' }).click();
    const refusal = seller.getByRole('dialog');
    await refusal.getByLabel('原因').click();
    await seller.getByTitle('价格太低').click();
    await refusal.getByLabel('说明').fill('三个牛场的试验费用不止这些。');
    await refusal.getByRole('button', { name: '拒绝对方的报价' }).click();
    await refusal.waitFor({ state: 'detached' });
    await offer(seller, '300000', '一年内指导三个牛场，签约后先付一半。');
    await seller.getByRole('heading', { name: '与上一份报价比较' }).waitFor();
    await picture(seller, 'trade-deal');
    await buyer.reload();
    await buyer.getByRole('button', { name: '接受对方的报价' }).click();
    await buyer.getByRole('dialog').getByRole('button', { name: '接受对方的报价' }).click();
    await buyer.getByText('已达成一致', { exact: true }).first().waitFor();
  });

  it('keeps documents and notes in the room, and says that the record is whole', async () => {
    await seller.goto(`/workbench/deals/${dealId}/documents`);
    await seller.getByRole('button', { name: '放入文件' }).click();
    const dialog = seller.getByRole('dialog');
    await dialog.getByLabel('名称').fill('日粮配方说明');
    await dialog.getByLabel('种类').click();
    await seller.getByTitle('技术资料').click();
    await dialog.getByLabel('对方签保密协议后才能看').uncheck();
    await dialog.getByRole('button', { name: '放入文件' }).click();
    await seller.getByRole('button', { name: /^放入新版次/ }).click();
    await seller.getByRole('dialog').getByLabel(/^文字/).fill('青贮玉米 60%，精料 40%。');
    await seller.getByRole('dialog').getByRole('button', { name: '放入新版次' }).click();
    await seller.getByRole('dialog').waitFor({ state: 'detached' });
    await buyer.goto(`/workbench/deals/${dealId}/documents`);
    await buyer.getByRole('button', { name: /^查看各版次/ }).click();
    await buyer.getByRole('button', { name: /^查看文字/ }).click();
    await buyer.getByText('青贮玉米 60%，精料 40%。').waitFor();
    await buyer.goto(`/workbench/deals/${dealId}/record`);
    await buyer.getByText(/链条完整/).waitFor();
    await picture(buyer, 'trade-record');
  });

  it('drafts the contract from the agreed deal, in steps that are checked before it is saved', async () => {
    await seller.goto(`/workbench/deals/${dealId}`);
    await seller.getByRole('link', { name: '起草合同' }).click();
    await seller.getByLabel('项目名称').fill('肉牛全混合日粮技术服务');
    await seller.getByLabel('合同类型').click();
    await seller.getByTitle('技术服务', { exact: true }).click();
    await seller.getByLabel('合同子类').click();
    await seller.getByTitle('一般技术服务').click();
    const next = seller.getByRole('button', { name: '下一步' });
    await next.click();
    await seller.getByLabel('成交总额（元）').fill('300000');
    await next.click();
    await seller.getByLabel('支付方式').click();
    await seller.getByTitle('一次总付').click();
    for (let step = 0; step < 4; step += 1) await next.click();
    await seller.getByRole('heading', { name: '核对' }).waitFor();
    await seller.getByRole('button', { name: '保存草稿' }).click();
    await seller.getByRole('heading', { name: '条款预检' }).waitFor();
    contractPath = new URL(seller.url()).pathname;
  });

  it('amends the draft beside the clause check, and shows what was changed', async () => {
    await seller.getByRole('link', { name: '修改合同' }).click();
    await seller.getByLabel('有效期至').fill('2028-12-31');
    await picture(seller, 'trade-contract-edit');
    await seller.getByRole('button', { name: '保存', exact: true }).click();
    await seller.getByText('2028-12-31').waitFor();
    await seller.getByRole('link', { name: '历次版本与对照' }).click();
    await seller.getByRole('definition').filter({ hasText: '2028-12-31' }).waitFor();
  });

  it('answers the questionnaire and gets a suggestion with its article', async () => {
    await seller.goto(`${contractPath}/type`);
    await seller.getByRole('radio').first().check();
    await seller.getByRole('button', { name: '给出建议' }).click();
    await seller.getByText('建议已给出，回答已留存。').waitFor();
    await picture(seller, 'trade-type');
  });

  it('is signed by both, each asked before the step that cannot be undone', async () => {
    for (const page of [seller, buyer]) {
      await page.goto(contractPath);
      await page.getByRole('button', { name: '签署合同' }).click();
      await page
        .getByRole('dialog')
        .getByText(/文本摘要/)
        .waitFor();
      await page.getByRole('dialog').getByRole('button', { name: '签署合同' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await buyer.getByText('已生效', { exact: true }).waitFor();
    await picture(buyer, 'trade-contract');
  });

  it('checks first, files the registration, shows who holds it, and lets the seller take it back', async () => {
    await seller.goto(contractPath);
    await seller.getByRole('link', { name: '申请认定登记' }).click();
    await seller.getByRole('heading', { name: '申请前自查' }).waitFor();
    await seller.getByLabel('实施地县区').click();
    await seller.getByTitle('环县').click();
    await seller.getByLabel('落地证明').fill('技术服务方案第三条：在环县曲子镇三个牛场实施');
    await picture(seller, 'trade-precheck');
    await seller.getByRole('button', { name: '提交申请' }).click();
    await seller.getByText('登记机构', { exact: true }).waitFor();
    await picture(seller, 'trade-registration');
    await seller.getByRole('button', { name: '撤回申请' }).click();
    await seller.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click();
    await seller.getByText('已撤回', { exact: true }).first().waitFor();
    expect(browsed.complaints).toEqual([]);
  });
});
