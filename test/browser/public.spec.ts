import type { Page } from 'playwright-core';
import { effectiveContract } from '../support/contracts.js';
import { BrowsedMarket, picture, withBrowser } from '../support/browser.js';

/** What anybody does without an account: look, calculate, look up, sign up; and object, signed in. */
withBrowser('公开页面', () => {
  let browsed: BrowsedMarket;
  let page: Page;
  let caseNumber: string;
  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    const { market } = browsed;
    const seller = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const buyer = await market.member({ roles: ['enterprise'] });
    const contractId = await effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity });
    const landing = { countyCode: '621022', evidence: [] };
    const filed = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    caseNumber = filed.body.provisionalNumber;
    await listed(seller);
    page = await browsed.visitor();
  });
  afterAll(() => browsed.close());

  /** An achievement under notice at a negotiated price. */
  async function listed(seller: Awaited<ReturnType<BrowsedMarket['market']['member']>>): Promise<void> {
    const made = await seller
      .post('/v1/achievements', {
        title: '苹果园蓄水保墒技术',
        summary: '旱塬苹果园起垄覆膜与集雨坑结合，土壤含水量提高两成，适合年降水 500 毫米左右的旱塬果园。',
        keywords: ['苹果', '保墒'],
        inventors: [{ name: '示例完成人甲', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    const achievement = `/v1/achievements/${made.body.id}`;
    await seller.post(`${achievement}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`${achievement}/publication`);
    const listing = await seller
      .post('/v1/listings', {
        achievementId: made.body.id,
        pricingMethod: 'negotiated',
        transferMode: 'licence',
        priceYuan: '200000.00',
      })
      .expect(201);
    await seller.post(`/v1/listings/${listing.body.id}/publication`).expect(201);
  }

  it('shows on the home page what there is and of when the figures are', async () => {
    await page.goto('/');
    await page
      .getByText(/数据截至 \d{4}-/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: '凭编号查进度' }).first().waitFor();
    expect(await page.locator('meta[name=description]').getAttribute('content')).toContain('企业说出难题');
    await picture(page, 'public-home');
  });

  it('says in words whether a listing may be signed, and leads to its notice', async () => {
    await page.getByRole('link', { name: '挂牌', exact: true }).first().click();
    await page.getByRole('link', { name: '苹果园蓄水保墒技术' }).click();
    await page.getByText('公示期内，不能签约', { exact: false }).waitFor();
    await page.getByText('第十八条', { exact: false }).waitFor();
    await picture(page, 'public-listing');
    await page.getByRole('link', { name: '查看公示和异议办法' }).click();
    await page.getByText('任何单位和个人', { exact: false }).waitFor();
    await page.getByText(/还有 \d+ 天/).waitFor();
    await picture(page, 'public-notice');
  });

  it('takes an objection of whoever signs in, and gives a receipt with its number', async () => {
    const notice = new URL(page.url()).pathname;
    const account = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例果业公司' });
    const citizen = await browsed.signedIn(account);
    await citizen.goto(notice);
    await citizen.getByRole('button', { name: '提出异议' }).click();
    await citizen.getByRole('link', { name: '请写明事实和理由。' }).waitFor();
    await citizen.getByLabel('事实和理由').fill('公示的成果与我单位在先公开的技术相同，附有 2019 年的推广总结。');
    await citizen.getByRole('button', { name: '提出异议' }).click();
    await citizen.getByText('异议已收到').waitFor();
    await citizen.getByText('公示单位还没有答复。', { exact: false }).waitFor();
    await picture(citizen, 'public-objection');
  });

  it('calculates a reward with its reason, and says what is missing', async () => {
    await page.goto('/policies');
    await page.getByLabel('第 1 份合同的核定技术交易额（元）').fill('8000000');
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('合计还差 2,000,000.00 元才到起计额', { exact: false }).waitFor();
    await page.getByRole('button', { name: '再加一份合同' }).click();
    await page.getByLabel('第 2 份合同的核定技术交易额（元）').fill('4000000');
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText('12,000 元').first().waitFor();
    await picture(page, 'public-policies');
  });

  it('tells the progress of a case by its number, and of no other', async () => {
    await page.goto('/progress');
    await page.getByLabel('编号').fill(`${caseNumber.toLowerCase()} `);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('已提交，待受理').waitFor();
    await page.getByText('登记机构', { exact: true }).waitFor();
    await picture(page, 'public-progress');
    await page.getByLabel('编号').fill('QY-2026-999999-0123456789');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('status').getByRole('alert').waitFor();
  });

  it('leads every role through its steps with the law and the legal terms', async () => {
    await page.goto('/guide');
    await page.getByRole('link', { name: '高校、院所、研发企业' }).click();
    await page.getByRole('heading', { name: '认定登记的法定期限' }).waitFor();
    await page.getByText('不少于 15 日', { exact: false }).waitFor();
    await picture(page, 'public-guide');
  });

  it('tells a certificate that was tampered with', async () => {
    await page.goto('/certificates');
    await page.getByLabel('证明的 JSON').fill('{"signedText": "x"}');
    await page.getByRole('button', { name: '核对签名' }).click();
    await page.getByRole('link', { name: '不是完整的 JSON', exact: false }).waitFor();
    const forged = { signedText: '{}', signature: 'A'.repeat(86), keyId: '0123456789abcdef' };
    await page.getByLabel('证明的 JSON').fill(JSON.stringify(forged));
    await page.getByRole('button', { name: '核对签名' }).click();
    await page.getByText('签名不成立', { exact: false }).waitFor();
  });

  it('signs an organization up, reading what its credit code tells', async () => {
    await page.goto('/sign-up');
    await page.getByLabel('统一社会信用代码').fill('91621002ma71abc01k');
    await page.getByText('校验码不符', { exact: false }).waitFor();
    await page.getByLabel('统一社会信用代码').fill('91621002ma71abc01j');
    await page.getByText('机构类别：企业', { exact: false }).waitFor();
    await page.getByText('登记地：西峰区', { exact: false }).waitFor();
    await page.getByLabel('单位名称').fill('示例陇东果业有限公司');
    await picture(page, 'public-sign-up');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('姓名').fill('示例人员');
    await page.getByLabel('账号').fill('longdong.admin');
    await page.locator('#password').fill('kettle orbit mango fence');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('heading', { name: '核对' }).waitFor();
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await page.getByRole('heading', { name: '注册成功' }).waitFor();
    await page.getByText('待核验').waitFor();
    await picture(page, 'public-receipt');
  });

  it('answers what is not there, and says so when the network is gone', async () => {
    await page.goto('/listings/01999999-0000-7000-8000-000000000000');
    await page.getByRole('alert').first().waitFor();
    await page.goto('/no-such-page');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('网络已断开', { exact: false }).waitFor();
    await page.context().setOffline(false);
    await page.getByText('网络已断开', { exact: false }).waitFor({ state: 'hidden' });
    expect(browsed.complaints).toEqual([]);
  });
});
