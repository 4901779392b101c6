import { startMarket, type TestMarket } from '../support/market.js';

/** A listing says what it ends, by how much, against what, on what proof and what it pays; praise alone does not go out. */
describe('挂牌说明的质量', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket();
  });
  afterAll(() => market.close());

  it('names what is missing and what says nothing, keeps unclear words from going out, and shows the score to all', async () => {
    const seller = await market.member({ roles: ['enterprise'] });
    const stranger = await market.member({ roles: ['enterprise'] });
    const made = await seller
      .post('/v1/achievements', {
        title: '羔羊代乳料',
        summary: '羔羊早期断奶代乳料配方及饲喂规程，死亡率由 12% 降到 4%。',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await seller.post(`/v1/achievements/${made.body.id}/registration`, { kind: 'applied' }).expect(201);
    await seller.post(`/v1/achievements/${made.body.id}/publication`).expect(201);
    const listing = await seller
      .post('/v1/listings', { achievementId: made.body.id, transferMode: 'licence', priceYuan: '300000' })
      .expect(201);
    const path = `/v1/listings/${listing.body.id}`;
    const bare = await seller.get(`${path}/quality`).expect(200);
    expect(bare.body).toMatchObject({ score: 0 });
    expect(bare.body.findings.map((finding: { verdict: string }) => finding.verdict)).toEqual(Array(5).fill('missing'));
    await stranger.get(`${path}/quality`).expect(404);
    await stranger.post(`${path}/statements`, { problem: '别人的' }).expect(404);

    await seller.post(`${path}/statements`, { improvement: '效果显著，国内领先' }).expect(201);
    const refused = await seller.post(`${path}/publication`).expect(422);
    expect(refused.body.code).toBe('listing.statementUnclear');
    expect(refused.body.detail).toContain('改进多少');
    const clear = {
      problem: '羔羊 35 日龄断奶后腹泻多，死亡率约 12%',
      improvement: '死亡率降到 4%，日增重提高 15%',
      comparedWith: '与现用全乳饲喂相比',
      evidence: '三个批次第三方检验报告',
    };
    const written = await seller.post(`${path}/statements`, clear).expect(201);
    expect(written.body.score).toBe(80);
    expect(written.body.findings.at(-1)).toMatchObject({ title: '投入与效益', verdict: 'missing' });
    await seller.post(`${path}/publication`).expect(201);
    expect((await market.anonymous.get(`${path}/quality`).expect(200)).body).toMatchObject({ score: 80, ...clear });
    expect((await seller.post(`${path}/statements`, clear).expect(409)).body.code).toBe('listing.posted');
  });
});
