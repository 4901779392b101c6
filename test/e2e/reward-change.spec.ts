import { systemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import type { Caller } from '../support/caller.js';
import { effectiveContract, type ContractFacts } from '../support/contracts.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

type Name = 'seller' | 'buyer' | 'broker' | 'agency' | 'registrar' | 'reviewer' | 'officer' | 'approver';

/** A registered contract changes, and what was accrued on it follows, to the last 分 of the ledger. */
describe('变更登记之后的奖补', () => {
  let market: TestMarket;
  const people = {} as Record<Name, Caller>;
  const actor = systemActor('test', 'test');
  let beneficiaries: readonly string[] = [];
  const bureau = (role: 'registrar' | 'reviewer' | 'rewardOfficer') =>
    ({ roles: [role], organizationKind: 'cityBureau' }) as const;
  const kinds = {
    seller: { roles: ['researchUnit'], organizationKind: 'institute' },
    buyer: { roles: ['enterprise'] },
    agency: { roles: ['agencyManager'], organizationKind: 'transferAgency' },
    broker: { roles: ['broker'], organizationKind: 'transferAgency' },
    registrar: bureau('registrar'),
    reviewer: bureau('reviewer'),
    officer: bureau('rewardOfficer'),
    approver: bureau('rewardOfficer'),
  } as const;

  /** Sessions end after a quarter of an hour: after a jump of the clock people come back. */
  async function signIn(): Promise<void> {
    for (const [name, kind] of Object.entries(kinds) as [Name, (typeof kinds)[Name]][]) {
      const known = people[name]?.identity.organizationId;
      people[name] = await market.member({ ...kind, ...(known && { organizationId: known }) });
    }
  }
  /** Each story has an agency of its own, so that its account starts at nothing. */
  async function newAgency(): Promise<void> {
    people.agency = await market.member(kinds.agency);
    people.broker = await market.member({ roles: ['broker'], organizationId: people.agency.identity.organizationId });
    beneficiaries = [people.agency.identity.organizationId, people.broker.identity.personId];
  }

  beforeAll(async () => {
    market = await startMarket({ worker: true, now: '2026-11-24T02:00:00Z' });
    await signIn();
  });
  beforeEach(newAgency);
  afterAll(() => market.close());

  async function registered(yuan: number, facts: Partial<ContractFacts> = {}) {
    const { seller, buyer, registrar, reviewer, broker, agency } = people;
    const contractId = await effectiveContract(market.database, {
      seller: seller.identity,
      buyer: buyer.identity,
      valueFen: BigInt(yuan) * 100n,
      brokerage: [{ personId: broker.identity.personId, agencyId: agency.identity.organizationId, share: 10_000 }],
      ...facts,
    });
    const landing = { countyCode: '621022', evidence: [] };
    const { body } = await seller.post('/v1/contract-registrations', { contractId, landing }).expect(201);
    const path = `/v1/contract-registrations/${body.id}`;
    await registrar.post(`${path}/acceptance`, {}).expect(201);
    await registrar.post(`${path}/determination`, verdict(yuan)).expect(201);
    await reviewer.post(`${path}/second-review`, { decision: 'approve' }).expect(201);
    return { path, contractId, id: body.id as string };
  }
  const verdict = (yuan: number) => ({
    verifiedTechnologyValueYuan: `${yuan}.00`,
    type: 'development',
    reason: '核定',
  });
  const amounts = (yuan: number) => ({ contractValueYuan: `${yuan}.00`, declaredTechnologyValueYuan: `${yuan}.00` });

  async function change(path: string, terms: object, yuan: number): Promise<void> {
    const asked = { ...terms, reason: '补充协议', evidence: ['补充协议'] };
    const { body } = await people.seller.post(`${path}/changes`, asked).expect(201);
    const verification = `/v1/registration-changes/${body.id}/verification`;
    const verified = await people.registrar.post(verification, verdict(yuan)).expect(201);
    if (verified.body.state === 'verified') {
      await people.reviewer.post(`/v1/registration-changes/${body.id}/approval`).expect(201);
    }
  }

  interface Account {
    readonly id: string;
    readonly state: string;
    readonly total: { yuan: string };
    readonly provisionalAmount: { yuan: string };
    readonly entries: readonly { outcome: string; reason: string | null; increment: { yuan: string } }[];
  }
  async function account(scheme: string): Promise<Account | null> {
    const { body } = await people.officer.get('/v1/reward-accruals?limit=100').expect(200);
    const found = body.items.find(
      (one: { scheme: string; beneficiaryId: string }) =>
        one.scheme === scheme && beneficiaries.includes(one.beneficiaryId),
    );
    return found ? (await people.officer.get(`/v1/reward-accruals/${found.id}`).expect(200)).body : null;
  }
  /** Both accounts say this once the worker was there, and every 分 of it is in the ledger. */
  async function accrued(total: string, amount: string): Promise<Account> {
    const expected = { total: { yuan: total }, provisionalAmount: { yuan: amount } };
    const found = await eventually(async () => {
      for (const scheme of ['agencyAward', 'brokerBonus']) {
        const now = await account(scheme);
        if (now?.total.yuan !== total || now.provisionalAmount.yuan !== amount) return null;
      }
      return account('agencyAward');
    }, 20);
    expect(found).toMatchObject(expected);
    await ledgerSound();
    return found;
  }
  async function ledgerSound(): Promise<void> {
    expect(await market.api.get(LedgerService, { strict: false }).check(actor)).toEqual([]);
    const { rows } = await market.database.owner.query(
      `SELECT (SELECT sum(committed_fen + paid_fen) FROM budget_line WHERE fund = 'conversionFund')::text AS budget,
         (SELECT sum(amount_fen) FROM reward_accrual WHERE state <> 'closed')::text AS accounts`,
    );
    expect(rows[0].budget).toBe(rows[0].accounts);
  }
  const budget = async (year: number) => {
    const { body } = await people.officer.get('/v1/budget-lines').expect(200);
    return body.items.find((line: { fiscalYear: number; fund: string }) => line.fiscalYear === year);
  };

  it('rises and falls with the changed amount, below the threshold to nothing, and ends with the cancellation', async () => {
    const { path } = await registered(12_000_000);
    await accrued('12000000.00', '12000.00');
    await change(path, amounts(15_000_000), 15_000_000);
    await accrued('15000000.00', '15000.00');
    await change(path, amounts(9_999_999), 9_999_999); // one yuan below the threshold
    const fallen = await accrued('9999999.00', '0.00');
    expect(fallen.entries[0]).toMatchObject({ outcome: 'adjusted', increment: { yuan: '-15000.00' } });
    await change(path, amounts(20_000_000), 20_000_000);
    await accrued('20000000.00', '20000.00');
    await people.registrar.post(`${path}/cancellation`, { reason: '合同被撤销' }).expect(201);
    const ended = await accrued('0.00', '0.00');
    expect(ended.entries[0]).toMatchObject({ outcome: 'reversed', increment: { yuan: '-20000.00' } });
  });

  it('stops counting when the parties turn out to be related, and counts again when they are not', async () => {
    const { path } = await registered(12_000_000);
    await accrued('12000000.00', '12000.00');
    await change(path, { relatedParty: true }, 12_000_000);
    await accrued('0.00', '0.00');
    await change(path, { relatedParty: false }, 12_000_000);
    await accrued('12000000.00', '12000.00');
    await people.registrar.post(`${path}/cancellation`, { reason: '合同被撤销' }).expect(201);
    await accrued('0.00', '0.00');
  });

  const royalty = {
    ...{ base: 'sales', steps: [{ from: '0', rateBasisPoints: 500 }], settlement: 'yearly', auditRight: false },
    until: null,
  };
  const terms = { payment: { manner: 'royalty', instalments: [], royalty } };

  it('waits for the amounts of a royalty contract, which both sides settle and the office verifies', async () => {
    const { path, contractId, id } = await registered(12_000_000, { terms });
    const waiting = await accrued('0.00', '0.00');
    expect(waiting.entries).toEqual([
      expect.objectContaining({ outcome: 'refused', reason: expect.stringContaining('提成') }),
    ]);
    expect((await people.seller.get(path).expect(200)).body).toMatchObject({ amountsOpen: true, changeDue: false });
    const desk = async (holder: string) => {
      const { body } = await people.registrar.get(`/v1/contract-registrations?holder=${holder}&limit=100`).expect(200);
      return body.items.some((item: { id: string }) => item.id === id);
    };
    expect(await desk('seller')).toBe(false);

    const supplements = `/v1/contracts/${contractId}/amount-supplements`;
    const stated = { contractValueYuan: '13000000', technologyValueYuan: '12500000', reason: '提成结算完毕' };
    const { body } = await people.seller.post(supplements, stated).expect(201);
    await people.buyer.post(`${supplements}/${body.id}/confirmation`).expect(201);
    const due = await eventually(async () => {
      const seen = (await people.seller.get(path).expect(200)).body;
      return seen.changeDue ? seen : null;
    });
    expect(due).toMatchObject({ holder: 'seller', settledTechnologyValue: { yuan: '12500000.00' }, amountsOpen: true });
    expect([await desk('seller'), await desk('registrationOffice')]).toEqual([true, false]);

    const asked = { reason: '金额补充', evidence: ['结算单'] };
    const wrong = await people.seller.post(`${path}/changes`, { ...asked, ...amounts(13_000_000) }).expect(422);
    expect(wrong.body.code).toBe('registrationChange.amountsNotSettled');
    const right = { contractValueYuan: '13000000', declaredTechnologyValueYuan: '12500000', ...asked };
    const requested = await people.seller.post(`${path}/changes`, right).expect(201);
    expect([await desk('seller'), await desk('registrationOffice')]).toEqual([false, true]);
    const changePath = `/v1/registration-changes/${requested.body.id}`;
    await people.registrar.post(`${changePath}/verification`, verdict(12_500_000)).expect(201);
    expect([await desk('registrationOffice'), await desk('reviewer')]).toEqual([false, true]);
    await people.reviewer.post(`${changePath}/approval`).expect(201);
    expect((await people.seller.get(path).expect(200)).body).toMatchObject({
      ...{ amountsOpen: false, changeDue: false, openChange: null, holder: 'nobody', revision: 2 },
      verifiedTechnologyValue: { yuan: '12500000.00' },
    });
    await accrued('12500000.00', '12500.00');
    expect([await desk('seller'), await desk('registrationOffice'), await desk('reviewer')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('claims back what was paid when the registration falls after the review, and never raises it', async () => {
    const { path } = await registered(30_000_000);
    await accrued('30000000.00', '30000.00');
    const before = await budget(2026);
    await paidAfterReview();
    const [paid] = [await budget(2026)];
    expect(BigInt(paid.paid.fen) - BigInt(before.paid.fen)).toBe(3_000_000n);

    await change(path, amounts(40_000_000), 40_000_000);
    await settledAt('agencyAward', '40000000.00', '30000.00'); // concluded: it does not rise
    await settledAt('brokerBonus', '40000000.00', '40000.00'); // not reviewed: it does
    await change(path, amounts(20_000_000), 20_000_000);
    await settledAt('agencyAward', '20000000.00', '20000.00');
    expect(receivable(await budget(2026), before)).toBe(1_000_000n);
    await people.registrar.post(`${path}/cancellation`, { reason: '合同被撤销' }).expect(201);
    await settledAt('agencyAward', '0.00', '0.00');
    await settledAt('brokerBonus', '0.00', '0.00');
    expect(receivable(await budget(2026), before)).toBe(3_000_000n);
    await ledgerSound();
  }, 60_000);

  interface Line {
    readonly receivable: { fen: string };
  }
  const receivable = (now: Line, before: Line): bigint => BigInt(now.receivable.fen) - BigInt(before.receivable.fen);
  async function settledAt(scheme: string, total: string, amount: string): Promise<void> {
    await eventually(async () => {
      const now = await account(scheme);
      return now?.total.yuan === total && now.provisionalAmount.yuan === amount ? now : null;
    }, 20);
    await ledgerSound();
  }

  /** The yearly review of the agency's year, to the recorded payment. */
  async function paidAfterReview(): Promise<void> {
    market.clock.moveTo(new Date('2027-02-01T02:00:00Z'));
    await signIn();
    const opened = { scheme: 'agencyAward', fiscalYear: 2026, applicationsUntil: '2027-02-28' };
    const review = `/v1/reward-reviews/${(await people.officer.post('/v1/reward-reviews', opened).expect(201)).body.id}`;
    const application = { statement: '年度促成并落地的技术交易合同及其带动作用。', evidence: ['用户应用证明'] };
    const applied = await people.agency.post(`${review}/applications`, application).expect(201);
    const applicationPath = `/v1/reward-applications/${applied.body.id}`;
    await people.officer.post(`${applicationPath}/formal-check`, { outcome: 'accept', findings: '齐全' }).expect(201);
    await people.officer.post(`${review}/snapshot`, {}).expect(201);
    const scores = ['transfer', 'benefit', 'service'].map((code) => ({ code, score: 90 }));
    for (let index = 0; index < 3; index += 1) {
      const panelist = await market.member({ roles: ['enterprise'] });
      await people.officer.post(`${review}/panelists`, { personId: panelist.identity.personId }).expect(201);
      await panelist.post(`${applicationPath}/scores`, { scores }).expect(201);
    }
    await people.officer.post(`${review}/ranking`, {}).expect(201);
    await people.officer.post(`${review}/publication`, {}).expect(201);
    market.clock.moveTo(new Date('2027-03-01T02:00:00Z'));
    await signIn();
    await eventually(async () => {
      const { state } = (await people.approver.get(review).expect(200)).body;
      return state === 'awaitingApproval' ? state : null;
    }, 20);
    await people.approver.post(`${review}/approval`, { reason: '同意' }).expect(201);
    const [award] = (await people.approver.get(`${review}/awards`).expect(200)).body.items;
    const payment = { documentNumber: '庆财支（测试）1', paidOn: '2027-03-01' };
    await people.officer.post(`/v1/reward-awards/${award.id}/payment`, payment).expect(201);
  }
});
