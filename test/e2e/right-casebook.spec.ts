import { readFileSync } from 'node:fs';
import type { GuardFacts } from '../casebook/runners/right.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { draftListing, evidenceFor, layOn, newPatent, pledgeTo } from '../support/rights.js';

interface Row {
  readonly case: string;
  readonly facts: GuardFacts;
  readonly expected: { readonly answer: string; readonly flags?: readonly string[] };
}

const rows = (JSON.parse(readFileSync('test/casebook/right-guard.json', 'utf8')) as Row[]).filter(
  ({ facts }) => facts.api,
);

/** The casebook of the guard, row by row through the API: arranged, asked, and then really done or refused. */
describe('知识产权处分规则（逐条办理）', () => {
  let market: TestMarket;
  let owner: Caller;
  let colleague: Caller;
  let bank: Caller;
  let licensee: Caller;
  let partners: readonly Caller[];

  beforeAll(async () => {
    market = await startMarket();
    owner = await market.member({ roles: ['enterprise'] });
    const { organizationId } = owner.identity;
    colleague = await market.member({ roles: ['enterprise'], organizationId });
    const firm = () => market.member({ roles: ['enterprise'] });
    [bank, licensee] = [await firm(), await firm()];
    partners = [await firm(), await firm()];
  });
  afterAll(() => market.close());

  const created: readonly string[] = ['applied', 'published', 'granted'];

  async function arrange(facts: GuardFacts): Promise<string> {
    const { state = 'granted', secret = false, overlays = [], coOwners = 0, consents = [], soloActs } = facts;
    const patent = await newPatent(owner, { state: created.includes(state) ? state : 'granted', secret });
    const pledges: string[] = [];
    for (const { kind, ...given } of overlays) {
      const from = kind === 'preservation' ? '2026-11-01' : '2025-01-01';
      const pledge = kind === 'pledge';
      const overlay = pledge ? pledgeTo(bank) : { kind, holderName: '甲公司', ...given };
      const id = await layOn(owner, patent, { ...overlay, from });
      if (pledge) pledges.push(id);
    }
    const shares: string[] = [];
    for (const partner of partners.slice(0, coOwners)) {
      const { organizationId } = partner.identity;
      shares.push((await owner.post(`/v1/rights/${patent}/co-owners`, { organizationId }).expect(201)).body.id);
    }
    if (soloActs) {
      const evidenceId = await evidenceFor(owner, patent);
      await owner.post(`/v1/rights/${patent}/co-ownership-agreement`, { soloActs, evidenceId }).expect(201);
    }
    for (const { giver, acts } of consents) {
      const consent = { acts, basis: '书面同意（示例）' };
      if (giver === 'pledgee') await bank.post(`/v1/right-overlays/${pledges.shift()}/consents`, consent).expect(201);
      else await partners[0]?.post(`/v1/right-co-owners/${shares[0]}/consents`, consent).expect(201);
    }
    if (!created.includes(state)) {
      const event = { lapsed: 'lapse', surrendered: 'surrender', invalid: 'invalidate' }[state];
      await owner.post(`/v1/patents/${patent}/legal-events`, { event, reason: '决定（示例）' }).expect(201);
    }
    return patent;
  }

  async function offer(patent: string, mode: string) {
    const { id, achievementId } = await draftListing(owner, mode);
    const version = (await owner.get(`/v1/patents/${patent}`).expect(200)).body.version;
    await owner.patch(`/v1/patents/${patent}`, version, { achievementId }).expect(200);
    return owner.post(`/v1/listings/${id}/publication`);
  }

  const openTerms = (patent: string, { territory, from, until }: GuardFacts): object => ({
    patentId: patent,
    feeManner: 'perYear',
    feeYuan: '20000.00',
    feeBasis: '每年 1 月 31 日前转账支付当年使用费。',
    from: from ?? '2026-12-01',
    until: until ?? '2030-11-30',
    territory,
    contact: '技术转移中心，0934-0000000',
  });

  async function act(patent: string, facts: GuardFacts) {
    const { from, until, territory } = facts;
    switch (facts.act) {
      case 'transfer':
      case 'equityContribution':
        return offer(patent, facts.act);
      case 'pledge':
        return owner.post(`/v1/rights/${patent}/overlays`, {
          ...pledgeTo('另一家银行'),
          from: '2026-11-23',
          basis: '示例',
          ...(until !== undefined && { until }),
        });
      case 'openLicence': {
        const { body } = await owner.post('/v1/open-licences', openTerms(patent, facts)).expect(201);
        return colleague.post(`/v1/open-licences/${body.id}/publication`);
      }
      default: {
        if (facts.act === 'ordinaryLicence' && until === undefined && !territory) return offer(patent, 'licence');
        const manner = facts.act.replace('Licence', '');
        const terms = { manner, territory, until, from: '2026-11-23', basis: '许可合同（示例）' };
        // What begins later cannot be entered before it begins: it is asked for below.
        if (from !== undefined) return null;
        const holderOrganizationId = licensee.identity.organizationId;
        return owner.post(`/v1/rights/${patent}/overlays`, { kind: 'licence', holderOrganizationId, ...terms });
      }
    }
  }

  it('plays at least a third of the casebook', () => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
  });

  it.each(rows)('$case', async ({ facts, expected }) => {
    const patent = await arrange(facts);
    const query = new URLSearchParams({ act: facts.act });
    if (facts.from !== undefined) query.set('from', facts.from);
    if (facts.until !== undefined) query.set('until', facts.until);
    if (facts.territory !== undefined) query.set('territory', facts.territory.join(','));
    const asked = (await owner.get(`/v1/rights/${patent}/disposal-check?${query.toString()}`).expect(200)).body;
    expect(asked.allowed ? { answer: 'ok', flags: asked.flags } : { answer: asked.code }).toEqual(expected);
    if (!asked.allowed) expect([asked.detail, asked.article]).not.toContainEqual(expect.stringMatching(/\{\w+\}|^$/));
    const done = await act(patent, facts);
    if (done !== null) expect(done.status === 201 ? 'ok' : done.body.code).toBe(expected.answer);
  });
});
