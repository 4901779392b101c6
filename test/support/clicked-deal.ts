import type { Page } from 'playwright-core';
import { choose, follow, next, openTask, press, said, send, shows } from './clicks.js';

/** The people of the story at their own windows, what they name things, and the market's day. */
export interface ClickedStory {
  /** The window of one person, on the workbench; signed in when it was not. */
  as(who: StoryPart): Promise<Page>;
  /** Forgets who is signed in: the clock was moved beyond every session. */
  forget(): Promise<void>;
  picture(page: Page, name: string): Promise<void>;
  readonly achievement: string;
  readonly need: string;
  readonly project: string;
  /** A day of the market, so many days from its first. */
  day(after: number): string;
  /** The quarter in which the contract is registered. */
  readonly quarter: string;
  /** Paths and numbers that one step leaves to the next. */
  readonly left: Map<'notice' | 'room' | 'contract' | 'registration' | 'number' | 'code', string>;
}
export type StoryPart = 'seller' | 'buyer' | 'broker' | 'registrar' | 'reviewer' | 'auditor' | 'systemAdmin';

/** 1. A university discloses, takes in and publishes; lists at a negotiated price; nobody may sign yet. */
export async function disclose(story: ClickedStory): Promise<void> {
  const page = await story.as('seller');
  await openTask(page, '科技成果');
  await follow(page, '披露成果');
  await page.getByLabel('成果名称').fill(story.achievement);
  await page
    .getByLabel('公开摘要')
    .fill('以本地饲草与乳清粉配制羔羊代乳料，配套断奶饲喂规程，羔羊 35 日龄断奶成活率由 88% 提高到 96%。');
  await next(page);
  await page.getByLabel('姓名').fill('示例完成人甲');
  await page.getByLabel('份额（%）').fill('60');
  await press(page, /再加一/);
  await page.getByLabel('姓名').last().fill('示例完成人乙');
  await page.getByLabel('份额（%）').last().fill('40');
  await next(page);
  await page.getByLabel('意向价').fill('12000000');
  await next(page);
  await next(page);
  await story.picture(page, 'story-01-achievement');
  await press(page, '保存成果');
  await said(page, '成果已保存');
  await press(page, /^入库/);
  await choose(page, '成果类型', '应用技术');
  await send(page, '入库');
  await said(page, '已入库。');
  await press(page, '发布');
  await said(page, '已公开并参与撮合');
  await follow(page.locator('main'), '挂牌');
  await choose(page, '转化方式', '转让');
  await page.getByLabel('拟交易价格（元）').fill('12000000');
  await press(page, '保存挂牌');
  await press(page, /^发布挂牌/);
  if (await page.getByRole('dialog').isVisible()) await send(page, '发布挂牌');
  await said(page, '公示中');
  await story.picture(page, 'story-02-listing');
}

/** 2. A firm posts its need and reads why the achievement fits. */
export async function need(story: ClickedStory): Promise<void> {
  const page = await story.as('buyer');
  await openTask(page, '技术需求');
  await follow(page, '发布需求');
  await page.getByLabel('需求名称').fill(story.need);
  await page
    .getByLabel('难题是什么')
    .fill('存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望用代乳料和断奶饲喂技术降到 5% 以下。');
  await next(page);
  await choose(page, '县区', '环县');
  await next(page);
  await page.getByLabel('预算').fill('13000000');
  await next(page);
  await press(page, '保存需求');
  await said(page, '需求已保存');
  await press(page, '发布');
  await shows(page, story.achievement);
  await story.picture(page, 'story-03-match');
}

/** A button or link that says, to who hears a list of them, what it is about. */
const about = (name: string, what: string): RegExp => new RegExp(`^${name}.*${what}`);

async function propose(page: Page, expires: string): Promise<void> {
  await page.getByLabel('佣金比例（%）').fill('1');
  await page.getByLabel('委托期限至').fill(expires);
  await page.getByRole('dialog').getByRole('button', { name: '提出委托', exact: true }).click();
}

