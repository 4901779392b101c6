import { createPublicKey, verify } from 'node:crypto';
import type { Caller } from '../support/caller.js';
import { effectiveContract, type ContractFacts } from '../support/contracts.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** The registration office, the seller and everybody who later reads the certificate. */
describe('技术合同认定登记', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let registrar: Caller;
  let reviewer: Caller;
  let agency: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-02T02:00:00Z' });
    const bureau = { organizationKind: 'cityBureau', countyCode: '621000' };
    [seller, buyer, registrar, reviewer, agency] = await Promise.all([
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
      market.member({ roles: ['registrar'], ...bureau }),
      market.member({ roles: ['reviewer'], ...bureau }),
      market.member({ roles: ['agencyManager', 'broker'], organizationKind: 'transferAgency' }),
    ]);
  });
  afterAll(() => market.close());

  const landing = { countyCode: '621022', evidence: [] };
  const contract = (facts: Partial<ContractFacts> = {}) =>
    effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity, ...facts });

  async function filed(facts: Partial<ContractFacts> = {}): Promise<string> {
    const contractId = await contract(facts);
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    return `/v1/contract-registrations/${body.id}`;
  }
  async function accepted(facts: Partial<ContractFacts> = {}): Promise<string> {
    const path = await filed(facts);
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    return path;
  }
  const determination = (yuan: string, reason?: string) => ({
    verifiedTechnologyValueYuan: yuan,
    type: 'development',
    ...(reason !== undefined && { reason }),
  });

  it('goes from filing by way of a supplement to a number and a certificate that anybody can verify', async () => {
    const items = [
      { kind: 'equipment', fen: 35_000_000n, reasonable: false },
      { kind: 'other', fen: 2_000_000n, reasonable: true },
    ];
    const contractId = await contract({ technologyFen: 85_000_000n, items });
    const precheck = await seller.get(`/v1/contracts/${contractId}/registration-precheck`).expect(200);
    expect(precheck.body).toEqual({ ready: true, findings: [] });
    await registrar.post('/v1/contract-registrations', { contractId, landing }).expect(403);
    const wrongSide = await buyer.post('/v1/contract-registrations', { contractId, landing }).expect(422);
    expect(wrongSide.body.code).toBe('contractRegistration.notSeller');

    const created = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    expect(created.body).toMatchObject({ state: 'filed', holder: 'registrationOffice', dueOn: null });
    const path = `/v1/contract-registrations/${created.body.id}`;
    const twice = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(409);
    expect(twice.body.code).toBe('contractRegistration.alreadyFiled');

    const taken = await registrar.post(`${path}/acceptance`, {}).expect(201);
    expect(taken.body).toMatchObject({
      state: 'accepted',
      acceptedOn: '2026-11-02',
      dueOn: '2026-11-23', // 15 working days
      ruleSet: { id: '2026-MIIT', evidence: 'draft' },
    });
    const asked = await registrar.post(`${path}/supplement-requests`, { request: '请补充试验方案。' }).expect(201);
    expect(asked.body).toMatchObject({ state: 'supplementRequested', holder: 'seller', dueOn: null });
    await buyer.post(`${path}/supplements`, { note: '不是我该交的', documents: [] }).expect(404);

    market.clock.moveTo(new Date('2026-11-09T02:00:00Z'));
    const supplied = await seller.post(`${path}/supplements`, { note: '已补充', documents: ['试验方案'] }).expect(201);
    expect(supplied.body).toMatchObject({ state: 'accepted', acceptedOn: '2026-11-09', dueOn: '2026-11-30' });

    const over = await registrar.post(`${path}/determination`, determination('850000.01', '多一分')).expect(422);
    expect(over.body).toMatchObject({ code: 'contractRegistration.amountWrong' });
    expect(over.body.detail).toContain('850000.00');
    const unreasoned = await registrar.post(`${path}/determination`, determination('849999.99')).expect(422);
    expect(unreasoned.body.code).toBe('contractRegistration.reasonMissing');
    const done = await registrar.post(`${path}/determination`, determination('850000.00')).expect(201);
    expect(done.body).toMatchObject({ state: 'registered', holder: 'nobody' });
    expect(done.body.registrationNumber).toMatch(/^2026621001\d{6}$/);

    const { body: certificate } = await buyer.get(`${path}/certificate`).expect(200);
    expect(certificate.content).toMatchObject({
      registrationNumber: done.body.registrationNumber,
      contractValue: { yuan: '1200000.00', capitals: '壹佰贰拾万元整' },
      technologyValue: { yuan: '850000.00', capitals: '捌拾伍万元整' },
      registeredOn: '2026-11-09',
    });
    const keys = await market.anonymous.get('/v1/certificate-keys').expect(200);
    const key = keys.body.items.find((one: { id: string }) => one.id === certificate.keyId);
    const holds = (text: string) =>
      verify(null, Buffer.from(text), createPublicKey(key.publicKey), Buffer.from(certificate.signature, 'base64url'));
    expect(holds(certificate.signedText)).toBe(true);
    expect(holds(certificate.signedText.replace('850000.00', '950000.00'))).toBe(false);

    const code = certificate.content.verificationCode as string;
    const seen = await market.anonymous.get(`/v1/certificates/${code}`).expect(200);
    expect(seen.body).toMatchObject({ state: 'valid', sellers: ['甘＊＊＊＊＊＊＊＊院'] });
    expect(JSON.stringify(seen.body)).not.toContain('羔羊');
    await market.anonymous.get(`/v1/certificates/${'0'.repeat(26)}`).expect(404);
    const { signedText, signature, keyId } = certificate;
    const genuine = await market.anonymous.post('/v1/certificate-verifications', { signedText, signature, keyId });
    expect(genuine.body).toMatchObject({ signatureValid: true, certificate: { state: 'valid' } });
    const forged = await market.anonymous
      .post('/v1/certificate-verifications', { signedText: signedText.replace('捌', '玖'), signature, keyId })
      .expect(200);
    expect(forged.body).toEqual({ signatureValid: false, certificate: null });

    await registrar.post(`${path}/cancellation`, { reason: '合同解除' }).expect(201);
    const after = await market.anonymous.get(`/v1/certificates/${code}`).expect(200);
    expect(after.body).toMatchObject({ state: 'cancelled' });
  });

  it('takes a second person from 500万元 on, and never the first one', async () => {
    const both = await market.member({ roles: ['registrar', 'reviewer'], organizationKind: 'cityBureau' });
    const path = await filed({ valueFen: 500_000_000n });
    const taken = await both.post(`${path}/acceptance`, {}).expect(201);
    expect(taken.body.dueOn).toBe('2026-12-21'); // 30 working days from 2026-11-09
    const first = await both.post(`${path}/determination`, determination('5000000.00')).expect(201);
    expect(first.body).toMatchObject({ state: 'secondReview', holder: 'reviewer', registrationNumber: null });
    const self = await both.post(`${path}/second-review`, { decision: 'approve' }).expect(422);
    expect(self.body.code).toBe('contractRegistration.samePerson');
    const back = await reviewer.post(`${path}/second-review`, { decision: 'sendBack' }).expect(422);
    expect(back.body.code).toBe('contractRegistration.reasonMissing');
    const done = await reviewer.post(`${path}/second-review`, { decision: 'approve' }).expect(201);
    expect(done.body.state).toBe('registered');
    const small = await accepted({ valueFen: 499_999_999n });
    const direct = await registrar.post(`${small}/determination`, determination('4999999.99')).expect(201);
    expect(direct.body.state).toBe('registered');
  });

  it('keeps officers of a party away', async () => {
    const insider = await market.member({ roles: ['registrar'], organizationId: buyer.identity.organizationId });
    const path = await accepted();
    const answer = await insider.post(`${path}/determination`, determination('1200000.00')).expect(422);
    expect(answer.body.code).toBe('contractRegistration.isParty');
  });

  it('refuses with grounds of the closed list, each with its repair; then the seller may file anew', async () => {
    const contractId = await contract();
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    await registrar.post(`${path}/refusal`, { grounds: [] }).expect(400);
    await registrar.post(`${path}/refusal`, { grounds: [{ code: 'whim', evidence: '不合意' }] }).expect(400);
    const ground = { code: 'notTechnology', evidence: '标的为设备买卖。' };
    await registrar.post(`${path}/refusal`, { grounds: [ground, ground] }).expect(422);
    const refused = await registrar.post(`${path}/refusal`, { grounds: [ground] }).expect(201);
    expect(refused.body).toMatchObject({ state: 'refused', refusalGrounds: [{ title: '不属于技术合同' }] });
    expect(refused.body.refusalGrounds[0].repair).not.toBe('');
    await seller.get(`${path}/certificate`).expect(404);
    await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
  });

  it('hides a registration from strangers and lists open cases by the day they are due', async () => {
    const stranger = await market.member({ roles: ['enterprise'] });
    const path = await accepted();
    await stranger.get(path).expect(404);
    await stranger.get(`${path}/certificate`).expect(404);
    await stranger.post(`${path}/supplements`, { note: '我来补', documents: [] }).expect(404);
    await stranger.get('/v1/contract-registrations').expect(403);
    await filed();
    const days: string[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await registrar.get(`/v1/contract-registrations?limit=1${cursor}`).expect(200);
      days.push(...body.items.map((item: { dueOn: string | null }) => item.dueOn ?? '9999'));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual([...days].sort());
    const own = await buyer.get('/v1/contract-registrations/mine').expect(200);
    expect(own.body.items.length).toBeGreaterThan(0);
  });

  it('lets one of two officers win', async () => {
    const path = await accepted();
    const second = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
    const answers = await Promise.all(
      [registrar, second].map((officer) => officer.post(`${path}/determination`, determination('1200000.00'))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('learns that its contract was ended: the office is told to cancel, and nothing cancels by itself', async () => {
    const register = async () => {
      const path = await accepted();
      const done = await registrar.post(`${path}/determination`, determination('1200000.00')).expect(201);
      expect(done.body).toMatchObject({ state: 'registered', cancellationDue: false, holder: 'nobody' });
      return { path, contractId: done.body.contractId as string };
    };
    const desk = async () => (await registrar.get('/v1/contract-registrations?limit=100').expect(200)).body.items;
    const end = async (contractId: string) => {
      await seller.post(`/v1/contracts/${contractId}/cancellation`, { reason: '双方协商一致解除' }).expect(201);
      const both = await buyer.post(`/v1/contracts/${contractId}/cancellation`, { reason: '同意解除' }).expect(201);
      expect(both.body.state).toBe('cancelled');
    };
    const { path, contractId } = await register();
    const id = path.split('/').at(-1);
    await seller.post(`/v1/contracts/${contractId}/cancellation`, { reason: '一方提出解除' }).expect(201);
    expect(await desk()).not.toContainEqual(expect.objectContaining({ id })); // one side alone ends nothing
    await buyer.post(`/v1/contracts/${contractId}/cancellation`, { reason: '同意解除' }).expect(201);
    const flagged = await eventually(async () => {
      const { body } = await registrar.get(path).expect(200);
      return body.cancellationDue ? body : null;
    });
    expect(flagged).toMatchObject({ state: 'registered', holder: 'registrationOffice' });
    expect(await desk()).toContainEqual(expect.objectContaining({ id, cancellationDue: true }));
    await registrar.post(`${path}/cancellation`, { reason: '合同解除' }).expect(201);
    expect(await desk()).not.toContainEqual(expect.objectContaining({ id }));
    const { rows } = await market.database.owner.query(
      `SELECT action, actor_kind FROM audit_record WHERE subject_id = $1 AND from_state = 'registered' ORDER BY id`,
      [id],
    );
    expect(rows).toEqual([
      { action: 'contractRegistration.contractEnded', actor_kind: 'system' },
      { action: 'contractRegistration.cancel', actor_kind: 'person' },
    ]);

    const open = await accepted();
    const { body } = await registrar.get(open).expect(200);
    await end(body.contractId);
    await eventually(async () => (await registrar.get(open).expect(200)).body.contractEndedAt);
    const refused = await registrar.post(`${open}/determination`, determination('1200000.00')).expect(409);
    expect(refused.body.code).toBe('contractRegistration.contractEnded');
  });

  it('accrues the reward in the worker, shows the arithmetic, and takes it back on cancellation', async () => {
    const broker = await market.member({ roles: ['broker'], organizationId: agency.identity.organizationId });
    const brokerage = [{ personId: broker.identity.personId, agencyId: agency.identity.organizationId, share: 10_000 }];
    const register = async (facts: Partial<ContractFacts>, yuan: string) => {
      const path = await accepted({ brokerage, ...facts });
      await registrar.post(`${path}/determination`, determination(yuan)).expect(201);
      await reviewer.post(`${path}/second-review`, { decision: 'approve' }).expect(201);
      return path;
    };
    const items = async (): Promise<{ outcome: string; reason: string | null }[]> => {
      const { body } = await agency.get('/v1/reward-accruals').expect(200);
      const account = body.items.find((one: { scheme: string }) => one.scheme === 'agencyAward');
      if (!account) return [];
      return (await agency.get(`/v1/reward-accruals/${account.id}`).expect(200)).body.entries;
    };
    const seen = (count: number) => eventually(async () => ((await items()).length >= count ? true : null), 20);

    await register({ valueFen: 999_999_999n }, '9999999.99');
    await seen(1);
    const account = async (scheme: string) => {
      const { body } = await broker.get('/v1/reward-accruals').expect(200);
      return body.items.find((one: { scheme: string }) => one.scheme === scheme);
    };
    expect(await account('agencyAward')).toMatchObject({
      thresholdReached: false,
      provisionalAmount: { yuan: '0.00' },
    });

    const second = await register({ valueFen: 234_567_891n + 300_000_000n }, '5345678.91');
    await seen(2);
    const risen = await account('agencyAward');
    expect(risen).toMatchObject({ total: { yuan: '15345678.90' }, provisionalAmount: { yuan: '15345.68' } });
    expect(await account('brokerBonus')).toMatchObject({ provisionalAmount: { yuan: '15345.68' } });
    const detail = await agency.get(`/v1/reward-accruals/${risen.id}`).expect(200);
    expect(detail.body.arithmetic).toContain('15345678.90 × 1‰ = 15345.68');
    expect(detail.body.entries[0].disclosure).toContain('技术经纪人奖金');
    await buyer.get('/v1/reward-accruals').expect(403);
    const rival = await market.member({ roles: ['agencyManager'], organizationKind: 'transferAgency' });
    await rival.get(`/v1/reward-accruals/${risen.id}`).expect(404);

    await register({ valueFen: 600_000_000n, buyerCounty: '620102' }, '6000000.00');
    await seen(3);
    expect((await items())[0]).toMatchObject({ outcome: 'refused', increment: { fen: '0' } });
    expect((await items())[0]?.reason).toContain('未在示范区转化落地');

    await registrar.post(`${second}/cancellation`, { reason: '合同被撤销' }).expect(201);
    await seen(4);
    expect(await account('agencyAward')).toMatchObject({
      total: { yuan: '9999999.99' },
      provisionalAmount: { fen: '0' },
    });
    expect((await items())[0]).toMatchObject({ outcome: 'reversed', increment: { fen: '-1534568' } });

    const officer = await market.member({ roles: ['rewardOfficer'], organizationKind: 'cityBureau' });
    const budget = await officer.get('/v1/budget-lines').expect(200);
    expect(budget.body.items[0]).toMatchObject({ fiscalYear: 2026, appropriated: { yuan: '2000000.00' } });
  });

  it('publishes the policies with wording and reading, and simulates them', async () => {
    const { body } = await market.anonymous.get('/v1/reward-policies').expect(200);
    expect(body.items[0]).toMatchObject({ rate: '1‰', capBindsAt: { yuan: '200000000.00' }, standing: 'plan' });
    expect(body.items[1]).toMatchObject({ scheme: 'brokerBonus', standing: 'platform' });
    const simulation = await market.anonymous
      .post('/v1/reward-simulations', {
        scheme: 'agencyAward',
        contracts: [
          { technologyValueYuan: '10000000.00' },
          { technologyValueYuan: '2345678.90' },
          { technologyValueYuan: '500.00', landed: false },
        ],
      })
      .expect(200);
    expect(simulation.body).toMatchObject({ total: { yuan: '12345678.90' }, amount: { yuan: '12345.68' } });
    expect(simulation.body.contracts[2].reason).toContain('未在示范区');
  });
});
