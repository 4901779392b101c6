import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** An organization that the bureau has not verified yet prepares; it does not act toward others. */
describe('未经核验的单位', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket();
  });
  afterAll(() => market.close());

  async function unverified(member: Parameters<TestMarket['member']>[0]): Promise<Caller> {
    const caller = await market.member(member);
    const { organizationId } = caller.identity;
    await market.database.owner.query(`UPDATE organization SET state = 'unverified' WHERE id = $1`, [organizationId]);
    return caller;
  }

  it('registers an achievement and publishes it only once verified', async () => {
    const unit = await unverified({ roles: ['researchUnit'], organizationKind: 'university' });
    const inventors = [{ name: '示例完成人', shareBasisPoints: 10_000 }];
    const disclosure = { title: '矮砧苹果脱毒苗繁育', summary: '脱毒率 98%。', inventors, transferModes: ['transfer'] };
    const { body } = await unit.post('/v1/achievements', disclosure).expect(201);
    await unit.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    const refused = await unit.post(`/v1/achievements/${body.id}/publication`).expect(409);
    expect(refused.body.code).toBe('organization.unverified');
    await market.database.owner.query(`UPDATE organization SET state = 'verified' WHERE id = $1`, [
      unit.identity.organizationId,
    ]);
    await unit.post(`/v1/achievements/${body.id}/publication`).expect(201);
  });

  it('imports drafts, not public entries', async () => {
    const unit = await unverified({ roles: ['researchUnit'], organizationKind: 'university' });
    const file = '名称\n青贮乳酸菌筛选\n';
    const upload = (publish: boolean) =>
      unit
        .post(`/v1/imports?kind=achievements&publish=${publish}`, undefined)
        .set('Content-Type', 'text/csv')
        .send(file as never);
    expect((await upload(true).expect(409)).body.code).toBe('organization.unverified');
    await upload(false).expect(202);
  });

  it('proposes no mandate', async () => {
    const broker = await unverified({ roles: ['broker'], organizationKind: 'transferAgency' });
    const terms = {
      subject: { kind: 'demand', id: '0193f0a2-7c1e-7000-8000-000000000000' },
      fee: { kind: 'percent', basisPoints: 300, base: 'technologyValue' },
      expiresOn: '2027-06-30',
      tailDays: 90,
      exclusive: false,
    };
    const refused = await broker.post('/v1/mandates', terms).expect(409);
    expect(refused.body.code).toBe('organization.unverified');
  });
});
