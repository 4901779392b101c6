import type { Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser } from '../support/browser.js';

/** The portal is kept up by clicking: a visitor finds a mistake, the bureau answers, columns tell when they grow stale. */
withBrowser('在网页上找错、答复、看栏目更新', () => {
  let browsed: BrowsedMarket;
  let visitor: Page;
  let reviewer: Page;
  let number: string;

  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    visitor = await browsed.visitor();
    const account = await browsed.account({ roles: ['reviewer'], kind: 'cityBureau', name: '示例科技局' });
    reviewer = await browsed.signedIn(account);
  });
  afterAll(() => browsed.close());

  it('takes a mistake from the page where it was found, without asking who', async () => {
    await visitor.goto('/zones');
    await visitor.getByRole('contentinfo').getByRole('link', { name: '我要找错' }).click();
    expect(await visitor.getByLabel('所在页面').inputValue()).toBe('/zones');
    await visitor.getByRole('button', { name: /提\s?交/ }).click();
    await visitor.getByRole('link', { name: '请填写：差错种类。' }).waitFor();
    await visitor.getByLabel('差错种类').click();
    await visitor.getByTitle('内容有误', { exact: true }).click();
    await visitor.getByLabel('差错说明').fill('核心区乡镇与建设方案不一致。');
    await visitor.getByRole('button', { name: /提\s?交/ }).click();
    await visitor.getByText('已收到').waitFor();
    number = await visitor.locator('strong.figure').innerText();
    expect(number).toMatch(/^ZC-/);
    await visitor.getByText('2026-12-14').waitFor();
    await picture(visitor, 'mistake-received');
    expect(await accessibilityFaults(visitor)).toEqual([]);
  });

  it('is answered from the queue, with days counted by the market’s clock', async () => {
    await reviewer.getByRole('link', { name: '找错办理' }).click();
    await reviewer.getByText(number).first().waitFor();
    await reviewer.getByText('还有 21 天').waitFor();
    await reviewer.getByRole('button', { name: /^开始核实/ }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: '开始核实' }).click();
    await reviewer.getByText('核实中').waitFor();
    await reviewer.getByRole('button', { name: /^答\s?复/ }).click();
    const dialog = reviewer.getByRole('dialog').filter({ hasText: '经核实无误' });
    await dialog.getByLabel('已改正').check();
    await dialog.getByLabel('答复（凭编号可见）').fill('已按建设方案改正，感谢指出。');
    await dialog.getByRole('button', { name: /答\s?复/ }).click();
    await reviewer.getByText('没有等候答复的找错。').waitFor();
    await visitor.getByRole('link', { name: '查看答复' }).click();
    await visitor.getByText('已按建设方案改正，感谢指出。').waitFor();
    await picture(visitor, 'mistake-answered');
  });

  it('shows which columns grow stale or are empty', async () => {
    await reviewer.goto('/workbench/freshness');
    await reviewer.getByText('现在检查，以下各项即单项否决').waitFor();
    await reviewer
      .getByRole('row', { name: /技术需求/ })
      .getByText('空白栏目')
      .waitFor();
    await picture(reviewer, 'freshness');
    expect(await accessibilityFaults(reviewer)).toEqual([]);
  });

  it('lists an objection however many notices came after it', async () => {
    const unit = await browsed.market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const notice = async (title: string): Promise<string> => {
      const id = uuid();
      await browsed.market.database.owner.query(
        `INSERT INTO public_notice (id, organization_id, subject_kind, subject_id, state, title, items, objection_procedure,
           posted_on, days, last_day, provisional, created_at, updated_at)
         VALUES ($1, $2, 'listing', $3, 'suspended', $4, '[]', '登录提出', '2026-11-20', 15, '2026-12-05', false, now(), now())`,
        [id, unit.identity.organizationId, uuid(), title],
      );
      return id;
    };
    const oldest = await notice('最早的公示');
    for (let serial = 0; serial < 101; serial += 1) await notice(`后来的公示 ${serial}`);
    await browsed.market.database.owner.query(
      `INSERT INTO objection (id, notice_id, person_id, organization_id, state, reason, created_at)
       VALUES ($1, $2, $3, $4, 'open', '权属未达成一致。', now())`,
      [uuid(), oldest, unit.identity.personId, unit.identity.organizationId],
    );
    await reviewer.goto('/workbench/objections');
    await reviewer.getByRole('link', { name: '最早的公示' }).waitFor();
    await reviewer.getByRole('button', { name: /^处\s?理/ }).waitFor();
    expect(browsed.complaints).toEqual([]);
  });

  it('counts the days of a notice by the market’s day, not by the computer’s', async () => {
    await visitor.goto('/public-notices');
    await visitor.getByText('最早的公示').or(visitor.getByText('后来的公示 100')).first().waitFor();
    const asked = visitor.waitForResponse((answer) => answer.url().endsWith('/v1/business-date'));
    await visitor.reload();
    expect(((await (await asked).json()) as { today: string }).today).toBe('2026-11-23');
  });
});
