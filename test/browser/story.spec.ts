import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';
import { accrue, audit, certify, report } from '../support/clicked-papers.js';
import { determine, draft, file, receive, sign, supplement } from '../support/clicked-contract.js';
import {
  disclose,
  introduce,
  mandate,
  need,
  negotiate,
  type ClickedStory,
  type StoryPart,
} from '../support/clicked-deal.js';

jest.setTimeout(240_000);

const today = '2026-11-23';

/** The story of `npm run story` on the portal alone: seven people, one deal, from disclosure to reward and audit. */
withBrowser('在网页上走完主流程', () => {
  let browsed: BrowsedMarket;
  let story: ClickedStory;
  const people = {} as Record<StoryPart, Account>;
  const pages = new Map<StoryPart, Page>();

  beforeAll(async () => {
    browsed = await BrowsedMarket.open({ now: `${today}T02:00:00Z`, demo: true });
    const bureau = { kind: 'cityBureau', name: '示例市科技局', countyCode: '621000' };
    people.seller = await browsed.account({ roles: ['researchUnit'], kind: 'university', name: '示例农业大学' });
    people.buyer = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例草畜有限公司' });
    people.broker = await browsed.account({
      ...{ roles: ['broker'], kind: 'transferAgency', name: '示例技术转移服务有限公司' },
    });
    people.registrar = await browsed.account({ roles: ['registrar'], ...bureau });
    const { organizationId } = people.registrar;
    for (const role of ['reviewer', 'auditor', 'systemAdmin'] as const)
      people[role] = await browsed.account({ roles: [role], ...bureau, organizationId });
    story = {
      as,
      forget,
      picture,
      achievement: '湖羊羔羊早期断奶代乳料配方及饲喂技术',
      need: '羔羊早期断奶死亡率偏高，求代乳料与饲喂方案',
      project: '羔羊早期断奶代乳料配方技术转让',
      day: (after) => new Date(Date.parse(today) + after * 86_400_000).toISOString().slice(0, 10),
      quarter: '2026Q4',
      left: new Map(),
    };
  });
  afterAll(() => browsed.close());

  async function as(who: StoryPart): Promise<Page> {
    const known = pages.get(who);
    if (known) {
      await known.goto('/workbench');
      await known.getByRole('heading', { level: 1, name: '我的工作台' }).waitFor();
      return known;
    }
    const page = await browsed.signedIn(people[who]);
    pages.set(who, page);
    return page;
  }

  async function forget(): Promise<void> {
    for (const page of pages.values()) await page.context().close();
    pages.clear();
  }

  let broken = false;

  /** Plays a stage; when it fails, every window is kept as a picture and what it warns of is told. None is played after it. */
  async function play(stage: () => Promise<void>): Promise<void> {
    if (broken) throw new Error('an earlier stage failed');
    try {
      await stage();
    } catch (fault) {
      broken = true;
      const warned: string[] = [];
      for (const [who, page] of pages) {
        await picture(page, `story-failure-${who}`).catch(() => undefined);
        const texts = await page
          .getByRole('alert')
          .allInnerTexts()
          .catch(() => []);
        warned.push(...texts.map((text) => `${who}: ${text}`));
      }
      throw new Error(`${(fault as Error).message}\n${warned.join('\n')}`, { cause: fault });
    }
  }

  it('高校披露成果，入库，发布，挂牌公示', () => play(() => disclose(story)));
  it('企业发布需求，看到撮合结果和理由', () => play(() => need(story)));
  it('经纪人取得双方委托；未经双方书面同意不得代理双方', () => play(() => mandate(story)));
  it('经纪人引荐，双方接受，交换联系方式', () => play(() => introduce(story)));
  it('双方洽谈：报价、还价、达成一致', () => play(() => negotiate(story)));
  it('七步起草合同，金额分项', () => play(() => draft(story)));
  it('公示期内签署被拒；拨动时钟后双方签署，合同生效', () => play(() => sign(story)));
  it('首期价款到账，佣金随之到期', () => play(() => receive(story)));
  it('卖方先自查再申请认定登记', () => play(() => file(story)));
  it('登记员要求补正，卖方只补缺的', () => play(() => supplement(story)));
  it('登记员认定，另一人复核，登记并出具证明', () => play(() => determine(story)));

  it('卖方下载证明；任何人查得到它有效', async () => {
    const pdf = await certify(story, await browsed.visitor());
    expect(pdf.suggestedFilename()).toBe(`${story.left.get('number')}.pdf`);
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(story.left.get('number')).toMatch(/^\d{16}$/);
  });

  it('经纪人看到 1‰ 奖补计提', () => play(() => accrue(story)));
  it('登记进入统计和台账', () => play(() => report(story)));

  it('审计人员核验审计链；浏览器一路没有报错', async () => {
    await play(() => audit(story));
    expect(browsed.complaints).toEqual([]);
  });
});
