import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowsedMarket, password, withBrowser, type Account } from '../support/browser.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract } from '../support/contracts.js';
import { openDeal } from '../support/deals.js';
import { Keys } from '../support/keys.js';

jest.setTimeout(240_000);

/** The six main tasks without a mouse: every stop is seen, nothing traps, a closed dialog gives the focus back. */
withBrowser('只用键盘', () => {
  let browsed: BrowsedMarket;
  let unit: Caller;
  let company: Caller;
  let dealId: string;
  const opened: Keys[] = [];

  beforeAll(async () => {
    browsed = await BrowsedMarket.open();
    unit = await browsed.market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    company = await browsed.market.member({ roles: ['enterprise'] });
    dealId = await openDeal(browsed.market, unit, company);
  });
  afterAll(() => browsed.close());
  afterEach(() => {
    const keys = opened.at(-1)!;
    expect(keys.unseen).toEqual([]);
    expect(keys.pointers).toBe(0);
    expect(browsed.complaints).toEqual([]);
  });

  async function visitor(): Promise<Keys> {
    const keys = await Keys.at(await browsed.visitor());
    opened.push(keys);
    return keys;
  }

  /** Signed in by the keyboard too. */
  async function signedIn({ account }: Account): Promise<Keys> {
    const keys = await visitor();
    await keys.go('/sign-in', '登录');
    await keys.type('账号', account);
    await keys.type('密码', password);
    await keys.page.keyboard.press('Enter');
    await keys.arrived('我的工作台');
    return keys;
  }

  const colleague = (of: Caller, role: 'researchUnit' | 'enterprise', kind: string): Promise<Account> =>
    browsed.account({ roles: [role], kind, name: '同事', organizationId: of.identity.organizationId });

  it('检索并打开一项成果', async () => {
    const keys = await visitor();
    await keys.go('/', /./);
    await keys.type(/检索|搜索|找/, '肉牛日粮');
    await keys.page.keyboard.press('Enter');
    await keys.page.waitForURL(/\/search/);
    await keys.page.getByRole('link', { name: '肉牛全混合日粮配制技术' }).first().waitFor();
    await keys.press('肉牛全混合日粮配制技术', 'link');
    await keys.arrived('肉牛全混合日粮配制技术');
  });

  it('发布一条需求', async () => {
    const keys = await signedIn(await colleague(company, 'enterprise', 'enterprise'));
    await keys.press('技术需求', 'link');
    await keys.arrived('本单位的技术需求');
    await keys.press('发布需求', 'link');
    await keys.arrived('发布技术需求');
    await keys.type(/^需求名称/, '苹果贮藏期虎皮病重');
    await keys.type(/^难题是什么/, '冷库贮藏四个月后虎皮病果率 18%，希望降到 3% 以下。');
    await keys.press('下一步');
    await keys.choose(/^县区/, '庆城县');
    await keys.press('下一步');
    await keys.type(/^预算/, '300000');
    await keys.press('下一步');
    await keys.press('保存需求');
    await keys.page.getByText('需求已保存').waitFor();
    await keys.press('发布');
    await keys.page.getByText('已发布').first().waitFor();
  });

  it('答复一条撮合：先看婉拒，关掉，再接受', async () => {
    const { rows } = await browsed.market.database.owner.query(`SELECT demand_id FROM introduction LIMIT 1`);
    const demandId = (rows[0] as { demand_id: string }).demand_id;
    const matchId = await anotherMatch(demandId);
    const keys = await signedIn(await colleague(company, 'enterprise', 'enterprise'));
    await keys.go(`/workbench/demands/${demandId}`, '肉牛育肥慢');
    await keys.press(/^婉拒/);
    await keys.insideDialog();
    await keys.page.keyboard.press('Escape');
    await keys.closed(/^婉拒/);
    await keys.press(/^接受/);
    await keys.page
      .getByText(/已接受/)
      .first()
      .waitFor();
    const { body } = await company.get(`/v1/demands/${demandId}/matches`).expect(200);
    const { items } = body as { items: { id: string; acceptedBy: string[] }[] };
    expect(items.find(({ id }) => id === matchId)?.acceptedBy).toEqual(['demand']);
  });

  /** A second achievement that fits the same need. */
  async function anotherMatch(demandId: string): Promise<string> {
    const { rows } = await browsed.market.database.owner.query<{ id: string }>(
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       SELECT gen_random_uuid(), $1, a.id, $2, a.organization_id, 'proposed', 55, 'strong',
         '{"summary": "可用", "agreements": [], "gaps": [], "signals": []}', 'test', now(), now()
       FROM achievement a WHERE a.id = $3 RETURNING id`,
      [demandId, company.identity.organizationId, await anotherAchievement()],
    );
    return rows[0]!.id;
  }

  async function anotherAchievement(): Promise<string> {
    const made = await unit
      .post('/v1/achievements', {
        title: '肉牛分阶段育肥规程',
        summary: '按月龄和体重分三段配料。',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    const { id } = made.body as { id: string };
    await unit.post(`/v1/achievements/${id}/registration`, { kind: 'applied' }).expect(201);
    await unit.post(`/v1/achievements/${id}/publication`).expect(201);
    return id;
  }

  it('签署一份合同', async () => {
    const terms = { priceYuan: '300000', mode: 'service', terms: '指导三个牛场一年。' };
    const { body } = await unit.post(`/v1/deals/${dealId}/offers`, terms).expect(201);
    await company.post(`/v1/deals/${dealId}/agreement`, { serial: (body as { serial: number }).serial }).expect(201);
    const drafted = await unit
      .post('/v1/contracts', {
        ...{ dealId, title: '肉牛育肥技术服务', type: 'service', subType: 'general', contractValueYuan: '300000' },
        ...{ nonTechnologyItems: [], payment: { manner: 'lumpSum' }, clauses: [] },
      })
      .expect(201);
    const { id, textHash } = drafted.body as { id: string; textHash: string };
    await unit.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
    const keys = await signedIn(await colleague(company, 'enterprise', 'enterprise'));
    await keys.press('技术合同', 'link');
    await keys.arrived('技术合同');
    await keys.press('肉牛育肥技术服务', 'link');
    await keys.arrived('肉牛育肥技术服务');
    await keys.press('签署合同');
    await keys.insideDialog();
    await keys.page.keyboard.press('Escape');
    await keys.closed('签署合同');
    await keys.page.keyboard.press('Enter');
    await keys.page.getByRole('dialog').waitFor();
    await keys.press('签署合同');
    await keys.page.getByText('已生效', { exact: true }).first().waitFor();
  });

  it('审查一件认定登记', async () => {
    const title = '苹果冷链监测平台研制';
    const parties = { seller: unit.identity, buyer: company.identity };
    const contractId = await effectiveContract(browsed.market.database, { ...parties, title });
    const landing = { countyCode: '621022', evidence: [] };
    await unit.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const keys = await signedIn(
      await browsed.account({ roles: ['registrar'], kind: 'cityBureau', name: '示例市科技局', countyCode: '621000' }),
    );
    await keys.press('合同认定登记', 'link');
    await keys.arrived(/合同认定登记/);
    await keys.press(title, 'link');
    await keys.arrived(title);
    await keys.press('受理');
    await keys.to(/^合同有争议/);
    await keys.press('受理');
    await keys.page.getByText('已受理，待审查', { exact: true }).first().waitFor();
    await keys.press('领取审查');
    await keys.page.getByText('审查中', { exact: true }).first().waitFor();
    await keys.press('要求补正');
    await keys.type('缺什么、哪里不对', '附件二缺页');
    await keys.type('怎样改', '补齐第 3 至 5 页');
    await keys.press('要求补正');
    await keys.insideDialog();
    await keys.press('要求补正');
    await keys.page.getByText('待补正', { exact: true }).first().waitFor();
  });

  it('导入一个文件', async () => {
    const file = join(tmpdir(), `keyboard-${process.pid}.csv`);
    writeFileSync(file, '需求名称,需求说明,县区\n苹果霉心病,贮藏期霉心病果率高，求防控技术,庆城县\n');
    const keys = await signedIn(await colleague(company, 'enterprise', 'enterprise'));
    await keys.press('批量导入', 'link');
    await keys.arrived('批量导入');
    await keys.to(/^选择文件/);
    const [chooser] = await Promise.all([keys.page.waitForEvent('filechooser'), keys.page.keyboard.press('Space')]);
    await chooser.setFiles(file);
    await keys.press('开始试运行');
    await keys.page.waitForURL(/\/workbench\/imports\/[0-9a-f-]{36}$/);
    await keys.arrived(/./);
  });
});
