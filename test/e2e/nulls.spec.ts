import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { documentOf, operationsOf, resolve, type ApiDocument, type ApiOperation } from '../support/openapi.js';

interface Subject {
  readonly owner: Caller;
  readonly path: string;
  /** Members whose null is answered 200 and clears them (or puts them back to what holds when left out). */
  readonly clears: Readonly<Record<string, (answer: never) => unknown>>;
}

/** Every PATCH of the document, with null for every member: cleared or refused with a reason, never a fault. */
describe('修改时以 null 清空', () => {
  let market: TestMarket;
  let document: ApiDocument;
  let seller: Caller;
  let buyer: Caller;

  beforeAll(async () => {
    market = await startMarket();
    document = documentOf(market.api);
    seller = await market.member({ roles: ['enterprise'] });
    buyer = await market.member({ roles: ['enterprise'] });
  });
  afterAll(() => market.close());

  const created = async (caller: Caller, path: string, body: object): Promise<string> =>
    `${path}/${(await caller.post(path, body).expect(201)).body.id}`;

  const achievement = (): Promise<string> =>
    created(seller, '/v1/achievements', {
      title: '肉牛全混合日粮配制技术',
      summary: '以玉米秸秆青贮为主的全混合日粮配方。',
      detail: '配方',
      field: '农业',
      keywords: ['肉牛'],
      readinessLevel: 7,
      transferModes: ['licence'],
      priceYuan: '1.00',
      inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
    });

  const demand = (change: object = {}): Promise<string> =>
    created(buyer, '/v1/demands', {
      title: '肉牛育肥慢',
      summary: '育肥牛日增重低，求日粮配方与饲喂技术。',
      field: '农业',
      countyCode: '621022',
      budgetYuan: '10.00',
      transferModes: ['licence'],
      neededBy: '2027-12-31',
      leastReadinessLevel: 7,
      excludedRegionCodes: ['610000'],
      validUntil: '2027-06-30',
      template: { code: 'beef-cattle', version: 1, answers: [{ question: 'current', value: '0.9', unit: '公斤/天' }] },
      externalKey: uuid(),
      ...change,
    });

  async function registered(): Promise<string> {
    const path = await achievement();
    await seller.post(`${path}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`${path}/publication`).expect(201);
    return path;
  }

  async function contract(): Promise<string> {
    const achievementId = (await registered()).split('/').at(-1);
    const need = await demand({ template: undefined });
    await buyer.post(`${need}/publication`).expect(201);
    const matchId = uuid();
    await market.database.owner.query(
      `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
         grade, reasons, model_version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'proposed', 60, 'strong', '{"agreements":[],"gaps":[],"signals":[]}', 'test', now(), now())`,
      [matchId, need.split('/').at(-1), achievementId, buyer.identity.organizationId, seller.identity.organizationId],
    );
    const introduction = await created(buyer, '/v1/introductions', { matchId, message: '想与贵方洽谈' });
    await buyer.post(`${introduction}/acceptances`, { contact: '买方' }).expect(201);
    await seller.post(`${introduction}/acceptances`, { contact: '卖方' }).expect(201);
    const deal = await created(buyer, '/v1/deals', { introductionId: introduction.split('/').at(-1) });
    await seller.post(`${deal}/offers`, { priceYuan: '1200000', mode: 'licence', terms: '普通许可三年' }).expect(201);
    await buyer.post(`${deal}/agreement`, { serial: 1 }).expect(201);
    return created(seller, '/v1/contracts', {
      dealId: deal.split('/').at(-1),
      title: '肉牛全混合日粮技术许可',
      type: 'licence',
      subType: 'technicalSecret',
      contractValueYuan: '1200000',
      declaredTechnologyValueYuan: '850000',
      nonTechnologyItems: [{ kind: 'equipment', amountYuan: '350000', withinReasonableCarrier: false }],
      validFrom: '2026-12-01',
      validUntil: '2028-12-31',
      relatedParty: true,
    });
  }

  const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
    '/v1/demands/{id}': async () => ({
      owner: buyer,
      path: await demand(),
      clears: {
        field: (body: { field: unknown }) => body.field,
        zoneCode: (body: { zoneCode: unknown }) => body.zoneCode,
        budgetYuan: (body: { budget: unknown }) => body.budget,
        transferModes: (body: { transferModes: unknown[] }) => body.transferModes[0] ?? null,
        neededBy: (body: { neededBy: unknown }) => body.neededBy,
        leastReadinessLevel: (body: { leastReadinessLevel: unknown }) => body.leastReadinessLevel,
        excludedRegionCodes: (body: { excludedRegionCodes: unknown[] }) => body.excludedRegionCodes[0] ?? null,
        validUntil: (body: { validUntil: unknown }) => body.validUntil,
        template: (body: { template: unknown }) => body.template,
        externalKey: () => null,
      },
    }),
    '/v1/achievements/{id}': async () => ({
      owner: seller,
      path: await achievement(),
      clears: {
        summary: (body: { summary: unknown }) => body.summary,
        field: (body: { field: unknown }) => body.field,
        readinessLevel: (body: { readinessLevel: unknown }) => body.readinessLevel,
        priceYuan: (body: { price: unknown }) => body.price,
        keywords: (body: { keywords: unknown[] }) => body.keywords[0] ?? null,
      },
    }),
    '/v1/listings/{id}': async () => ({
      owner: seller,
      path: await created(seller, '/v1/listings', {
        achievementId: (await registered()).split('/').at(-1),
        pricingMethod: 'negotiated',
        transferMode: 'licence',
        priceYuan: '1.00',
        relatedParty: true,
        validUntil: '2027-06-30',
      }),
      clears: {
        pricingMethod: (body: { pricingMethod: unknown }) => body.pricingMethod,
        priceYuan: (body: { price: unknown }) => body.price,
        validUntil: (body: { validUntil: unknown }) => body.validUntil,
        relatedParty: (body: { relatedParty: unknown }) => (body.relatedParty === false ? null : body.relatedParty),
      },
    }),
    '/v1/open-challenges/{id}': async () => ({
      owner: buyer,
      path: await created(buyer, '/v1/open-challenges', {
        title: '肉牛育肥提速技术征集',
        summary: '征集把育肥牛日增重提高三成的日粮与饲喂技术。',
        details: '存栏三百头，现用黄贮加浓缩料，附饲喂记录。',
        field: '农业',
        countyCode: '621022',
        budgetYuan: '10.00',
        ipTerms: {
          ...{ ownership: 'bidder', licenceBack: 'callerFree', secretUse: 'both' },
          ...{ note: '按约定实施', confidentialityMonths: 12 },
        },
        criteria: [{ code: 'plan', title: '可行性', weight: 100 }],
        prizesYuan: ['1.00'],
        passMark: 70,
        questionsUntil: '2026-12-10T18:00:00+08:00',
        commitUntil: '2026-12-20T18:00:00+08:00',
        revealUntil: '2026-12-25T18:00:00+08:00',
        scoringUntil: '2027-01-10',
      }),
      clears: {
        field: (body: { field: unknown }) => body.field,
        budgetYuan: (body: { budget: unknown }) => body.budget,
        ipTerms: (body: { ipTerms: unknown }) => body.ipTerms,
        passMark: (body: { passMark: unknown }) => (body.passMark === 60 ? null : body.passMark),
      },
    }),
    '/v1/contracts/{id}': async () => ({
      owner: seller,
      path: await contract(),
      clears: {
        validFrom: (body: { validFrom: unknown }) => body.validFrom,
        validUntil: (body: { validUntil: unknown }) => body.validUntil,
        relatedParty: (body: { relatedParty: unknown }) => (body.relatedParty === false ? null : body.relatedParty),
        brokerage: (body: { brokerage: unknown[] }) => body.brokerage[0] ?? null,
        parties: (body: { parties: unknown[] }) => body.parties[2] ?? null,
        rights: (body: { rights: unknown[] }) => body.rights[0] ?? null,
        licence: (body: { licence: unknown }) => body.licence,
        payment: (body: { payment: unknown }) => body.payment,
        currency: (body: { currency: unknown }) => body.currency,
        classification: (body: { classification: { industry: unknown } }) => body.classification.industry,
        expectedInvestmentYuan: (body: { expectedInvestment: unknown }) => body.expectedInvestment,
        expectedOutputYuan: (body: { expectedOutput: unknown }) => body.expectedOutput,
        foreign: (body: { foreign: unknown }) => (body.foreign === false ? null : body.foreign),
        secret: (body: { secret: unknown }) => (body.secret === false ? null : body.secret),
        clauses: (body: { clauses: unknown[] }) => body.clauses[0] ?? null,
        declaredTechnologyValueYuan: (body: { declaredTechnologyValue: { yuan: string } }) =>
          body.declaredTechnologyValue.yuan === '850000.00' ? null : body.declaredTechnologyValue,
      },
    }),
    '/v1/patents/{id}': async () => ({
      owner: seller,
      path: await created(seller, '/v1/patents', {
        number: 'ZL201710601862.3',
        title: '一种羔羊代乳料及其制备方法',
        state: 'granted',
        filedOn: '2017-07-21',
        achievementId: (await achievement()).split('/').at(-1),
      }),
      clears: {
        achievementId: (body: { achievementId: unknown }) => body.achievementId,
        publicationNumber: (body: { publicationNumber: unknown }) => body.publicationNumber,
        grantedOn: () => null, // null says nothing of the day
      },
    }),
    '/v1/rights/{id}': async () => ({
      owner: seller,
      path: await created(seller, '/v1/rights', {
        kind: 'softwareCopyright',
        number: '2023SR0123456',
        title: '羊场智能饲喂管理软件',
        state: 'granted',
        filedOn: '2023-01-10',
        achievementId: (await achievement()).split('/').at(-1),
      }),
      clears: { achievementId: (body: { achievementId: unknown }) => body.achievementId },
    }),
    '/v1/webhook-endpoints/{id}': async () => ({
      owner: buyer,
      path: await created(buyer, '/v1/webhook-endpoints', {
        url: 'https://example.org/events',
        description: '管理系统',
        eventTypes: ['demand.publish'],
      }),
      clears: {},
    }),
    '/v1/facilities/{id}': async () => ({
      owner: seller,
      path: await created(seller, '/v1/facilities', {
        kind: 'instrument',
        name: '近红外饲料成分分析仪',
        description: '可测粗蛋白、粗纤维与水分。',
        place: '西峰区兰州路 12 号',
        countyCode: '621002',
        capacity: 1,
        mode: 'instant',
        priceYuan: '50.00',
        priceUnit: '每小时',
        opening: [{ weekday: 1, from: '08:30', until: '18:00' }],
        slotMinutes: 30,
        longestMinutes: 240,
        aheadDays: 30,
        cancellationHours: 24,
      }),
      clears: {
        priceYuan: (body: { price: unknown }) => body.price,
        priceUnit: (body: { priceUnit: unknown }) => body.priceUnit,
      },
    }),
    '/v1/organizations/{id}': async () => ({
      owner: buyer,
      path: `/v1/organizations/${buyer.identity.organizationId}`,
      clears: {},
    }),
    '/v1/organizations/{id}/members/{personId}': async () => ({
      owner: buyer,
      path: `/v1/organizations/${buyer.identity.organizationId}/members/${buyer.identity.personId}`,
      clears: {},
    }),
  };

  const patches = (): ApiOperation[] => operationsOf(document).filter(({ method }) => method === 'patch');
  const membersOf = ({ body }: ApiOperation): string[] =>
    Object.keys(resolve(document, body?.schema ?? {}).properties ?? {});

  it('knows a subject for every PATCH', () => {
    expect(
      patches()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(Object.keys(subjects).sort());
  });

  it.each(Object.keys(subjects))('%s', async (template) => {
    const operation = patches().find(({ path }) => path === template);
    if (!operation) throw new Error(`no PATCH ${template}`);
    const subject = await subjects[template]!();
    const members = membersOf(operation);
    expect(members.length).toBeGreaterThan(0);
    const wrong: unknown[] = [];
    for (const member of members) {
      const before = await subject.owner.get(subject.path);
      const answer = await subject.owner.patch(subject.path, before.body.version ?? 1, { [member]: null });
      const clears = subject.clears[member] as ((body: unknown) => unknown) | undefined;
      const sensible = clears ? answer.status === 200 && clears(answer.body) === null : answer.status < 500;
      if (!sensible) wrong.push([member, answer.status, answer.body]);
      if (answer.status === 400) expect(answer.body.code).toBe('request.invalid');
    }
    expect(wrong).toEqual([]);
  });

  it('takes null for what may be left out at creation', async () => {
    const optional = { field: null, zoneCode: null, budgetYuan: null, validUntil: null, externalKey: null };
    const need = { title: '肉牛育肥慢', summary: '求日粮配方。', countyCode: '621022', ...optional };
    expect((await buyer.post('/v1/demands', need).expect(201)).body.budget).toBeNull();
    await buyer.post('/v1/demands', { ...need, title: null }).expect(400);
  });
});
