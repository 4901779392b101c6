import type { Page } from 'playwright-core';
import type { ClickedStory } from './clicked-deal.js';
import { choose, factOf, follow, next, openTask, press, said, send, shows } from './clicks.js';

/** 6. The seller drafts in seven steps: 12,000,000, of which equipment is no technology and samples are reasonable carriers. */
export async function draft(story: ClickedStory): Promise<void> {
  const page = await story.as('seller');
  await openTask(page, '洽谈');
  await follow(page, /进入洽谈室/);
  await follow(page, '起草合同');
  await page.getByLabel('项目名称').fill(story.project);
  await choose(page, '合同类型', '技术转让');
  await choose(page, '合同子类', '技术秘密');
  await next(page);
  await page.getByLabel('成交总额（元）').fill('12000000');
  await deduction(page, '设备', '1500000', false);
  await deduction(page, '原材料', '200000', true);
  await next(page);
  await instalments(page);
  await page.getByLabel('有效期至').fill(story.day(3 * 365));
  await page.getByLabel('预计新增投入').fill('300000');
  await page.getByLabel('预计新增产值').fill('5000000');
  await next(page);
  await next(page); // a technical secret needs no register of rights
  await classify(page);
  await next(page);
  await press(page, '再加一项');
  await choose(page, '条款', '验收标准和方法');
  await page.getByLabel('正文').fill('按双方确认的技术指标由买方组织验收，验收期为三十日。');
  await next(page);
  await story.picture(page, 'story-07-draft');
  await press(page, '保存草稿');
  await said(page, '当事人与签署');
  await said(page, '10,500,000 元');
  story.left.set('contract', new URL(page.url()).pathname);
}

async function deduction(page: Page, kind: string, yuan: string, carrier: boolean): Promise<void> {
  await press(page, '再加一项');
  const item = page.locator('fieldset').last();
  await choose(item, '种类', kind);
  await item.getByLabel('金额（元）').fill(yuan);
  if (carrier) await item.getByLabel('合理数量的技术载体或样品').check();
}

async function instalments(page: Page): Promise<void> {
  await choose(page, '支付方式', '分期支付');
  for (const [yuan, condition] of [
    ['7000000', '合同生效后三十日内'],
    ['5000000', '验收合格后三十日内'],
  ] as const) {
    await press(page, '再加一项');
    const item = page.locator('fieldset').last();
    await item.getByLabel('金额（元）').fill(yuan);
    await item.getByLabel('付款条件或日期说明').fill(condition);
  }
}

async function classify(page: Page): Promise<void> {
  for (const [list, code, title] of [
    ['技术领域', '09', '09 '],
    ['计划类别', '90', '90 '],
    ['社会经济目标', '09', '09 '],
    ['服务的国民经济行业', 'A', 'A '],
  ] as const) {
    const field = page.getByLabel(list).last();
    await field.click();
    await field.fill(code); // long lists are searched by typing
    await page.locator('.ant-select-dropdown:visible').locator(`[title^="${title}"]`).first().click();
  }
}

/** 7. Refused while the notice runs; the clock is moved on its page; both sign and the contract is in force. */
export async function sign(story: ClickedStory): Promise<void> {
  const early = await story.as('seller');
  await early.goto(story.left.get('contract')!);
  await press(early, '签署合同');
  await early.getByRole('dialog').getByRole('button', { name: '签署合同', exact: true }).click();
  await said(early.getByRole('dialog').getByRole('alert'), /公示/);
  await story.picture(early, 'story-08-too-early');
  await passNotice(story);
  for (const who of ['seller', 'buyer'] as const) {
    const page = await story.as(who);
    await openTask(page, '技术合同');
    await follow(page, story.project);
    if (who === 'seller') await signOnceNoticeEnded(page);
    else await signNow(page);
    await said(page, '已签署。');
  }
  const buyer = await story.as('buyer');
  await openTask(buyer, '技术合同');
  await follow(buyer, story.project);
  await said(buyer, '已生效');
  await story.picture(buyer, 'story-09-contract');
}

/** 15 days of notice, from the day after it was posted (促进科技成果转化法实施若干规定 asks for 15 days). */
async function passNotice(story: ClickedStory): Promise<void> {
  const admin = await story.as('systemAdmin');
  await openTask(admin, '演示时钟');
  await admin.getByLabel('向前几天').fill('16');
  await press(admin, '拨动');
  await said(admin, '已拨动。');
  await story.picture(admin, 'story-08-clock');
  await story.forget();
}

async function signNow(page: Page): Promise<void> {
  await press(page, '签署合同');
  await send(page, '签署合同');
}

/** The worker ends the notice a moment after the clock was moved. */
async function signOnceNoticeEnded(page: Page): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await press(page, '签署合同');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '签署合同', exact: true }).click();
    const refused = dialog.getByRole('alert');
    await Promise.race([dialog.waitFor({ state: 'hidden' }), refused.waitFor()]);
    if (!(await dialog.isVisible())) return;
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
  }
  throw new Error('the notice never ended');
}

