import type { Caller } from '../support/caller.js';
import { effectiveContract, type ContractFacts } from '../support/contracts.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** What may happen to a case besides the straight way: drafts, experts, changes, objections, reminders, duplicates. */
describe('认定登记的全过程', () => {
  let market: TestMarket;
  let seller: Caller;
  let buyer: Caller;
  let first: Caller;
  let second: Caller;
  let third: Caller;

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-03-02T02:00:00Z' });
    const bureau = { roles: ['registrar', 'reviewer'], organizationKind: 'cityBureau' } as const;
    [seller, buyer, first, second, third] = await Promise.all([
      market.member({ roles: ['researchUnit'], organizationKind: 'institute' }),
      market.member({ roles: ['enterprise'] }),
      market.member(bureau),
      market.member(bureau),
      market.member(bureau),
    ]);
  });
  afterAll(() => market.close());
  beforeEach(() => market.clock.moveTo(new Date('2026-03-02T02:00:00Z')));

  const landing = { countyCode: '621022', evidence: [] };
  const contract = (facts: Partial<ContractFacts> = {}) =>
    effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity, ...facts });
  const file = async (facts: Partial<ContractFacts> = {}, extra: object = {}): Promise<string> => {
    const contractId = await contract(facts);
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing, ...extra }).expect(201);
    return `/v1/contract-registrations/${body.id}`;
  };
  const accepted = async (facts: Partial<ContractFacts> = {}, disputed = false): Promise<string> => {
    const path = await file(facts);
    await first.post(`${path}/acceptance`, { disputed }).expect(201);
    return path;
  };
  const verdict = (yuan: string, reason?: string) => ({
    verifiedTechnologyValueYuan: yuan,
    type: 'development',
    ...(reason !== undefined && { reason }),
  });
  const registered = async (facts: Partial<ContractFacts> = {}): Promise<string> => {
    const path = await accepted(facts);
    await first.post(`${path}/determination`, verdict('1200000.00')).expect(201);
    return path;
  };
  const topics = async (path: string): Promise<string[]> => {
    const { rows } = await market.database.owner.query(
      `SELECT topic FROM outbox_event WHERE payload ->> 'registrationId' = $1 ORDER BY occurred_at`,
      [path.split('/').at(-1)],
    );
    return rows.map((row) => row.topic);
  };

  it('keeps a draft to its applicant, files it once, and lets nobody else touch it', async () => {
    const contractId = await contract();
    const body = { contractId, landing, draft: true };
    const drafted = await seller.post('/v1/contract-registrations', body).expect(201);
    expect(drafted.body).toMatchObject({ state: 'draft', holder: 'seller', registrationNumber: null });
    expect(drafted.body.provisionalNumber).toMatch(/^QY-2026-\d{6}-[0-9A-F]{10}$/);
    const path = `/v1/contract-registrations/${drafted.body.id}`;
    await buyer.get(path).expect(404);
    await first.get(path).expect(404);
    await buyer.post(`${path}/withdrawal`).expect(404);
    const other = await seller.post('/v1/contract-registrations', body).expect(201); // a draft blocks nothing
    await seller.post(`${path}/filing`, {}).expect(201);
    const late = await seller.post(`/v1/contract-registrations/${other.body.id}/filing`, {}).expect(409);
    expect(late.body.code).toBe('contractRegistration.alreadyFiled');
    await first.get(path).expect(200);
    await seller.post(`${path}/withdrawal`).expect(201);
    await seller.post(`/v1/contract-registrations/${other.body.id}/filing`, {}).expect(201);
  });

  it('tries a filing without a trace, as the office would see it', async () => {
    const contractId = await contract({ validUntil: '2026-01-31' });
    const path = `/v1/contracts/${contractId}/registration-precheck`;
    const tried = await seller.post(path, { landing }).expect(200);
    expect(tried.body.ready).toBe(false);
    expect(tried.body.findings[0]).toMatchObject({ code: 'validityPast', severity: 'blocking' });
    const refused = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(422);
    expect(refused.body.detail).toBe(tried.body.findings[0].text);
    const { rows } = await market.database.owner.query(`SELECT 1 FROM contract_registration WHERE contract_id = $1`, [
      contractId,
    ]);
    expect(rows).toEqual([]);
  });

  it('shows everybody who holds a case, since when, and how many working days are left', async () => {
    const path = await accepted();
    const seen = async (caller: Caller) => (await caller.get(path).expect(200)).body;
    const shown = { holder: 'registrationOffice', dueOn: '2026-03-23', daysLeft: 15, daysLeftUnit: 'workingDay' };
    for (const caller of [seller, buyer, second]) expect(await seen(caller)).toMatchObject(shown);
    await second.post(`${path}/examination`).expect(201);
    expect(await seen(seller)).toMatchObject({ state: 'underReview', holderPersonId: second.identity.personId });
    market.clock.moveTo(new Date('2026-03-25T02:00:00Z'));
    expect(await seen(seller)).toMatchObject({ daysLeft: -2, overdue: true, heldSince: '2026-03-02T02:00:00.000Z' });
    const queue = async (query: string) =>
      (await first.get(`/v1/contract-registrations?limit=100&${query}`).expect(200)).body.items.map(
        (item: { id: string }) => item.id,
      );
    const id = path.split('/').at(-1);
    expect(await queue(`state=underReview&examinerId=${second.identity.personId}`)).toEqual([id]);
    expect(await queue('holder=registrationOffice&office=01')).toContain(id);
    expect(await queue('holder=seller')).not.toContain(id);
    expect(await queue('office=02')).toEqual([]);
  });

  it('reminds the holder and the head at half, four fifths and when overdue, each once', async () => {
    const admin = await market.member({ roles: ['systemAdmin'], organizationKind: 'cityBureau' });
    const posts = [{ personId: third.identity.personId, head: true, backupPersonId: first.identity.personId }];
    const staffed = await admin.post('/v1/registration-offices/01/staffing', { posts }).expect(201);
    expect(staffed.body.warnings.map((one: { code: string }) => one.code)).toEqual([
      'tooFewRegistrars',
      'backupOutside',
    ]);
    const outsider = [{ personId: seller.identity.personId, head: false }];
    await admin.post('/v1/registration-offices/01/staffing', { posts: outsider }).expect(422);
    await admin.post('/v1/registration-offices/07/staffing', { posts }).expect(404);
    const path = await accepted();
    await second.post(`${path}/examination`).expect(201);
    const id = path.split('/').at(-1);
    const sent = async (caller: Caller): Promise<string[]> =>
      (await caller.get('/v1/registration-reminders?limit=100').expect(200)).body.items
        .filter((item: { registrationId: string }) => item.registrationId === id)
        .map((item: { threshold: string }) => item.threshold);
    const grows = (count: number) => eventually(async () => ((await sent(second)).length >= count ? true : null));
    market.clock.moveTo(new Date('2026-03-12T02:00:00Z')); // 8 of 15 working days
    await grows(1);
    market.clock.moveTo(new Date('2026-03-18T02:00:00Z')); // 12 of 15
    await grows(2);
    market.clock.moveTo(new Date('2026-03-24T02:00:00Z'));
    await grows(3);
    const all = ['overdue', 'fourFifths', 'half'];
    expect(await sent(second)).toEqual(all);
    expect(await sent(third)).toEqual(all); // the head
    expect(await sent(first)).toEqual([]);
    await seller.get('/v1/registration-reminders').expect(403);
  });

  it('has experts judge a disputed contract: who is related steps aside, the majority is found, the case goes on', async () => {
    const path = await accepted({}, true);
    const experts = (units: string[]) => units.map((workUnit, index) => ({ name: `专家${index}`, workUnit }));
    const related = await first
      .post(`${path}/expert-panels`, {
        question: '是否属于技术开发？',
        experts: experts(['环县示例羊业有限公司', '甲大学', '乙大学']),
      })
      .expect(422);
    expect(related.body.code).toBe('expertPanel.tooFew');
    const units = ['环县示例羊业有限公司', '甲大学', '乙大学', '丙研究所'];
    const panel = await first
      .post(`${path}/expert-panels`, { question: '是否属于技术开发？', experts: experts(units) })
      .expect(201);
    expect(panel.body.experts[0].recusal).toContain('回避');
    expect((await seller.get(path).expect(200)).body).toMatchObject({ state: 'expertReview', holder: 'experts' });
    await seller.get(`${path}/expert-panels`).expect(403);
    const say = (name: string, stance: string) =>
      first.post(`${path}/expert-opinions`, { name, stance, text: '意见如上' });
    await say('专家0', 'register').expect(422);
    await say('专家1', 'register').expect(201);
    await say('专家1', 'refuse').expect(409);
    await first.post(`${path}/expert-conclusion`).expect(409);
    await say('专家2', 'refuse').expect(201);
    await say('专家3', 'register').expect(201);
    const concluded = await first.post(`${path}/expert-conclusion`).expect(201);
    expect(concluded.body.result).toEqual({ stance: 'register', inFavour: 2, against: 1 });
    await first.post(`${path}/determination`, verdict('1200000.00')).expect(201);
    await first.post(`${path}/second-review`, { decision: 'approve' }).expect(422); // a dispute too needs a second person
    const done = await second.post(`${path}/second-review`, { decision: 'approve' }).expect(201);
    expect(done.body).toMatchObject({ state: 'registered', standing: 'valid', revision: 1 });
    const small = await accepted();
    const idle = await first
      .post(`${small}/expert-panels`, { question: '是否必要？', experts: experts(units) })
      .expect(422);
    expect(idle.body.code).toBe('expertPanel.notDue');
  });

  it('changes a registration with amounts verified again, and knows the amounts of every day before', async () => {
    const path = await registered();
    market.clock.moveTo(new Date('2026-05-06T02:00:00Z'));
    const asked = { contractValueYuan: '6000000.00', declaredTechnologyValueYuan: '6000000.00' };
    const request = { ...asked, reason: '补充协议增加中试', evidence: ['补充协议'] };
    await buyer.post(`${path}/changes`, request).expect(404);
    const change = await seller.post(`${path}/changes`, request).expect(201);
    await seller.post(`${path}/changes`, request).expect(409);
    const decide = `/v1/registration-changes/${change.body.id}`;
    await first.post(`${decide}/verification`, verdict('6000000.01', '多一分')).expect(422);
    const verified = await first.post(`${decide}/verification`, verdict('5500000.00', '扣除设备')).expect(201);
    expect(verified.body.state).toBe('verified'); // 500万元 and more: a second person
    expect((await seller.get(path).expect(200)).body.revision).toBe(1);
    const self = await first.post(`${decide}/approval`).expect(422);
    expect(self.body.code).toBe('contractRegistration.samePerson');
    await second.post(`${decide}/approval`).expect(201);
    const now = (await seller.get(path).expect(200)).body;
    expect(now).toMatchObject({
      state: 'registered',
      standing: 'changed',
      revision: 2,
      verifiedTechnologyValue: { yuan: '5500000.00' },
    });
    const on = async (day: string) => (await seller.get(`${path}/standing?on=${day}`).expect(200)).body;
    expect(await on('2026-03-01')).toEqual({ on: '2026-03-01', state: null, revision: null });
    expect(await on('2026-05-05')).toMatchObject({
      state: 'registered',
      revision: { technologyValue: { yuan: '1200000.00' } },
    });
    expect(await on('2026-05-06')).toMatchObject({ revision: { technologyValue: { yuan: '5500000.00' } } });
    market.clock.moveTo(new Date('2026-07-01T02:00:00Z'));
    await first.post(`${path}/cancellation`, { reason: '合同解除' }).expect(201);
    expect(await on('2026-07-01')).toMatchObject({ state: 'cancelled', revision: { kind: 'cancelled', revision: 3 } });
    expect(await on('2026-06-30')).toMatchObject({ state: 'registered', revision: { kind: 'changed' } });
    expect(await topics(path)).toEqual([
      'contractRegistration.registered',
      'contractRegistration.changed',
      'contractRegistration.cancelled',
    ]);
    const { body: history } = await seller.get(`${path}/history`).expect(200);
    expect(history.steps.map((step: { toState: string }) => step.toState)).toEqual([
      'filed',
      'accepted',
      'underReview',
      'registered',
      'cancelled',
    ]);
    expect(history.steps.every((step: { personId: null }) => step.personId === null)).toBe(true);
  });

  it('examines anew on the objection of the tax authority, by somebody else: upheld, changed or cancelled', async () => {
    const path = await registered();
    const letter = { objector: 'taxAuthority', letter: '示例税务局 税函8号', reason: '设备款应予扣除' };
    await seller.post(`${path}/reexaminations`, letter).expect(404);
    const objection = await second.post(`${path}/reexaminations`, letter).expect(201);
    await second.post(`${path}/reexaminations`, letter).expect(409);
    const decide = `/v1/reexaminations/${objection.body.id}/decision`;
    const changed = { outcome: 'changed', reason: '扣除设备款', ...verdict('800000.00') };
    for (const barred of [first, second]) {
      const answer = await barred.post(decide, changed).expect(422);
      expect(answer.body.code).toBe('contractRegistration.samePerson');
    }
    await third.post(decide, { outcome: 'reopened', reason: '不适用' }).expect(422);
    await third.post(decide, { outcome: 'changed', reason: '没有金额' }).expect(422);
    await third.post(decide, changed).expect(201);
    expect((await seller.get(path).expect(200)).body).toMatchObject({
      standing: 'changed',
      verifiedTechnologyValue: { yuan: '800000.00' },
    });
    const own = { objector: 'registrant', reason: '不应扣除' };
    const again = await seller.post(`${path}/reexaminations`, own).expect(201);
    await first
      .post(`/v1/reexaminations/${again.body.id}/decision`, { outcome: 'cancelled', reason: '虚假合同' })
      .expect(201);
    expect((await seller.get(path).expect(200)).body.state).toBe('cancelled');
  });

  it('reopens a refusal when the objection is right, and the clock starts with that decision', async () => {
    const path = await accepted();
    const ground = { code: 'duplicate', evidence: '与另一合同相同' };
    const vague = await first.post(`${path}/refusal`, { grounds: [ground] }).expect(422);
    expect(vague.body.code).toBe('contractRegistration.evidenceIncomplete');
    const full = { code: 'duplicate', evidence: '与 2026621001000001 相同' };
    await first.post(`${path}/refusal`, { grounds: [full] }).expect(201);
    const own = { objector: 'registrant', reason: '两份合同标的不同' };
    const objection = await seller.post(`${path}/reexaminations`, own).expect(201);
    market.clock.moveTo(new Date('2026-03-09T02:00:00Z'));
    const decide = `/v1/reexaminations/${objection.body.id}/decision`;
    const right = { outcome: 'reopened', reason: '确为两份合同' };
    await first.post(decide, right).expect(422); // who refused does not judge the objection
    await second.post(decide, right).expect(201);
    const reopened = (await seller.get(path).expect(200)).body;
    expect(reopened).toMatchObject({ state: 'accepted', acceptedOn: '2026-03-09', dueOn: '2026-03-30' });
  });

  it('finds the same contract across offices and names with the evidence, and takes one text once, also in a race', async () => {
    const one = await registered({ title: '矮砧苹果密植栽培技术开发合同' });
    const two = await accepted({ title: '矮砧苹果密植栽培', valueFen: 118_000_000n });
    const far = await accepted({ title: '羊肚菌林下栽培', valueFen: 118_000_000n });
    const { body } = await first.get(`${two}/duplicates`).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ registrationId: one.split('/').at(-1), verdict: 'near' });
    const kinds = body.items[0].agreements.map((agreement: { kind: string }) => agreement.kind);
    expect(kinds).toEqual(['parties', 'title', 'amount', 'signedOn']);
    expect((await first.get(`${far}/duplicates`).expect(200)).body.items).toEqual([]);
    const stranger = await market.member({ roles: ['enterprise'] });
    await stranger.get(`${two}/duplicates`).expect(404);
    const contractTextSha256 = 'ab'.repeat(32);
    const contracts = await Promise.all(Array.from({ length: 6 }, () => contract()));
    const answers = await Promise.all(
      contracts.map((contractId) =>
        seller.post('/v1/contract-registrations', { contractId, landing, contractTextSha256 }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('contractRegistration.sameText');
  });

  it('lets the domestic buyer file imported technology, and nobody call a domestic contract imported', async () => {
    const contractId = await contract();
    const body = { contractId, landing, technologyImport: true };
    const domestic = await buyer.post('/v1/contract-registrations', body).expect(422);
    expect(domestic.body.code).toBe('contractRegistration.notImport');
    await market.database.owner.query(
      `UPDATE contract_party SET county_code = '810000' WHERE contract_id = $1 AND role = 'seller'`,
      [contractId],
    );
    const wrong = await seller.post('/v1/contract-registrations', body).expect(422);
    expect(wrong.body.code).toBe('contractRegistration.notBuyer');
    const filed = await buyer.post('/v1/contract-registrations', body).expect(201);
    expect(filed.body).toMatchObject({ technologyImport: true, organizationId: buyer.identity.organizationId });
  });

  it('registers a code that fails its check only with the evidence that it is real', async () => {
    const contractId = await contract();
    const creditCode = '91350203M0001QAY9B'; // a real early code of Xiamen
    await market.database.owner.query(
      `UPDATE contract_party SET credit_code = $2 WHERE contract_id = $1 AND role = 'seller'`,
      [contractId, creditCode],
    );
    const tried = await seller.post(`/v1/contracts/${contractId}/registration-precheck`, {}).expect(200);
    expect(tried.body.findings).toContainEqual(
      expect.objectContaining({ code: 'creditCodeDoubtful', severity: 'notice' }),
    );
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await first.post(`${path}/acceptance`, {}).expect(201);
    const stopped = await first.post(`${path}/determination`, verdict('1200000.00')).expect(422);
    expect(stopped.body.code).toBe('contractRegistration.creditCodeUnconfirmed');
    const confirm = { creditCode, evidence: '已核对营业执照原件' };
    await first.post(`${path}/credit-code-confirmations`, { ...confirm, creditCode: '91621002MA71ABC01J' }).expect(422);
    await first.post(`${path}/credit-code-confirmations`, confirm).expect(201);
    await first.post(`${path}/determination`, verdict('1200000.00')).expect(201);
  });

  it('accounts for every number of the year, imported ones included', async () => {
    const { rows } = await market.database.owner.query(
      `SELECT coalesce(max(last_serial), 0) + 1 AS next FROM registration_counter WHERE year = 2026`,
    );
    const imported = `2026621001${String(rows[0].next).padStart(6, '0')}`;
    await market.database.owner.query(`INSERT INTO issued_number (number, origin, at) VALUES ($1, 'imported', now())`, [
      imported,
    ]);
    const path = await registered();
    const { registrationNumber } = (await seller.get(path).expect(200)).body;
    expect(Number(registrationNumber)).toBe(Number(imported) + 1);
    const { body } = await first.get('/v1/registration-numbers?year=2026').expect(200);
    expect(body.items).toEqual([expect.objectContaining({ office: '01', imported: 1, unexplained: [] })]);
    const [office] = body.items;
    expect(office.issued + office.imported).toBe(office.lastSerial);
  });
});
