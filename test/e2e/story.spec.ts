import { beijingDate, startOfBeijingDay } from '#domain/calendar/local-date.js';
import { playStory, type StoryCaller } from '../../scripts/lib/story-steps.mjs';
import type { Caller } from '../support/caller.js';
import { eventually, startMarket, type TestMarket } from '../support/market.js';

/** The main job, played in process by the same steps as `npm run story`. */
describe('主流程：从成果披露到奖补与审计', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket({ worker: true });
  });
  afterAll(() => market.close());

  const expecting = (caller: Caller): StoryCaller => ({
    async get(path, status = 200) {
      const answer = await caller.get(path);
      return expected(path, status, answer);
    },
    async post(path, status, body) {
      const answer = await caller.post(path, body);
      return expected(path, status, answer);
    },
  });

  it('runs from disclosure to reward and audit, again and again in one market and over the end of the year', async () => {
    const rival = await otherOffer();
    const people = {
      seller: expecting(await market.member({ roles: ['researchUnit'], organizationKind: 'university' })),
      buyer: expecting(await market.member({ roles: ['enterprise'], countyCode: '621022' })),
      broker: expecting(await market.member({ roles: ['broker'], organizationKind: 'transferAgency' })),
      registrar: expecting(await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' })),
      reviewer: expecting(await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' })),
      auditor: expecting(await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' })),
    };
    const numbers: string[] = [];
    for (const run of ['甲', '乙', '丙', '丁', '戊']) {
      const lines: string[] = [];
      const story = await playStory({
        people,
        run,
        say: (line) => void lines.push(line),
        today: async () => beijingDate(market.clock.now()),
        moveTo: async (date) => market.clock.moveTo(new Date(startOfBeijingDay(date).getTime() + 9 * 3_600_000)),
      });
      expect(story.contract.declaredTechnologyValue).toEqual({ yuan: '10500000.00', fen: '1050000000' });
      numbers.push(story.registration.registrationNumber);
      expect(lines.length).toBeGreaterThan(30);
      await market.anonymous.get(`/v1/demands/${story.match.demandId}`).expect(404);
      expect(await closed(story.match.demandId, rival)).toEqual({ demand: 'met', match: 'superseded' });
    }
    expect(new Set(numbers).size).toBe(5);
    expect(new Set(numbers.map((number) => number.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
    const { rows } = await market.database.owner.query<{ year: number; committed: string }>(
      `SELECT fiscal_year AS year, committed_fen AS committed FROM budget_line ORDER BY fiscal_year`,
    );
    // 1‰ of 1050万元 for the agency and for the broker: each year's registrations from its own budget.
    const committed = (year: number) =>
      String(numbers.filter((number) => number.startsWith(String(year))).length * 2_100_000);
    expect(rows).toEqual([2026, 2027].map((year) => ({ year, committed: committed(year) })));
  }, 120_000);

  /** Another achievement that answers the same need and is not bought. */
  const otherOffer = async (): Promise<string> => {
    const owner = await market.member({ roles: ['researchUnit'], organizationKind: 'institute' });
    const { body } = await owner
      .post('/v1/achievements', {
        title: '羔羊早期断奶代乳料与饲喂规程',
        summary: '羔羊代乳料配方和早期断奶饲喂方案，降低断奶死亡率。',
        field: '农业',
        countyCode: '621022',
        inventors: [{ name: '示例完成人', shareBasisPoints: 10_000 }],
      })
      .expect(201);
    await owner.post(`/v1/achievements/${body.id}/registration`, { kind: 'applied' }).expect(201);
    await owner.post(`/v1/achievements/${body.id}/publication`).expect(201);
    return body.id as string;
  };

  /** What became of the demand, and of its match with the offer that was not bought, once the worker was there. */
  const closed = (demandId: string, achievementId: string) =>
    eventually(async () => {
      const { rows } = await market.database.owner.query<{ demand: string; match: string }>(
        `SELECT d.state AS demand, m.state AS match FROM demand d JOIN match m ON m.demand_id = d.id
         WHERE d.id = $1 AND m.achievement_id = $2`,
        [demandId, achievementId],
      );
      return rows[0]?.match === 'proposed' ? null : rows[0];
    });
});

function expected(path: string, status: number, answer: { status: number; body: unknown }): unknown {
  if (answer.status === status) return answer.body;
  throw new Error(`${path}: expected ${status}, got ${answer.status} ${JSON.stringify(answer.body)}`);
}
