import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';

/** The bureau's other work by clicking: people, audit, policies, reviews, imports. */
withBrowser('在网页上办理奖补、政策、审计、单位和导入', () => {
  let browsed: BrowsedMarket;
  let officer: Account;
  beforeAll(async () => {
    browsed = await BrowsedMarket.open({ now: '2027-02-01T02:00:00Z' });
    officer = await browsed.account({ roles: ['rewardOfficer'], kind: 'cityBureau', name: '示例科技局' });
  });
  afterAll(() => browsed.close());
  const staff = async (role: 'auditor' | 'registrar' | 'rewardOfficer'): Promise<Page> =>
    browsed.signedIn(
      await browsed.account({
        ...{ roles: [role], kind: 'cityBureau', name: '示例科技局', organizationId: officer.organizationId },
      }),
    );
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

  it('verifies an organization that signed up', async () => {
    await browsed.market.anonymous
      .post('/v1/organizations', {
        ...{ kind: 'enterprise', name: '庆阳示例草业公司', creditCode: '91621000MA0000000X', countyCode: '621022' },
        creditCodeOverride: '示例：营业执照原件所载，市场监管局发证',
        ...{ account: 'grass.admin', password: 'kettle orbit mango fence', displayName: '草业负责人' },
      })
      .expect(201);
    const page = await staff('registrar');
    await page.getByRole('link', { name: '单位核验' }).click();
    await page.getByRole('link', { name: '庆阳示例草业公司' }).click();
    await page.getByText('待核验：登记员').waitFor();
    await press(page, '通过核验');
    await page.getByRole('dialog').getByRole('button', { name: '通过核验' }).click();
    await page.getByText('已通过核验。').waitFor();
    await picture(page, 'bureau-organization');
  });

  it('drafts a policy, sees what changes, tries it, and leaves publishing to another officer', async () => {
    const page = await browsed.signedIn(officer);
    await page.getByRole('link', { name: '奖补政策版本' }).click();
    await page.getByRole('link', { name: '起草新版本' }).click();
    await page.getByLabel('名称').fill('服务机构奖补（试行）');
    await page.getByLabel('技术转移服务机构').check();
    await page.getByLabel('比例（万分之几）').fill('20');
    await page.getByLabel('起计额').fill('5000000');
    await page.getByLabel('每受益人每年度上限').fill('300000');
    await page.getByLabel('评审名次').fill('3');
    await page.getByLabel('文件原文').fill('按促成技术交易合同额的2‰给予一次性奖励，最高不超过30万元');
    await page.getByLabel('来源').fill('测试文件');
    await page.getByLabel('计算口径').fill('按机构、按登记日期所属年度合计核定技术交易额。');
    await page.getByLabel('施行日').fill('2028-01-01');
    await page.getByLabel('修订理由').fill('提高对服务机构的支持');
    await press(page, '保存草稿');
    await page.getByText('改动：比例').waitFor();
    await press(page, '试算一个年度');
    await page.getByRole('dialog').getByLabel('年度').fill('2026');
    await page.getByRole('dialog').getByRole('button', { name: '试算一个年度' }).click();
    await page.getByText('这是您起草的版本：须由另一名奖补人员发布。').waitFor();
    await picture(page, 'bureau-policy');
    const other = await staff('rewardOfficer');
    await other.goto(page.url());
    await press(other, /^发\s?布$/);
    await other.getByRole('dialog').getByLabel('理由').fill('经局务会审定');
    await other
      .getByRole('dialog')
      .getByRole('button', { name: /^发\s?布$/ })
      .click();
    await other.getByText('已发布，施行日起生效。').waitFor();
  });

  it('opens a review and says of every step whether it can be done, by whom, and why not', async () => {
    const page = await browsed.signedIn(officer);
    await page.getByRole('link', { name: '奖补年度评审' }).click();
    await press(page, '开立评审');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('项目').click();
    await page.getByTitle('承接企业奖补').click();
    await dialog.getByLabel('年度').fill('2026');
    await dialog.getByLabel('申报截止日').fill('2027-03-31');
    await dialog.getByRole('button', { name: '开立评审' }).click();
    await page.getByText('现在不能办理：这一步在“专家评分”时办理，现在是“接受申报”。').first().waitFor();
    await press(page, '冻结名单，进入评分');
    await page.getByRole('dialog').getByRole('button', { name: '冻结名单，进入评分' }).click();
    await page.getByText('另一名奖补人员：开立或排名的人不能批准同一次评审').waitFor();
    await press(page, /^排\s?名$/);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^排\s?名$/ })
      .click();
    await page.getByRole('button', { name: '公示拟奖名单' }).waitFor();
    await picture(page, 'bureau-review');
  });

  it('verifies the audit chain to its end, with progress and a verdict', async () => {
    const page = await staff('auditor');
    await page.getByRole('link', { name: '审计', exact: true }).click();
    await page.getByText('organization.verify').first().waitFor();
    await press(page, '开始核验');
    await page.getByText('核验通过').waitFor();
    await page.getByRole('progressbar', { name: '已核验的记录' }).waitFor();
    await picture(page, 'bureau-audit');
  });

  it('imports a file: dry run with progress, the wrong row as a table and a file', async () => {
    const file = join(tmpdir(), 'market-import.csv');
    writeFileSync(file, '编号,需求名称,描述\nX-1,羔羊断奶后腹泻多求办法,现在成活率 82% 希望到 92%\nX-2,,没有名称\n');
    const unit = await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例导入公司' });
    const page = await browsed.signedIn(unit);
    await page.getByRole('link', { name: '批量导入' }).click();
    await page.getByRole('heading', { level: 1, name: '批量导入' }).waitFor();
    await page.getByRole('radio', { name: '技术需求' }).check();
    const template = page.waitForEvent('download');
    await press(page, '下载 CSV 模板');
    expect((await template).suggestedFilename()).toBe('template-demands.csv');
    await press(page, '开始试运行');
    await page.getByText('请先选择文件。').waitFor();
    await page.getByLabel('选择文件，或把文件拖到这里').setInputFiles(file);
    await press(page, '开始试运行');
    await page.getByText('有 1 行需要改正。').waitFor();
    const errors = page.getByRole('table', { name: '有问题的行' });
    await errors.getByText('X-2').waitFor();
    const fixed = page.waitForEvent('download');
    await press(page, '下载有问题的行（CSV）');
    expect((await fixed).suggestedFilename()).toBe('errors.csv');
    await picture(page, 'bureau-import');
    const { rows } = await browsed.market.database.owner.query(`SELECT count(*)::int AS n FROM demand`);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('complains of nothing', () => expect(browsed.complaints).toEqual([]));
});