/** 3. The broker gets a mandate of the buyer; one of the seller only after both consented in writing. */
export async function mandate(story: ClickedStory): Promise<void> {
  const broker = await story.as('broker');
  await openTask(broker, '找撮合');
  await follow(broker, story.need);
  await press(broker, about('对需求提出委托', story.need));
  await propose(broker, story.day(180));
  await said(broker, '已提出委托，等待对方接受。');
  await accept(story, 'buyer');
  await broker.reload();
  await press(broker, about('对成果提出委托', story.achievement));
  await propose(broker, story.day(180));
  await said(broker.getByRole('dialog'), /书面同意/);
  await story.picture(broker, 'story-04-consent-missing');
  await broker.keyboard.press('Escape');
  await consent(story, 'buyer');
  await consent(story, 'seller');
  await broker.reload();
  await press(broker, about('对成果提出委托', story.achievement));
  await propose(broker, story.day(180));
  await said(broker, '已提出委托，等待对方接受。');
  await accept(story, 'seller');
}

async function accept(story: ClickedStory, who: 'buyer' | 'seller'): Promise<void> {
  const page = await story.as(who);
  await openTask(page, '经纪委托');
  await press(page, /^接受委托/);
  await send(page, '接受委托');
  await said(page, '已接受委托。');
}

/** From the match itself, where both sides find the way to the paper. */
async function consent(story: ClickedStory, who: 'buyer' | 'seller'): Promise<void> {
  const page = await story.as(who);
  await openTask(page, who === 'buyer' ? '技术需求' : '成果的撮合');
  const [own, other] = who === 'buyer' ? [story.need, story.achievement] : [story.achievement, story.need];
  await follow(page.locator('main'), new RegExp(`${own}$`));
  await follow(page, about('办理书面同意', other));
  await choose(page, '服务机构', '示例技术转移服务有限公司');
  await press(page, '签署同意书');
  await said(page, '同意书已签署。');
}

/** 4. The broker introduces; both sides accept and see each other's contact. */
export async function introduce(story: ClickedStory): Promise<void> {
  const broker = await story.as('broker');
  await openTask(broker, '找撮合');
  await follow(broker, story.need);
  await press(broker, about('引荐双方', story.achievement));
  await broker.getByLabel('引荐说明').fill('贵方的羔羊断奶难题与该成果的代乳料方案相符，建议双方洽谈。');
  await send(broker, '引荐双方');
  await story.picture(broker, 'story-05-broker');
  for (const [who, contact] of [
    ['buyer', '示例企业 王经理 0934-4420000'],
    ['seller', '示例大学技术转移中心 0934-8630000'],
  ] as const) {
    const page = await story.as(who);
    await openTask(page, '引荐');
    await press(page, /^接受引荐/);
    await page.getByLabel('本单位联系方式').fill(contact);
    await send(page, '接受引荐');
    await said(page, '已接受引荐。');
  }
  const buyer = await story.as('buyer');
  await openTask(buyer, '引荐');
  await said(buyer, '示例大学技术转移中心 0934-8630000');
}

/** 5. Offer, counter-offer, agreement. */
export async function negotiate(story: ClickedStory): Promise<void> {
  const buyer = await story.as('buyer');
  await openTask(buyer, '引荐');
  await press(buyer, /^开始洽谈/);
  await send(buyer, '开始洽谈');
  await buyer.getByRole('heading', { level: 1, name: '洽谈室' }).waitFor();
  story.left.set('room', new URL(buyer.url()).pathname);
  await offer(buyer, '11000000');
  const seller = await story.as('seller');
  await openTask(seller, '洽谈');
  await follow(seller, /进入洽谈室/);
  await said(seller, '11,000,000 元');
  await offer(seller, '12000000');
  await buyer.reload();
  await press(buyer, '接受对方的报价');
  await send(buyer, '接受对方的报价');
  await said(buyer, '已达成一致');
  await story.picture(buyer, 'story-06-deal');
}

async function offer(page: Page, yuan: string): Promise<void> {
  await press(page, '报价或还价');
  await page.getByLabel('报价（元）').fill(yuan);
  await choose(page, '转化方式', '转让');
  await page.getByLabel('条件', { exact: true }).fill('分两期支付；含配制设备一套和首批样品，培训饲养员两批。');
  await send(page, '报价或还价');
  await said(page, '报价已送达对方。');
}
