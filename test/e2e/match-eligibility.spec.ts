import { patentCheckCharacter } from '#domain/identifiers/patent-number.js';
import type { Caller } from '../support/caller.js';
import { layOn, pledgeTo } from '../support/rights.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

/** What the law or its owner keeps back is never proposed, and the owner and the bureau are told why. */
describe('不参与撮合的成果', () => {
  let market: TestMarket;
  let enterprise: Caller;
  let institute: Caller;
  let bureau: Caller;
  let serial = 0;

  const achievement = async (content: object = {}): Promise<string> => {
    serial += 1;
    const { body } = await institute
      .post('/v1/achievements', {
        title: `湖羊羔羊代乳粉配制技术（${serial}号）`,
        summary: '以乳清粉配制代乳粉，羔羊 35 日龄断奶，成活率提高。',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
        ...content,
      })
      .expect(201);
    return body.id;
  };
  const published = async (content: object = {}): Promise<string> => {
    const id = await achievement(content);
    await institute.post(`/v1/achievements/${id}/registration`, { kind: 'applied' }).expect(201);
    await institute.post(`/v1/achievements/${id}/publication`).expect(201);
    return id;
  };
  const patentOn = async (achievementId: string): Promise<string> => {
    serial += 1;
    const digits = `20181${String(serial).padStart(7, '0')}`;
    const number = `ZL${digits}.${patentCheckCharacter(digits)}`;
    const { body } = await institute
      .post('/v1/patents', { number, title: '一种代乳料', state: 'granted', achievementId, filedOn: '2018-03-01' })
      .expect(201);
    return `/v1/patents/${body.id}`;
  };
  const proposed = async (demandId: string): Promise<string[]> => {
    const { body } = await enterprise.get(`/v1/demands/${demandId}/matches`).expect(200);
    return body.items.map(({ achievementId }: { achievementId: string }) => achievementId);
  };

  beforeAll(async () => {
    market = await startMarket({ worker: true });
    enterprise = await market.member({ roles: ['enterprise'] });
    institute = await market.member({ roles: ['researchUnit'], organizationKind: 'university' });
    bureau = await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' });
  });
  afterAll(() => market.close());

  it('leave the proposals when their patent is pledged, ended or licensed exclusively; the secret never enter', async () => {
    const open = await published();
    const kept = { pledged: await published(), ended: await published(), licensed: await published() };
    const secret = await achievement({ secret: true });
    expect((await institute.post(`/v1/achievements/${secret}/publication`).expect(422)).body.code).toBe(
      'achievement.secret',
    );
    const { body: demand } = await enterprise
      .post('/v1/demands', { title: '羔羊断奶求代乳料', summary: '羊羔提前断奶，想找代乳粉。', countyCode: '621022' })
      .expect(201);
    await enterprise.post(`/v1/demands/${demand.id}/publication`).expect(201);
    await eventually(async () => ((await proposed(demand.id)).length === 4 ? true : null));

    await layOn(institute, idOf(await patentOn(kept.pledged)), pledgeTo('示例银行'));
    await institute
      .post(`${await patentOn(kept.ended)}/legal-events`, {
        event: 'invalidate',
        reason: '无效宣告请求审查决定（示例）',
      })
      .expect(201);
    const licence = { kind: 'licence', manner: 'exclusive', holderName: '示例被许可人' };
    await layOn(institute, idOf(await patentOn(kept.licensed)), licence);
    await eventually(async () => ((await proposed(demand.id)).length === 1 ? true : null));
    expect(await proposed(demand.id)).toEqual([open]);

    for (const [id, barred, notice] of [
      [open, null, null],
      [kept.pledged, 'patentPledged', '专利已质押，质权人未同意转让或许可'],
      [kept.ended, 'patentEnded', '专利均已终止或失效'],
      [kept.licensed, 'exclusivelyLicensed', '专利已独占许可给他人'],
      [secret, 'secret', '涉密成果，不在市场公开撮合'],
    ] as const) {
      const { body } = await institute.get(`/v1/achievements/${id}/matches`).expect(200);
      expect({ barred: body.barred, notice: body.notice }).toEqual({ barred, notice });
    }
    const asBureau = await bureau.get(`/v1/achievements/${kept.pledged}/matches`).expect(200);
    expect(asBureau.body.barred).toBe('patentPledged');
    await enterprise.get(`/v1/achievements/${secret}/matches`).expect(404);
    await enterprise.get(`/v1/achievements/${kept.pledged}/matches`).expect(403);
  });

  it('tell the demand’s side what the whole answer is worth', async () => {
    const { body: demand } = await enterprise
      .post('/v1/demands', { title: '仔猪断奶求代乳料', summary: '仔猪提前断奶，想找代乳粉。', countyCode: '621022' })
      .expect(201);
    await enterprise.post(`/v1/demands/${demand.id}/publication`).expect(201);
    await eventually(async () => ((await proposed(demand.id)).length > 0 ? true : null));
    const { body } = await enterprise.get(`/v1/demands/${demand.id}/matches`).expect(200);
    expect(body).toMatchObject({ verdict: 'adaptable', notice: '无直接对应成果，以下可改造。' });
  });
});
