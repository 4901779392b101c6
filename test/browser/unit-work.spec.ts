import type { Page } from 'playwright-core';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';
import { effectiveContract } from '../support/contracts.js';
import type { Caller } from '../support/caller.js';
import { publishedAchievement } from '../support/evaluations.js';

/** Readiness, rights, visits, events, the escrow record: what units do beside trading, by clicking. */
withBrowser('在网页上办理成熟度、知识产权、走访、对接会和托管台账', () => {
  let browsed: BrowsedMarket;
  let unit: Caller;
  let firm: Caller;
  let research: Account;
  let enterprise: Account;
  let achievementId: string;
  const limit = 180_000;
  const dialog = (page: Page) => page.getByRole('dialog');
  const choose = async (page: Page, label: string, option: string, within = dialog(page)) => {
    await within.getByLabel(label, { exact: true }).click();
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
      .getByTitle(option, { exact: true })
      .click();
  };
  const send = async (page: Page, name: string | RegExp) => {
    await dialog(page).getByRole('button', { name }).click();
    await dialog(page).waitFor({ state: 'hidden' });
  };
  const colleague = (
    roles: Parameters<BrowsedMarket['account']>[0]['roles'],
    kind: string,
    name: string,
    id?: string,
  ) => browsed.account({ roles, kind, name, ...(id !== undefined && { organizationId: id }) });

  beforeAll(async () => {
    browsed = await BrowsedMarket.open({ now: '2026-11-23T02:00:00Z' });
    unit = await browsed.market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    firm = await browsed.market.member({ roles: ['enterprise'] });
    research = await colleague(['researchUnit'], 'university', '示例大学', unit.identity.organizationId);
    enterprise = await colleague(['enterprise'], 'enterprise', '示例牧业有限公司', firm.identity.organizationId);
    achievementId = await publishedAchievement(unit);
  });
  afterAll(() => browsed.close());

  it(
    'claims a level with its evidence, has it decided by somebody else, and shows it to everybody with its decay',
    async () => {
      const page = await browsed.signedIn(research);
      await page.goto('/workbench/readiness-claims');
      await page.getByRole('button', { name: '申报成熟度' }).click();
      await dialog(page).getByLabel('成果', { exact: true }).click();
      await page.locator('.ant-select-item-option').first().click();
      await dialog(page).getByLabel('申报的等级').fill('1');
      await dialog(page).getByRole('button', { name: '申报成熟度' }).click();
      await page.getByRole('heading', { level: 1, name: '申报 TRL 1' }).waitFor();
      await page.getByRole('button', { name: '提交证据' }).click();
      await dialog(page).getByLabel('证据种类').click();
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .first()
        .click();
      await dialog(page).getByLabel('说明').fill('基本原理的论文，已公开发表。');
      await dialog(page).getByLabel('试验、检测或证书的日期').fill('2026-10-01');
      await picture(page, 'readiness-evidence');
      await send(page, '提交证据');
      await page.getByText('待审定', { exact: true }).waitFor();
      const desk = await browsed.signedIn(await colleague(['reviewer'], 'cityBureau', '示例市科技局'));
      await desk.goto(new URL(page.url()).pathname);
      await desk.getByRole('button', { name: '审定' }).click();
      await choose(desk, '决定', '认可');
      await dialog(desk).getByLabel('理由').fill('证据与等级相符。');
      await send(desk, '审定');
      await desk.getByText('已认可', { exact: true }).waitFor();
      const anybody = await browsed.visitor();
      await anybody.goto(`/achievements/${achievementId}`);
      await anybody.getByRole('link', { name: '成熟度证据和第三方评价' }).click();
      await anybody.getByText('现在有效的等级', { exact: true }).waitFor();
      await anybody.getByText('TRL 1').first().waitFor();
      await anybody.getByText('等级口径').first().waitFor();
      await picture(anybody, 'readiness-standing');
      expect(await accessibilityFaults(anybody)).toEqual([]);
    },
    limit,
  );

  it(
    'registers a software copyright, pledges it, and is told that it may not be assigned without the pledgee',
    async () => {
      const page = await browsed.signedIn(enterprise);
      await page.goto('/workbench/rights');
      await page.getByRole('button', { name: '登记知识产权' }).click();
      await choose(page, '种类', '软件著作权');
      await dialog(page).getByLabel('登记号').fill('2024SR0123456');
      await dialog(page).getByLabel('名称').fill('羊场环境监测软件');
      await choose(page, '状态', '已登记或已授权');
      await dialog(page).getByLabel('申请日').fill('2024-01-10');
      await dialog(page).getByLabel('登记或授权日').fill('2024-03-01');
      await dialog(page).getByLabel('软件著作权人').click();
      await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('单位').click();
      await dialog(page).getByRole('button', { name: '登记知识产权' }).click();
      await page.getByRole('heading', { level: 1, name: '羊场环境监测软件' }).waitFor();
      await page.getByRole('button', { name: '登记负担' }).click();
      await choose(page, '种类', '质押');
      await dialog(page).getByLabel('质权人、被许可人等的名称').fill('示例银行庆阳分行');
      await dialog(page).getByLabel('起始日').fill('2026-11-01');
      await dialog(page).getByLabel('截止日').fill('2027-10-31');
      await dialog(page).getByLabel('被担保的金额').fill('500000');
      await dialog(page).getByLabel('依据').fill('质押登记通知书（示例）');
      await send(page, '登记负担');
      await page.getByText('质押：示例银行庆阳分行').waitFor();
      await page.getByLabel('想作的处分').click();
      await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('转让').click();
      await page.getByRole('button', { name: '查询' }).click();
      await page.getByText(/现在不可以/).waitFor();
      await picture(page, 'right');
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    limit,
  );

  it(
    'keeps the escrow record of a milestone by two words: one states, the other confirms',
    async () => {
      const contractId = await effectiveContract(browsed.market.database, {
        seller: unit.identity,
        buyer: firm.identity,
      });
      const milestones = [{ title: '交付样机', deliverable: '样机一台', dueOn: '2027-03-01', amountYuan: '400000' }];
      const plan = await unit
        .post(`/v1/contracts/${contractId}/milestone-plans`, { milestones, withEscrow: true })
        .expect(201);
      await firm.post(`/v1/milestone-plans/${plan.body.id}/agreement`).expect(201);
      const buying = await browsed.signedIn(enterprise);
      await buying.goto(`/workbench/contracts/${contractId}`);
      await buying.getByRole('link', { name: '资金托管台账' }).click();
      await buying.getByRole('button', { name: /^申报/ }).click();
      await choose(buying, '事项', '托管');
      await dialog(buying).getByLabel('金额').fill('400000');
      await dialog(buying).getByLabel('凭证号').fill('2026-001');
      await dialog(buying).getByLabel('说明').fill('按约定托管');
      await send(buying, /^申报/);
      await buying.getByText('待对方确认').first().waitFor();
      const selling = await browsed.signedIn(research);
      await selling.goto(`/workbench/contracts/${contractId}/escrow`);
      await selling.getByRole('button', { name: /^确认/ }).click();
      await send(selling, /^确认/);
      await selling.getByText('已确认', { exact: true }).waitFor();
      await picture(selling, 'escrow');
      expect(await accessibilityFaults(selling)).toEqual([]);
      const registrar = await browsed.market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
      const issued = await registrar.post('/v1/trading-certificates', { contractId });
      const anybody = await browsed.visitor();
      await anybody.goto(`/trading-certificates/${issued.body.number ?? 'QYJZ-2026-999999'}`);
      await anybody
        .getByText(issued.status === 201 ? '有效' : '查验结果')
        .first()
        .waitFor();
      await picture(anybody, 'trading-certificate-check');
    },
    limit,
  );

  it(
    'turns what a visit found into the enterprise’s draft demand in one step',
    async () => {
      const officer = await browsed.signedIn(await colleague(['countyOfficer'], 'countyBureau', '示例县科技局'));
      await officer.goto('/workbench/visits');
      await officer.getByText('年度对接任务').waitFor();
      const id = '01997c00-0000-7000-8000-000000000001';
      const finding = { id: '01997c00-0000-7000-8000-000000000002', kind: 'technologyNeed', text: '羔羊断奶成活率低' };
      const sheet = {
        ...{ visitedOrganizationId: firm.identity.organizationId, visitedOn: '2026-11-20', visitors: '示例人员' },
        ...{ receivedBy: '示例经理', summary: '生产正常。', findings: [finding] },
      };
      const county = await browsed.market.member({ roles: ['countyOfficer'], organizationKind: 'countyBureau' });
      await county.put(`/v1/enterprise-visits/${id}`, sheet).expect(200);
      const own = await colleague(['countyOfficer'], 'countyBureau', '示例县科技局二', county.identity.organizationId);
      const page = await browsed.signedIn(own);
      await page.goto(`/workbench/visits/${id}`);
      await page.getByRole('button', { name: /^写成需求草稿/ }).click();
      await dialog(page).getByLabel('需求名称').fill('羔羊 35 日龄断奶成活率低');
      await choose(page, '县区', '环县');
      await send(page, /^写成需求草稿/);
      await page.getByText('已写成需求草稿', { exact: true }).waitFor();
      await picture(page, 'visit');
      await page.mouse.move(0, 0); // what the pointer rests on has the colours of hovering
      expect(await accessibilityFaults(page)).toEqual([]);
      const enterprisePage = await browsed.signedIn(enterprise);
      await enterprisePage.goto('/workbench/demands');
      await enterprisePage.getByText('羔羊 35 日龄断奶成活率低').waitFor();
      expect(browsed.complaints).toEqual([]);
    },
    limit,
  );

  it(
    'opens every other desk of these areas without a fault',
    async () => {
      const reward = await colleague(['rewardOfficer', 'reviewer', 'registrar'], 'cityBureau', '示例市科技局三');
      const desks: [Account, string[]][] = [
        [
          research,
          ['evaluations', 'pilot-projects', 'auctions', 'rights-held', 'licence-uptakes', 'events', 'event-meetings'],
        ],
        [enterprise, ['challenges/new', 'case-studies', 'purchase-reserves', 'trading-certificates', 'visits']],
        [reward, ['purchase-reserves', 'evaluations', 'auctions', 'rights-held', 'visits/new']],
      ];
      for (const [account, paths] of desks) {
        const page = await browsed.signedIn(account);
        for (const path of paths) {
          await page.goto(`/workbench/${path}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForLoadState('networkidle');
          expect([path, ...(await accessibilityFaults(page))]).toEqual([path]);
          expect([path, await page.getByRole('main').getByRole('alert').count()]).toEqual([path, 0]);
        }
      }
      const anybody = await browsed.visitor();
      for (const path of [
        '/evaluators',
        '/auction-rules',
        '/open-licences',
        '/purchase-reserve',
        '/trading-certificates',
      ]) {
        await anybody.goto(path);
        await anybody.getByRole('heading', { level: 1 }).waitFor();
        await anybody.waitForLoadState('networkidle');
        expect([path, ...(await accessibilityFaults(anybody))]).toEqual([path]);
      }
      expect(browsed.complaints).toEqual([]);
    },
    limit,
  );
});
