import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';

/** A challenge is called, bid for under seal in the browser, opened by the kept file and scored blind. */
withBrowser('在网页上征集难题、密封应征、揭示和评分', () => {
  let browsed: BrowsedMarket;
  let company: Account;
  let team: Account;
  let judge: Account;
  let id: string;
  let opening: string;
  const plan = '固体防蜡剂与井下磁防蜡器组合，先在五口井试验三个月，再推广。';
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option).click();
  };
  const confirm = async (page: Page, name: string | RegExp) => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  beforeAll(async () => {
    browsed = await BrowsedMarket.open({ now: '2026-11-23T02:00:00Z' });
    company = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例采油有限公司' });
    team = await browsed.account({ roles: ['researchUnit'], kind: 'institute', name: '示例研究所' });
    judge = await browsed.account({ roles: ['researchUnit'], kind: 'university', name: '示例大学' });
  });
  afterAll(() => browsed.close());

  it('drafts the call with criteria, rights and prizes, and publishes it', async () => {
    const page = await browsed.signedIn(company);
    await page.getByRole('link', { name: '技术难题竞标' }).click();
    await page.getByRole('link', { name: '起草征集' }).click();
    await page.getByLabel('难题名称').fill('油井清防蜡周期延长一倍');
    await page.getByLabel('公开简介').fill('六十口油井结蜡严重，检泵周期 180 天，征集能延长到 360 天以上的技术。');
    await page.getByLabel('详细资料（接受').fill('保密资料：井深 2100 米，含水 85%。');
    await choose(page, '县区', '庆城县');
    await choose(page, '成果归属', '归应征方');
    await choose(page, '征集方的实施权', '征集方可以免费实施');
    await choose(page, '技术秘密的使用与转让', '双方');
    await page.getByLabel('说明').fill('揭榜方申请专利，征集方在本企业内免费实施。');
    await page.getByLabel('详细资料的保密月数').fill('24');
    await page.getByLabel('名称', { exact: true }).fill('技术可行性');
    await page.getByLabel('权重').fill('100');
    await page.getByLabel('第 1 名的奖金').fill('100000');
    await page.getByLabel('提问截止').fill('2026-12-02T10:00');
    await page.getByLabel('提交承诺截止').fill('2026-12-04T10:00');
    await page.getByLabel('揭示截止').fill('2026-12-07T10:00');
    await page.getByLabel('评审截止日').fill('2026-12-20');
    await picture(page, 'challenge-draft');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('link', { name: '修改草稿' }).waitFor();
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await confirm(page, '发布征集');
    await page.getByText('征集中', { exact: true }).waitFor();
    await picture(page, 'challenge-room');
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 180_000);

  it('seals a bid in the browser: the plan is never sent, the opening is a file', async () => {
    const page = await browsed.signedIn(team);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.goto(`/challenges/${id}`);
    await page.getByRole('link', { name: '应征' }).click();
    await confirm(page, '接受条款，查看详细资料');
    await page.getByText('保密资料：井深 2100 米').waitFor();
    await page.getByRole('button', { name: '编写方案并密封' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('方案', { exact: true }).fill(plan);
    await dialog.getByLabel('报价').fill('380000.00');
    await dialog.getByLabel('工期').fill('12');
    await dialog.getByLabel('团队').fill('采油工艺组五人');
    await dialog.getByRole('button', { name: '密封', exact: true }).click();
    await dialog.getByText('密封承诺').waitFor();
    await picture(page, 'challenge-sealed');
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '下载启封文件' }).click();
    opening = readFileSync(await (await coming).path(), 'utf8');
    expect(JSON.parse(opening)).toMatchObject({ challengeId: id, content: { plan, priceYuan: '380000.00' } });
    await dialog.getByLabel('我已保存启封文件').check();
    await dialog.getByRole('button', { name: '提交承诺' }).click();
    await page.getByText('已提交承诺').first().waitFor();
    expect(sent.join('\n')).not.toContain('防蜡剂');
    const stored = await page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])');
    expect(stored).not.toContain('防蜡剂');
  }, 180_000);

  it('refuses a changed opening before it is sent, and opens by the kept one', async () => {
    browsed.market.clock.moveTo(new Date('2026-12-04T02:00:01Z'));
    const page = await browsed.signedIn(team);
    await page.goto(`/workbench/challenges/${id}/bid`);
    await page.getByRole('button', { name: '揭示方案' }).click();
    const dialog = page.getByRole('dialog');
    const file = (text: string) => ({ name: 'opening.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await dialog.getByLabel('启封文件').setInputFiles(file(opening.replace('380000.00', '370000.00')));
    await dialog.getByRole('button', { name: '揭示方案' }).click();
    await dialog.getByText('启封文件与提交的承诺不一致').first().waitFor();
    await dialog.getByLabel('启封文件').setInputFiles(file(opening));
    await dialog.getByRole('button', { name: '揭示方案' }).click();
    await page.getByText('已揭示', { exact: true }).waitFor();
    await page.getByText(plan).waitFor();
    await picture(page, 'challenge-revealed');
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 180_000);

  it('appoints a judge by the number he reads, who scores without a name, once', async () => {
    browsed.market.clock.moveTo(new Date('2026-12-07T02:00:01Z'));
    const page = await browsed.signedIn(judge);
    await page.goto('/workbench/challenges');
    const number = await page.getByText(/^[0-9a-f]{8}-[0-9a-f-]{27}$/).textContent();
    const room = await browsed.signedIn(company);
    await room.goto(`/workbench/challenges/${id}`);
    const appoint = room.getByRole('button', { name: '指定评审人员' });
    for (let tries = 0; tries < 40 && !(await appoint.isVisible()); tries += 1) {
      await room.waitForTimeout(1_000); // the worker ends the reveal by its schedule
      await room.reload();
      await room.getByText('评审截止日').waitFor();
    }
    await appoint.click();
    await room.getByLabel('评审人员编号').fill(number ?? '');
    await room.getByRole('dialog').getByRole('button', { name: '指定评审人员' }).click();
    await room.getByText('1 人').waitFor();
    await picture(room, 'challenge-panel');
    await page.goto(`/workbench/challenges/${id}/judging`);
    await page.getByText(plan).waitFor();
    expect(await page.content()).not.toContain('示例研究所');
    await page.getByRole('button', { name: /^评分/ }).click();
    await page.getByLabel('技术可行性').fill('86');
    await page.getByRole('dialog').getByRole('button', { name: /^评分/ }).click();
    await page.getByText('加权得分').waitFor();
    await picture(page, 'challenge-sheet');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(browsed.complaints).toEqual([]);
  }, 180_000);
});
