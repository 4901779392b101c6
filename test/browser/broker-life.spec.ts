import type { Page } from 'playwright-core';
import { systemActor } from '#domain/shared/actor.js';
import { PublicNoticeService } from '#application/public-notice/public-notice.service.js';
import { accessibilityFaults, BrowsedMarket, picture, withBrowser, type Account } from '../support/browser.js';
import { dialogSteps } from '../support/clicks.js';

/** Somebody becomes a broker by clicking: training, application, marks, two officers, the public register, credit. */
withBrowser('在网页上认定技术经纪人', () => {
  let browsed: BrowsedMarket;
  let broker: Page;
  let manager: Page;
  let officers: Page[];
  let brokerAccount: Account;

  beforeAll(async () => {
    browsed = await BrowsedMarket.open({ now: '2026-11-02T02:00:00Z' });
    brokerAccount = await browsed.account({ roles: ['broker'], kind: 'transferAgency', name: '示例技术转移中心' });
    const { organizationId } = brokerAccount;
    const agency = { kind: 'transferAgency', name: '示例技术转移中心', organizationId };
    broker = await browsed.signedIn(brokerAccount);
    manager = await browsed.signedIn(await browsed.account({ ...agency, roles: ['agencyManager'] }));
    const bureau = await browsed.account({ roles: ['reviewer'], kind: 'cityBureau', name: '示例科技局' });
    const colleague = await browsed.account({ ...bureauOf(bureau), roles: ['reviewer'] });
    officers = [await browsed.signedIn(bureau), await browsed.signedIn(colleague)];
  }, 120_000);
  afterAll(() => browsed.close());

  const bureauOf = ({ organizationId }: Account) => ({ kind: 'cityBureau', name: '示例科技局', organizationId });
  const { press, confirm, choose, fill } = dialogSteps;
  let path: string;

  it('enters a training and applies, with what is missing said beside each field', async () => {
    await broker.getByRole('link', { name: '技术经纪人认定' }).click();
    await broker.getByText('还没有申请。').waitFor();
    await press(broker, '申报培训');
    await confirm(broker, '申报培训');
    await broker.getByRole('link', { name: '请填写：课程。' }).waitFor();
    await fill(broker, '课程', '技术合同认定登记实务');
    await fill(broker, '培训机构', '示例基地');
    await fill(broker, '培训日期', '2026-05-18');
    await fill(broker, '学时', '24');
    await fill(broker, '证明', '结业证明 1');
    await confirm(broker, '申报培训');
    await broker.getByText('已申报，等科技部门核对。').waitFor();
    await press(broker, '起草认定申请');
    await fill(broker, '培训证书编号', '甘技培2026-0101');
    await fill(broker, '证书颁发单位', '示例国家技术转移人才培养基地');
    await fill(broker, '证书颁发日期', '2026-05-20');
    await fill(broker, '从业情况', '从事农业技术转移三年。');
    await choose(broker, '同意在公开名册上公布姓名');
    await confirm(broker, '起草认定申请');
    await broker.getByText('甘技培2026-0101').waitFor();
    path = new URL(broker.url()).pathname;
    await press(broker, '提交申请');
    await confirm(broker, '提交申请');
    await broker.getByText('已提交，等科技部门审查。').waitFor();
    await picture(broker, 'broker-recognition');
    expect(await accessibilityFaults(broker)).toEqual([]);
  }, 60_000);

  it('is checked, marked by two, examined by one officer and decided by the other', async () => {
    const [first, second] = officers as [Page, Page];
    await first.getByRole('link', { name: '经纪人认定办理' }).click();
    await first.getByText('目标人数').waitFor();
    await press(first, '核对');
    await choose(first, '确认学时');
    await fill(first, '理由', '证明相符。');
    await confirm(first, '核对');
    await first.getByText('已核对。').waitFor();
    await picture(first, 'broker-recognition-queue');
    for (const [page, score] of [
      [first, '80'],
      [second, '84'],
    ] as const) {
      await page.goto(path);
      await press(page, '案例考核评分');
      await fill(page, '案例编号', 'ANLI-07');
      await fill(page, '得分', score);
      await fill(page, '评语', '权属核查完整');
      await confirm(page, '案例考核评分');
      await page.getByText('已评分').first().waitFor();
    }
    await press(first, '审查');
    await choose(first, '拟予认定');
    await fill(first, '理由', '材料齐全，符合条件。');
    await confirm(first, '审查');
    await first.getByText('已审查。决定由另一名复核员作出。').waitFor();
    await second.reload();
    await press(second, '决定');
    await choose(second, '公示拟认定的技术经纪人');
    await fill(second, '理由', '同意公示。');
    await confirm(second, '决定');
    await second.getByText('公示中').waitFor();
  }, 60_000);

  it('works for an agency that confirms it', async () => {
    await broker.goto('/workbench/broker-affiliations');
    await press(broker, '申请在本机构执业');
    await confirm(broker, '申请在本机构执业');
    await broker.getByText('已申请，等机构管理人员确认。').waitFor();
    await manager.goto('/workbench/broker-affiliations');
    await press(manager, '确认执业');
    await confirm(manager, '确认执业');
    await manager.getByText('执业中').waitFor();
    await picture(manager, 'broker-affiliation');
  });

  it('has what is held against it told with its weight, contests it, and another officer decides', async () => {
    const [first, second] = officers as [Page, Page];
    const { rows } = await browsed.market.database.owner.query<{ id: string }>(
      `SELECT person_id AS id FROM broker_recognition LIMIT 1`,
    );
    await first.goto('/workbench/broker-credit-events');
    await press(first, '记录信用事项');
    const dialog = first.getByRole('dialog');
    await fill(first, '经纪人编号', rows[0]!.id);
    await dialog.getByLabel('事项').click();
    await first.getByTitle('逾期报告', { exact: true }).click();
    await fill(first, '发生日期', '2026-10-20');
    await dialog.getByLabel('来源的种类').click();
    await first.getByTitle('其他', { exact: true }).click();
    await fill(first, '来源的编号', '0193f0a2-7c1e-7000-8000-000000000000');
    await fill(first, '事实与理由', '年度业务报告逾期十日报送。');
    await confirm(first, '记录信用事项');
    await first.getByText('已记录，本人可见。').waitFor();
    await broker.goto('/workbench/broker-credit');
    await broker.getByText('年度业务报告逾期十日报送。').waitFor();
    await press(broker, '申诉');
    await fill(broker, '申诉的理由', '报告已按期寄出，有邮寄凭证。');
    await confirm(broker, '申诉');
    await broker.getByText('有未决的申诉').first().waitFor();
    await picture(broker, 'broker-credit');
    expect(await accessibilityFaults(broker)).toEqual([]);
    await second.goto('/workbench/broker-credit-events?contested=1');
    await press(second, '裁定申诉');
    await choose(second, '申诉成立，更正记录');
    await fill(second, '理由', '邮寄凭证属实。');
    await confirm(second, '裁定申诉');
    await second.getByText('已裁定。').waitFor();
    await broker.reload();
    await broker.getByText('已更正，不计分').waitFor();
    expect(browsed.complaints).toEqual([]);
  }, 60_000);

  it('shows that nothing was bypassed, and what may be applied for', async () => {
    await broker.goto('/workbench/bypass-findings');
    await broker.getByText('没有线索。').waitFor();
    await manager.goto('/workbench/reward-applications');
    await manager.getByText('目前没有接受申报的评审。').waitFor();
  });

  // Last: weeks later everybody here has to sign in again.
  it('stands in the public register once nobody objected', async () => {
    browsed.market.clock.moveTo(new Date('2026-11-20T02:00:00Z'));
    await browsed.market.api.get(PublicNoticeService, { strict: false }).endDue(systemActor('test', 'test'));
    const visitor = await browsed.visitor();
    await visitor.goto('/brokers');
    await visitor.getByRole('link', { name: /示例人员/ }).click();
    await visitor.getByText('初级技术经纪人').waitFor();
    await picture(visitor, 'public-broker');
    expect(await accessibilityFaults(visitor)).toEqual([]);
  });
});
