import type { Test } from 'supertest';
import { eventually, startMarket, type TestMarket } from '../support/market.js';
import type { Caller } from '../support/caller.js';

interface Step {
  readonly by: string;
  readonly did: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

const contract = {
  title: '羔羊早期断奶代乳料配方技术转让',
  type: 'transfer',
  subType: 'technicalSecret',
  contractValueYuan: '8000000.00',
  nonTechnologyItems: [],
  payment: { manner: 'lumpSum', instalments: [{ amountYuan: '8000000.00', condition: '合同生效后三十日内' }] },
  classification: { technologyField: '09', planCategory: '90', socioEconomicGoal: '09', industry: 'A' },
  clauses: [{ kind: 'acceptance', text: '按双方确认的技术指标由买方组织验收，验收期为三十日。' }],
  validUntil: '2029-11-20',
  expectedInvestmentYuan: '300000',
  expectedOutputYuan: '5000000',
};

/** An integrator alone with his key: from the need to the accrual, and nobody in the market hears of it. */
describe('the whole way through a sandbox', () => {
  let market: TestMarket;
  let owner: Caller;
  let key: string;
  let sandboxId: string;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
    owner = await market.member({ roles: ['enterprise'] });
    ({ key, organizationId: sandboxId } = await open(owner));
  });
  afterAll(() => market.close());

  const open = async (caller: Caller) =>
    (await caller.post('/v1/sandbox').expect(201)).body as { key: string; organizationId: string };
  const get = (path: string): Test => market.anonymous.get(path).set('X-API-Key', key);
  const post = (path: string, body?: object): Test => market.anonymous.post(path, body).set('X-API-Key', key);
  const made = async <T>(path: string, body?: object): Promise<T> => {
    const { status, body: answer } = await post(path, body);
    expect([path, status, status === 201 ? '' : JSON.stringify(answer)]).toEqual([path, 201, '']);
    return answer as T;
  };
  const simulated = (kind: string, id: string): Promise<Step> =>
    made<Step>('/v1/sandbox/simulated-steps', { subject: { kind, id } });
  const refused = async (kind: string, id: string): Promise<string> =>
    ((await post('/v1/sandbox/simulated-steps', { subject: { kind, id } }).expect(409)).body as { code: string }).code;

  const matchOf = (path: string): Promise<{ id: string; summary: string; achievementId: string; demandId: string }> =>
    eventually(async () => {
      const { body } = await get(`${path}/matches`).expect(200);
      return (body as { items: { id: string; summary: string; achievementId: string; demandId: string }[] }).items[0];
    });

  async function publishedNeed(externalKey: string): Promise<string> {
    const { id } = await made<{ id: string }>('/v1/demands', {
      title: '羔羊早期断奶死亡率偏高，求代乳料与饲喂方案',
      summary: '存栏湖羊 800 只，羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望用代乳料和断奶饲喂技术降到 5% 以下。',
      field: '农业',
      countyCode: '621022',
      externalKey,
    });
    await made(`/v1/demands/${id}/publication`);
    return id;
  }

  it('goes from the need to the match, the introduction, the deal, the contract, the registration and the accrual', async () => {
    const demandId = await publishedNeed('沙箱:撮合');
    const match = await matchOf(`/v1/demands/${demandId}`);
    expect(match.summary).toContain('沙箱模拟');
    expect((await get(`/v1/achievements/${match.achievementId}`).expect(200)).text).toContain('沙箱模拟');

    const mandate = await simulated('match', match.id);
    expect(mandate).toMatchObject({ by: 'broker', subjectKind: 'mandate' });
    expect(await refused('match', match.id)).toBe('sandbox.notTheirTurn');
    await made(`/v1/mandates/${mandate.subjectId}/acceptance`);
    const { subjectId: introductionId } = await simulated('match', match.id);
    await made(`/v1/introductions/${introductionId}/acceptances`, { contact: '示例企业 0934-4420000' });
    await simulated('introduction', introductionId);
    expect((await get(`/v1/introductions/${introductionId}`)).body).toMatchObject({ state: 'accepted' });

    const deal = await made<{ id: string }>('/v1/deals', { introductionId });
    await simulated('deal', deal.id);
    expect(await refused('deal', deal.id)).toBe('sandbox.notTheirTurn');
    const offer = { priceYuan: contract.contractValueYuan, mode: 'transfer', terms: '一次总付。' };
    await made(`/v1/deals/${deal.id}/offers`, offer);
    await simulated('deal', deal.id);

    const drafted = await made<{ id: string; textHash: string }>('/v1/contracts', { dealId: deal.id, ...contract });
    await made(`/v1/contracts/${drafted.id}/signatures`, { textHash: drafted.textHash });
    await simulated('contract', drafted.id);
    expect((await get(`/v1/contracts/${drafted.id}`)).body).toMatchObject({ state: 'effective' });

    const { subjectId: registrationId } = await simulated('contract', drafted.id);
    const steps = [];
    for (let step = 0; step < 4; step += 1) {
      const { body } = await get(`/v1/contract-registrations/${registrationId}`).expect(200);
      if ((body as { state: string }).state === 'registered') break;
      steps.push((await simulated('contractRegistration', registrationId)).did);
    }
    const { body: registration } = await get(`/v1/contract-registrations/${registrationId}`).expect(200);
    expect(registration).toMatchObject({ state: 'registered' });
    expect((registration as { registrationNumber: string }).registrationNumber).toMatch(/^2026621099\d{6}$/);
    expect(steps[0]).toBe('登记机构受理');
    expect(await refused('contractRegistration', registrationId)).toBe('sandbox.notTheirTurn');

    const { body: accruals } = await get('/v1/sandbox/reward-accruals?limit=100').expect(200);
    const items = (accruals as { items: { beneficiaryKind: string; base: { yuan: string }; refusal: string | null }[] })
      .items;
    expect(items.map(({ beneficiaryKind }) => beneficiaryKind).sort()).toEqual(['organization', 'person']);
    expect(items.every(({ base, refusal }) => base.yuan === '8000000.00' && refusal === null)).toBe(true);
  }, 60_000);

