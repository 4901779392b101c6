import { beijingDate, startOfBeijingDay } from '#domain/calendar/local-date.js';
import { playStory, type StoryCaller } from '../../scripts/lib/story-steps.mjs';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

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

  it('runs from disclosure to reward and audit, twice in one market', async () => {
    const people = {
      seller: expecting(await market.member({ roles: ['researchUnit'], organizationKind: 'university' })),
      buyer: expecting(await market.member({ roles: ['enterprise'], countyCode: '621022' })),
      broker: expecting(await market.member({ roles: ['broker'], organizationKind: 'transferAgency' })),
      registrar: expecting(await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' })),
      reviewer: expecting(await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' })),
      auditor: expecting(await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' })),
    };
    const numbers: string[] = [];
    for (const run of ['甲', '乙']) {
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
    }
    expect(new Set(numbers).size).toBe(2);
  });
});

function expected(path: string, status: number, answer: { status: number; body: unknown }): unknown {
  if (answer.status === status) return answer.body;
  throw new Error(`${path}: expected ${status}, got ${answer.status} ${JSON.stringify(answer.body)}`);
}