/** 8. The first instalment arrives; the agency's commission falls due with it. */
export async function receive(story: ClickedStory): Promise<void> {
  const seller = await story.as('seller');
  await openTask(seller, '技术合同');
  await follow(seller, story.project);
  await follow(seller, '到账');
  await press(seller, '记一笔到账');
  const dialog = seller.getByRole('dialog');
  await dialog.getByLabel('到账日').fill(story.day(16));
  await dialog.getByLabel('金额（元）').fill('7000000');
  await choose(dialog, '款项', '分期款');
  await dialog.getByLabel('凭证号').fill('HD-0001');
  await dialog.getByLabel('凭证说明').fill('银行回单（示例）');
  await send(seller, '记一笔到账');
  await said(seller, '7,000,000 元');
  await story.picture(seller, 'story-10-receipt');
  const broker = await story.as('broker');
  await openTask(broker, '佣金对账');
  await shows(broker, story.project);
  await story.picture(broker, 'story-10-commission');
}

/** 9. The seller checks before filing: what is wrong is told first, and mended. */
export async function file(story: ClickedStory): Promise<void> {
  const seller = await story.as('seller');
  await openTask(seller, '技术合同');
  await follow(seller, story.project);
  await follow(seller, '申请认定登记');
  await said(seller, '没有妨碍登记的问题');
  await press(seller, '提交申请');
  await said(seller.getByRole('alert'), '有内容需要改正');
  await story.picture(seller, 'story-11-fix-before-file');
  await choose(seller, '实施地县区', '环县');
  await seller.getByLabel('实施地点').fill('环县曲子镇示范基地');
  await seller.getByLabel('落地证明').fill('实施方案第三条：在环县曲子镇实施');
  await press(seller, '提交申请');
  await said(seller, '已提交，待受理');
  story.left.set('registration', new URL(seller.url()).pathname);
}

async function atDesk(story: ClickedStory, who: 'registrar' | 'reviewer'): Promise<Page> {
  const page = await story.as(who);
  await openTask(page, '合同认定登记');
  await follow(page, story.project);
  await page.getByRole('heading', { level: 1, name: story.project }).waitFor();
  return page;
}

const state = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

/** 10. The registrar accepts, takes the case, and asks for a supplement; the seller sees only what is wrong, and mends it. */
export async function supplement(story: ClickedStory): Promise<void> {
  const desk = await atDesk(story, 'registrar');
  await press(desk, '受理');
  await desk.locator('form').getByRole('button', { name: '受理', exact: true }).click();
  await state(desk, '已受理，待审查');
  await desk.locator('form').getByRole('button', { name: '领取审查', exact: true }).click();
  await state(desk, '审查中');
  await press(desk, '要求补正');
  await desk.getByLabel('缺什么、哪里不对').fill('没有技术秘密清单');
  await desk.getByLabel('怎样改').fill('补充技术秘密清单');
  await desk.locator('form').getByRole('button', { name: '要求补正', exact: true }).click();
  await send(desk, '要求补正');
  await state(desk, '待补正');
  await story.picture(desk, 'story-12-desk');
  const seller = await story.as('seller');
  await openTask(seller, '认定登记');
  await follow(seller, story.project);
  await said(seller, '没有技术秘密清单——请补充技术秘密清单');
  await story.picture(seller, 'story-13-supplement');
  await seller.getByLabel('补正说明').fill('已补充技术秘密清单一份。');
  await seller.getByLabel('补正材料').fill('技术秘密清单（示例）');
  await press(seller, '提交补正');
  await said(seller, '补正已提交，期限重新起算。');
}

/** 11. Determined by one officer, reviewed by another: the number is given and the certificate signed. */
export async function determine(story: ClickedStory): Promise<void> {
  const desk = await atDesk(story, 'registrar');
  if (await desk.getByRole('button', { name: '领取审查' }).first().isVisible())
    await desk.locator('form').getByRole('button', { name: '领取审查', exact: true }).click();
  await state(desk, '审查中');
  await press(desk, '认定');
  await press(desk, '填入核定技术交易额');
  await desk.getByLabel('已核实在示范区落地').check();
  await story.picture(desk, 'story-14-determination');
  await desk.locator('form').getByRole('button', { name: '认定', exact: true }).click();
  await send(desk, '认定');
  await state(desk, '待复核');
  const second = await atDesk(story, 'reviewer');
  await press(second, '复核');
  await second.getByRole('radio', { name: '同意' }).check();
  await second.locator('form').getByRole('button', { name: '复核', exact: true }).click();
  await send(second, '复核');
  await second.getByRole('heading', { name: '登记证明' }).waitFor();
  story.left.set('number', await factOf(second, '登记编号'));
  story.left.set('code', await factOf(second, '核验码'));
  await story.picture(second, 'story-15-registered');
}