  it('leaves no trace in the market: no number, no certificate, no account, no budget, no figure', async () => {
    const counts = await market.database.owner.query<Record<string, number>>(
      `SELECT (SELECT count(*) FROM issued_number)::int AS numbers, (SELECT count(*) FROM registration_counter)::int AS counters,
         (SELECT count(*) FROM certificate)::int AS certificates, (SELECT count(*) FROM reward_accrual)::int AS accounts,
         (SELECT count(*) FROM reward_item)::int AS items`,
    );
    expect(counts.rows).toEqual([{ numbers: 0, counters: 0, certificates: 0, accounts: 0, items: 0 }]);
    const bureau = { organizationKind: 'cityBureau' } as const;
    for (const role of ['registrar', 'rewardOfficer', 'auditor'] as const) {
      const officer = await market.member({ roles: [role], ...bureau });
      for (const path of ['/v1/contract-registrations?limit=100', '/v1/reward-accruals?limit=100'])
        expect((await officer.get(path)).text).not.toMatch(/5a4db0c5-|沙箱/);
    }
    expect((await market.anonymous.get('/v1/achievements?limit=100')).text).not.toContain('沙箱');
  });

  it('pretends a buyer for what is published to sell', async () => {
    const { id } = await made<{ id: string }>('/v1/achievements', {
      title: '苹果矮砧密植园防霜设备',
      summary: '防霜风机与花期管理规程，花期晚霜损失由三成降到一成以下，已在 300 亩示范园应用两年。',
      field: '农业',
      keywords: ['苹果'],
      readinessLevel: 8,
      countyCode: '621022',
      transferModes: ['transfer'],
      externalKey: '沙箱:撮合-卖',
      inventors: [{ name: '示例完成人', shareBasisPoints: 10000 }],
    });
    await made(`/v1/achievements/${id}/registration`, { kind: 'applied' });
    await made(`/v1/achievements/${id}/publication`);
    const match = await matchOf(`/v1/achievements/${id}`);
    const { id: introductionId } = await made<{ id: string }>('/v1/introductions', {
      matchId: match.id,
      message: '请洽谈。',
    });
    await simulated('introduction', introductionId);
    expect(await refused('introduction', introductionId)).toBe('sandbox.stepRefused');
  });

  it('gives no match without the magic key, nothing to another sandbox, and nothing outside', async () => {
    const demandId = await publishedNeed('没有魔法');
    const asked = await publishedNeed('沙箱:撮合-2');
    const match = await matchOf(`/v1/demands/${asked}`);
    expect((await get(`/v1/demands/${demandId}/matches`).expect(200)).body).toMatchObject({ items: [] });
    const outside = { subject: { kind: 'match', id: match.id } };
    expect((await owner.post('/v1/sandbox/simulated-steps', outside).expect(409)).body).toMatchObject({
      code: 'sandbox.outside',
    });
    const stranger = await open(await market.member({ roles: ['enterprise'] }));
    await market.anonymous.post('/v1/sandbox/simulated-steps', outside).set('X-API-Key', stranger.key).expect(404);
    const { body } = await market.anonymous
      .get('/v1/sandbox/reward-accruals')
      .set('X-API-Key', stranger.key)
      .expect(200);
    expect(body).toMatchObject({ items: [] });
  });

  it('is cleared with everybody it pretended', async () => {
    const { rows: parties } = await market.database.owner.query<{ id: string; person: string }>(
      `SELECT organization_id AS id, person_id AS person FROM sandbox_party WHERE sandbox_organization_id = $1`,
      [sandboxId],
    );
    expect(parties.length).toBeGreaterThanOrEqual(3);
    await owner.delete('/v1/sandbox').expect(204);
    const kept = ['audit_record', 'transition', 'idempotency_key', 'market_event_pending', 'outbox_event'];
    const { rows } = await market.database.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const found: string[] = [];
    for (const { name } of rows.filter((row) => !kept.includes(row.name)))
      for (const id of [sandboxId, ...parties.flatMap((party) => [party.id, party.person])]) {
        const sql = `SELECT FROM "${name}" t WHERE t::text LIKE $1 LIMIT 1`;
        if ((await market.database.owner.query(sql, [`%${id}%`])).rowCount) found.push(`${name} ${id}`);
      }
    expect(found).toEqual([]);
  });
});
