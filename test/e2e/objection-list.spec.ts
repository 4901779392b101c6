import { v7 as uuid } from 'uuid';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

interface Item {
  readonly id: string;
  readonly state: string;
  readonly noticeTitle: string;
}

/** Objections of all notices in one list, however many notices came after. */
describe('异议清单', () => {
  let market: TestMarket;
  let unit: Caller;
  let objector: Caller;
  let reviewer: Caller;
  let noticeId: string;

  beforeAll(async () => {
    market = await startMarket();
    unit = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    objector = await market.member({ roles: ['enterprise'] });
    reviewer = await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' });
    noticeId = await notice('最早的公示');
    for (let serial = 0; serial < 120; serial += 1) await notice(`后来的公示 ${serial}`);
    await market.database.owner.query(
      `INSERT INTO objection (id, notice_id, person_id, organization_id, state, reason, created_at)
       VALUES ($1, $2, $3, $4, 'open', '权属未达成一致。', now())`,
      [uuid(), noticeId, objector.identity.personId, objector.identity.organizationId],
    );
  });
  afterAll(() => market.close());

  /** As the listing would post it; notices have their own specs. */
  const notice = async (title: string): Promise<string> => {
    const id = uuid();
    await market.database.owner.query(
      `INSERT INTO public_notice (id, organization_id, subject_kind, subject_id, state, title, items, objection_procedure,
         posted_on, days, last_day, provisional, created_at, updated_at)
       VALUES ($1, $2, 'listing', $3, 'running', $4, '[]', '登录提出', '2026-11-20', 15, '2026-12-05', false, now(), now())`,
      [id, unit.identity.organizationId, uuid(), title],
    );
    return id;
  };
  const listed = async (caller: Caller, query = ''): Promise<Item[]> =>
    ((await caller.get(`/v1/objections?limit=100${query}`).expect(200)).body as { items: Item[] }).items;

  it('shows an objection to a notice that 120 others followed, to its three readers', async () => {
    for (const reader of [unit, objector, reviewer]) {
      expect(await listed(reader)).toMatchObject([{ state: 'open', noticeTitle: '最早的公示' }]);
    }
    expect(await listed(await market.member({ roles: ['enterprise'] }))).toEqual([]);
    await market.anonymous.get('/v1/objections').expect(401);
  });

  it('leaves whoever objected nothing to decide', async () => {
    expect(await listed(unit, '&waiting=yes')).toHaveLength(1);
    expect(await listed(reviewer, '&waiting=yes')).toHaveLength(1);
    expect(await listed(objector, '&waiting=yes')).toEqual([]);
  });
});
