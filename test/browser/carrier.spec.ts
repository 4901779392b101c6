import type { Page } from 'playwright-core';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';

/** A carrier, its tenant, a bank and the bureau by clicking: titles, incubation, space, mentors, competitions, finance. */
withBrowser('在网页上办理载体、孵化、大赛和科技金融', () => {
  let browsed: BrowsedMarket;
  let carrier: Page;
  let company: Page;
  let bank: Page;
  let officers: Page[];
  let carrierAccount: Account;

  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    carrierAccount = await browsed.account({ roles: ['incubatorManager'], kind: 'incubator', name: '示例孵化器' });
    carrier = await browsed.signedIn(carrierAccount);
    company = await browsed.signedIn(
      await browsed.account({ roles: ['enterprise'], kind: 'enterprise', name: '示例草业公司' }),
    );
    bank = await browsed.signedIn(await browsed.account({ roles: ['financeManager'], kind: 'bank', name: '示例银行' }));
    const bureau = await browsed.account({ roles: ['reviewer'], kind: 'cityBureau', name: '示例科技局' });
    const { organizationId } = bureau;
    const colleague = { roles: ['reviewer'] as const, kind: 'cityBureau', name: '示例科技局', organizationId };
    officers = [await browsed.signedIn(bureau), await browsed.signedIn(await browsed.account(colleague))];
  }, 120_000);
  afterAll(() => browsed.close());

  /** antd parts two Chinese characters on a button. */
  const named = (text: string): RegExp => new RegExp(`^${[...text].join('\\s?')}`);
  const press = (page: Page, text: string) =>
    page
      .getByRole('button', { name: named(text) })
      .first()
      .click();
  const confirm = (page: Page, text: string) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: named(text) })
      .click();
  const act = async (page: Page, text: string) => {
    await press(page, text);
    await confirm(page, text);
  };
  const choose = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label, { exact: true }).check();
  /** A label that may be left out is followed by a word that says so. */
  const labelled = (page: Page, label: string) => page.getByRole('dialog').getByLabel(new RegExp(`^${label}`));
  const fill = (page: Page, label: string, text: string) => labelled(page, label).fill(text);
  const pick = async (page: Page, label: string, option: string) => {
    await labelled(page, label).click();
    await page.getByTitle(option, { exact: true }).last().click();
  };

  it('applies for a title, examined by one officer and decided by another', async () => {
    await carrier.getByRole('link', { name: '载体称号与年度考核' }).click();
    await press(carrier, '申请认定');
    await pick(carrier, '称号', '众创空间');
    await pick(carrier, '级别', '市级');
    await fill(carrier, '载体名称', '陇东装备制造众创空间');
    await pick(carrier, '县区', '西峰区');
    await fill(carrier, '情况说明', '场地 1200 平方米，服务团队 8 人，围绕装备制造提供中试与检测。');
    await fill(carrier, '可自主支配场地面积（平方米）', '1200');
    await confirm(carrier, '申请认定');
    await carrier.getByRole('heading', { level: 1, name: '陇东装备制造众创空间' }).waitFor();
    await carrier.getByText('未填报').first().waitFor();
    await picture(carrier, 'carrier-title');
    expect(await accessibilityFaults(carrier)).toEqual([]);
    const [first, second] = officers as [Page, Page];
    await first.getByRole('link', { name: '载体认定办理' }).click();
    await first.getByRole('link', { name: '陇东装备制造众创空间' }).click();
    await press(first, '审查');
    await choose(first, '通过');
    await fill(first, '理由', '材料齐全，符合条件。');
    await confirm(first, '审查');
    await first.getByText('已审查；由另一人决定。').waitFor();
    await second.goto(first.url());
    await press(second, '决定');
    await choose(second, '公示');
    await fill(second, '理由', '同意公示。');
    await confirm(second, '决定');
    await second.getByRole('link', { name: '查看公示' }).waitFor();
  }, 60_000);

  it('takes in a tenant, who reaches a milestone and graduates', async () => {
    await company.goto(`/carriers/${carrierAccount.organizationId}`);
    await browsed.market.database.owner.query(
      `UPDATE carrier_title SET state = 'recognized', recognized_on = '2026-11-23', valid_until = '2029-11-22'`,
    );
    await company.reload();
    await press(company, '申请入驻');
    await fill(company, '入驻计划', '开发苹果采后分级设备，三年内形成两个产品型号。');
    await fill(company, '企业成立日', '2025-06-01');
    await choose(company, '主要从事新技术、新产品的研发、生产和服务');
    await choose(company, '注册地和主要研发、办公场所在载体场地内');
    await confirm(company, '申请入驻');
    await company.getByText('已申请，等载体办理。').waitFor();
    await carrier.goto('/workbench/tenancies');
    await carrier.getByRole('link', { name: /^打开/ }).click();
    await press(carrier, '办理');
    await choose(carrier, '准予入驻');
    await fill(carrier, '约定的截止日', '2029-12-31');
    await fill(carrier, '理由', '符合入驻条件。');
    await confirm(carrier, '办理');
    await carrier.getByText('在孵', { exact: true }).waitFor();
    await press(carrier, '登记里程碑');
    await pick(carrier, '种类', '产品');
    await fill(carrier, '达到日', '2026-11-23');
    await fill(carrier, '说明与证明材料', '首台样机通过检测。');
    await confirm(carrier, '登记里程碑');
    await carrier.getByText('首台样机通过检测。').waitFor();
    await press(carrier, '登记支持');
    await pick(carrier, '种类', '资助');
    await fill(carrier, '金额（元；没有的不填）', '20000');
    await fill(carrier, '提供日', '2026-11-23');
    await fill(carrier, '说明', '首年房租补助。');
    await confirm(carrier, '登记支持');
    await carrier.getByText('20,000 元').waitFor();
    await picture(carrier, 'tenancy');
    expect(await accessibilityFaults(carrier)).toEqual([]);
  }, 60_000);

  it('opens an instrument that the company books, and sees the booking', async () => {
    await carrier.goto('/workbench/facilities');
    await press(carrier, '登记空间或仪器');
    await pick(carrier, '种类', '仪器');
    await fill(carrier, '名称', '近红外饲料成分分析仪');
    await fill(carrier, '说明', '可测粗蛋白、粗纤维与水分。');
    await fill(carrier, '地点', '西峰区兰州路 12 号');
    await pick(carrier, '县区', '西峰区');
    await confirm(carrier, '登记空间或仪器');
    await carrier.getByRole('heading', { level: 1, name: '近红外饲料成分分析仪' }).waitFor();
    await act(carrier, '开放预约');
    await carrier.getByText('已开放。').waitFor();
    await company.goto('/facilities');
    await company.getByRole('link', { name: '近红外饲料成分分析仪' }).click();
    await press(company, '预约');
    await fill(company, '开始（北京时间）', '2026-11-24T09:00');
    await fill(company, '结束（北京时间）', '2026-11-24T11:00');
    await fill(company, '用途', '测定苜蓿青贮样品 12 个。');
    await confirm(company, '预约');
    await company.getByText('2026-11-24 09:00').waitFor();
    await picture(company, 'facility');
    expect(await accessibilityFaults(company)).toEqual([]);
    await company.getByRole('link', { name: '我的预约' }).click();
    await company.getByText('已确认').waitFor();
    await press(company, '取消预约');
    await fill(company, '理由', '样品未到。');
    await confirm(company, '取消预约');
    await company.getByText('已取消', { exact: true }).waitFor();
  }, 60_000);

  it('meets a mentor who opened an hour', async () => {
    await carrier.goto('/workbench/mentoring');
    await press(carrier, '担任导师');
    await fill(carrier, '公开的姓名', '示例导师');
    await fill(carrier, '介绍', '从事饲草加工二十年。');
    await fill(carrier, '专长（用顿号分开）', '饲草加工、设备');
    await choose(carrier, '同意公开以上内容并接受在孵企业预约');
    await confirm(carrier, '担任导师');
    await carrier.getByText('已担任导师。').waitFor();
    await press(carrier, '开放辅导时间');
    await fill(carrier, '开始（北京时间）', '2026-11-25T09:00');
    await fill(carrier, '结束（北京时间）', '2026-11-25T10:00');
    await fill(carrier, '地点或方式', '线上会议');
    await confirm(carrier, '开放辅导时间');
    await carrier.getByText('已开放。').waitFor();
    await company.goto('/mentors');
    await company.getByRole('link', { name: '示例导师' }).click();
    await press(company, '预约');
    await fill(company, '议题', '代乳料中试放大的成本控制。');
    await choose(company, '已知悉与导师的利害关系');
    await confirm(company, '预约');
    await company.getByText('已预约。').waitFor();
    await company.goto('/workbench/mentoring');
    await company.getByRole('cell', { name: '代乳料中试放大的成本控制。', exact: true }).waitFor();
    await picture(company, 'mentoring');
    expect(await accessibilityFaults(company)).toEqual([]);
  }, 60_000);

  it('drafts a competition, opens it, takes an entry and checks it', async () => {
    await carrier.goto('/workbench/competitions');
    await press(carrier, '起草大赛');
    await fill(carrier, '名称', '2026 年示例创新创业大赛');
    await carrier.getByRole('dialog').locator('#description').fill('面向科技型企业和创业团队的比赛。');
    await fill(carrier, '报名截止', '2026-11-30');
    await fill(carrier, '赛道（用顿号分开）', '现代农业');
    await fill(carrier, '评分标准', '创新性');
    await fill(carrier, '奖项', '一等奖');
    await fill(carrier, '奖励说明（平台只作记录）', '证书');
    await confirm(carrier, '起草大赛');
    await carrier.getByRole('heading', { level: 1, name: '2026 年示例创新创业大赛' }).waitFor();
    await act(carrier, '公布规则并开始报名');
    await carrier.getByRole('link', { name: '看公开页面' }).waitFor();
    await company.goto('/competitions');
    await company.getByRole('link', { name: '2026 年示例创新创业大赛' }).click();
    await press(company, '报名参赛');
    await pick(company, '赛道', '现代农业');
    await fill(company, '作品名称（不写单位名称）', '羔羊早期断奶代乳料');
    await fill(company, '作品简介（不写单位名称）', '以本地苜蓿为原料的羔羊代乳料，死亡率由 12% 降到 4%。');
    await choose(company, '同意按公布的规则参赛、匿名评审，并在获奖时公示名称');
    await confirm(company, '报名参赛');
    await company.getByText('已报名，等组织单位审核。').waitFor();
    await carrier.reload();
    await press(carrier, '审核资格');
    await choose(carrier, '通过');
    await fill(carrier, '理由', '符合条件。');
    await confirm(carrier, '审核资格');
    await carrier.getByText('通过审核').waitFor();
    await picture(carrier, 'competition-manage');
    await company.goto('/workbench/competitions');
    await company.getByRole('link', { name: '羔羊早期断奶代乳料' }).click();
    await company.getByText('结果排定后').waitFor();
    expect(await accessibilityFaults(company)).toEqual([]);
  }, 60_000);

  it('finds finance by hard conditions, applies, shows papers by consent and takes them back', async () => {
    await bank.getByRole('link', { name: '本机构的金融产品' }).click();
    await press(bank, '登记金融产品');
    await pick(bank, '种类', '科技信贷');
    await fill(bank, '产品名称', '科技信用贷');
    await fill(bank, '说明', '面向庆阳市科技型企业。');
    await fill(bank, '利率或费率（文字，仅供参考）', 'LPR+50 个基点');
    await fill(bank, '最低金额（元）', '100000');
    await fill(bank, '最高金额（元）', '5000000');
    await fill(bank, '最长期限（月）', '36');
    await choose(bank, '限庆阳市企业');
    await confirm(bank, '登记金融产品');
    await bank.getByRole('heading', { level: 1, name: '科技信用贷' }).waitFor();
    await act(bank, '发布');
    await bank.getByText('办理中').waitFor();
    await company.goto('/workbench/finance-needs');
    await press(company, '登记融资需求');
    await fill(company, '所求金额（元）', '1000000');
    await fill(company, '期限（月）', '24');
    await fill(company, '用途', '采购中试生产线。');
    await confirm(company, '登记融资需求');
    await company.getByText('符合全部硬性条件').waitFor();
    await picture(company, 'finance-need');
    await act(company, '申请这个产品');
    await company.getByText('企业没有授权查阅资料。').waitFor();
    await press(company, '授权查阅资料');
    await fill(company, '授权说明', '同意贵行为审查本次申请查阅所列资料。');
    await confirm(company, '授权查阅资料');
    await company.getByText('contracts.json').waitFor();
    await bank.goto('/workbench/finance-applications');
    await bank.getByRole('link', { name: '采购中试生产线。' }).click();
    await act(bank, '查阅资料（留有记录）');
    await bank.getByText('contracts.json').waitFor();
    await press(bank, '办理');
    await choose(bank, '受理审查');
    await fill(bank, '理由', '材料齐全。');
    await confirm(bank, '办理');
    await bank.getByText('审查中').waitFor();
    await company.reload();
    await company.getByRole('region', { name: '查阅记录' }).getByText('示例银行').waitFor();
    await picture(company, 'finance-application');
    expect(await accessibilityFaults(company)).toEqual([]);
    await press(company, '撤回授权');
    await fill(company, '理由', '改用其他渠道。');
    await confirm(company, '撤回授权');
    await company.getByText('已撤回').first().waitFor();
    expect(browsed.complaints).toEqual([]);
  }, 60_000);
});
