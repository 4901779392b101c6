import type { Download, Page } from 'playwright-core';
import type { ClickedStory } from './clicked-deal.js';
import { factOf, follow, openTask, press, said, shows } from './clicks.js';

/** 12. The seller takes the certificate home; a stranger without an account finds it valid, and the progress by its number. */
export async function certify(story: ClickedStory, stranger: Page): Promise<Download> {
  const seller = await story.as('seller');
  await openTask(seller, '认定登记');
  await follow(seller, story.project);
  const receipt = await factOf(seller, '平台编号');
  const [pdf] = await Promise.all([seller.waitForEvent('download'), press(seller, '下载登记证明（PDF）')]);
  await stranger.goto('/');
  await follow(stranger, '登记证明查验');
  await stranger.getByLabel('核验码').fill(story.left.get('code')!);
  await press(stranger, '查验');
  const result = stranger.getByRole('status').filter({ hasText: story.left.get('number')! });
  await result.getByText('有效', { exact: true }).waitFor();
  await story.picture(stranger, 'story-16-public-check');
  await follow(stranger, '凭编号查进度');
  await stranger.getByLabel('编号', { exact: true }).fill(receipt);
  await press(stranger, '查询');
  await said(stranger, '已办结，可凭证明上的核验码查验。');
  return pdf;
}

/** 13. The broker sees what the registration earned him: 1‰ of 10,500,000, with its threshold and cap. */
export async function accrue(story: ClickedStory): Promise<void> {
  const broker = await story.as('broker');
  await openTask(broker, '奖补计提');
  await shows(broker, '10,500 元');
  await story.picture(broker, 'story-17-accruals');
  await broker.getByRole('table').getByRole('link').first().click();
  await said(broker, '10,500,000 元');
  await story.picture(broker, 'story-18-accrual');
}

/** 14. It stands in the register and in the quarter's figures. */
export async function report(story: ClickedStory): Promise<void> {
  const desk = await story.as('registrar');
  await openTask(desk, '技术合同统计');
  await desk.getByLabel('统计期').selectOption(story.quarter);
  await shows(desk, '技术转让');
  await story.picture(desk, 'story-19-statistics');
  await desk.getByRole('link', { name: /打开“技术转让”的清单/ }).click();
  await said(desk, story.left.get('number')!);
  await story.picture(desk, 'story-20-register');
}

/** 15. The auditor verifies the chain that all of it has left. */
export async function audit(story: ClickedStory): Promise<void> {
  const auditor = await story.as('auditor');
  await openTask(auditor, '审计');
  await press(auditor, '开始核验');
  await said(auditor, /^核验通过：\d+ 条记录/);
  await story.picture(auditor, 'story-21-audit');
}
