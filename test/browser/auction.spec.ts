import type { Page } from 'playwright-core';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';
import { auctionTerms, listingByBids } from '../support/auctions.js';

/** A lot is drafted, announced, entered, paid for, bid on live and won: all by clicking. */
withBrowser('在网页上拍卖：起草、公告、报名、保证金、应价', () => {
  let browsed: BrowsedMarket;
  let seller: Account;
  let bidder: Account;
  let office: Account;
  let address: string;
  /** The dialog's own button: it has the name of the button that opened it. */
  const inDialog = async (page: Page, name: string | RegExp) => {
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    browsed = await BrowsedMarket.open({ now: '2026-11-23T02:00:00Z' });
    seller = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例饲料有限公司' });
    bidder = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例牧业有限公司' });
    office = await browsed.account({ roles: ['registrar'], kind: 'cityBureau', name: '示例市科技局' });
    const { organizationId } = seller;
    await listingByBids(await browsed.market.member({ roles: ['enterprise'], organizationId }), 'auction');
  });
  afterAll(() => browsed.close());

  it('drafts with dates in Beijing time, keeps a secret reserve, announces', async () => {
    const page = await browsed.signedIn(seller);
    await page.getByRole('link', { name: '拍卖和挂牌交易' }).click();
    await page.getByRole('link', { name: '起草竞价' }).click();
    await page.getByLabel('交易条件').fill(auctionTerms.conditions);
    await page.getByLabel('受让方资格条件').fill(auctionTerms.qualification);
    await page.getByLabel('起拍价或挂牌价').fill('600000');
    await page.getByLabel('保证金').fill('60000');
    await page.getByLabel('报名截止').fill('2026-11-30T17:00');
    await page.getByLabel('竞价开始').fill('2026-12-01T10:00');
    await page.getByLabel('竞价截止').fill('2026-12-01T11:00');
    await picture(page, 'auction-draft');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.waitForURL(/auctions\/[0-9a-f-]{36}$/).catch(() => picture(page, 'auction-not-saved'));
    await page.getByText('没有设保留价。').waitFor();
    await page.getByText('2026-12-01 10:00').waitFor();
    await page.getByRole('button', { name: '设定保留价' }).click();
    await page.getByLabel('保留价（元）').fill('650000');
    await inDialog(page, '设定保留价');
    await page.getByText('650,000 元').waitFor();
    await page.getByRole('button', { name: '发布公告' }).click();
    await inDialog(page, '发布公告');
    await page.getByText('已公告，可报名').waitFor();
    await page.getByText('有保留价，摘要已公告').waitFor();
    address = new URL(page.url()).pathname;
    await picture(page, 'auction-room');
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 180_000);

  it('takes a bidder in: registered, deposit recorded by the office, qualified by the seller', async () => {
    const bidding = await browsed.signedIn(bidder);
    await bidding.goto(address.replace('/workbench', ''));
    await bidding.getByText('保留价').first().waitFor();
    expect(await bidding.content()).not.toContain('650,000');
    await bidding.getByRole('link', { name: '报名、应价' }).click();
    await bidding.getByRole('button', { name: '报名' }).click();
    await bidding.getByLabel('联系人').fill('示例联系人');
    await bidding.getByLabel('联系电话').fill('0934-1234567');
    await bidding.getByLabel('怎样符合资格条件').fill('持有饲料生产许可证。');
    await inDialog(bidding, '报名');
    await bidding.getByText('尚未到账，应为 60000.00 元').waitFor();
    const desk = await browsed.signedIn(office);
    await desk.goto(address);
    await desk.getByRole('button', { name: /^登记保证金到账/ }).click();
    await desk.getByLabel('银行回单号').fill('回单-1');
    await desk.getByLabel('到账日期').fill('2026-11-23');
    await inDialog(desk, /^登记保证金到账/);
    await desk.getByText('已到账').waitFor();
    const selling = await browsed.signedIn(seller);
    await selling.goto(address);
    await selling.getByRole('button', { name: /^确认资格/ }).click();
    await inDialog(selling, /^确认资格/);
    await selling.getByText('资格已确认', { exact: true }).waitFor();
    await picture(selling, 'auction-qualified');
  }, 180_000);

  it('takes a bid, and shows it at once to who only watches', async () => {
    browsed.market.clock.moveTo(new Date('2026-12-01T02:00:00Z'));
    const watcher = await browsed.visitor();
    await watcher.goto(address.replace('/workbench', ''));
    await watcher.getByText('实时', { exact: true }).waitFor();
    const bidding = await browsed.signedIn(bidder);
    await bidding.goto(`${address}/bids`);
    await bidding.getByRole('button', { name: /^(应价|报价)$/ }).waitFor();
    await bidding.getByLabel('金额（元）').fill('700000');
    await bidding.getByRole('button', { name: '应价' }).click();
    await bidding.getByText('以 700000 元应价，不得撤回。').waitFor();
    await bidding.getByRole('dialog').getByRole('button', { name: '应价' }).click();
    await bidding.getByText(/已接受，序号 \d+/).waitFor();
    await bidding.getByText('本单位的报价目前最高。').waitFor();
    await watcher.getByText('700,000 元').first().waitFor(); // nobody reloaded that page
    await picture(bidding, 'auction-bidding');
    await picture(watcher, 'auction-live');
    expect(await accessibilityFaults(bidding)).toEqual([]);
    expect(browsed.complaints).toEqual([]);
  }, 180_000);
});
