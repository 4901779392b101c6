import { beijingDate, startOfBeijingDay } from '#domain/calendar/local-date.js';
import { createLogger } from '#platform/telemetry/logger.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { playStory, type StoryCaller, type StoryRole } from '../../scripts/lib/story-steps.mjs';
import type { Caller } from './caller.js';
import { KnownIds } from './known-ids.js';
import { eventually, type TestMarket } from './market.js';

/** A whole deal from disclosure to reward, done by six people: what outsiders and the fuzzer find in the market. */
export interface PlayedStory {
  readonly people: Readonly<Record<StoryRole, Caller>>;
  readonly ids: KnownIds;
}

/** Members of bodies that nobody but the story's people (and the bureau) may read. */
const privateMembers = ['detail', 'message', 'contact', 'terms', 'statement', 'request', 'note', 'site'];
const privateLists = ['documents', 'evidence'];

/** Plays the story of `npm run story`; `mark` goes into every private text of it. The worker runs meanwhile only. */
export async function playedStory(market: TestMarket, mark = ''): Promise<PlayedStory> {
  const logger = createLogger(market.database.config, 'test');
  const worker = await createWorker(market.database.config, market.clock, logger);
  const people = {
    seller: await market.member({ roles: ['researchUnit'], organizationKind: 'university' }),
    buyer: await market.member({ roles: ['enterprise'], countyCode: '621022' }),
    broker: await market.member({ roles: ['broker'], organizationKind: 'transferAgency' }),
    registrar: await market.member({ roles: ['registrar'], organizationKind: 'cityBureau' }),
    reviewer: await market.member({ roles: ['reviewer'], organizationKind: 'cityBureau' }),
    auditor: await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' }),
  };
  const ids = new KnownIds();
  for (const { identity } of Object.values(people)) {
    ids.add('organization', identity.organizationId);
    ids.add('person', identity.personId);
  }
  try {
    await playStory({
      people: mapped(people, (caller) => storyCaller(caller, ids, mark)),
      run: '甲',
      say: () => undefined,
      today: async () => beijingDate(market.clock.now()),
      moveTo: async (date) => market.clock.moveTo(new Date(startOfBeijingDay(date).getTime() + 9 * 3_600_000)),
    });
    await eventually(async () => {
      const { rows } = await market.database.owner.query(
        'SELECT FROM outbox_delivery WHERE handled_at IS NULL LIMIT 1',
      );
      return rows.length === 0 ? true : null;
    });
  } finally {
    await worker.close();
  }
  return { people, ids };
}

function storyCaller(caller: Caller, ids: KnownIds, mark: string): StoryCaller {
  const settled = (path: string, status: number, answer: { status: number; body: unknown }): unknown => {
    if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (status < 300) ids.collectAnswer(path, answer.body);
    return answer.body;
  };
  return {
    get: async (path, status = 200) => settled(path, status, await caller.get(path)),
    post: async (path, status, body) =>
      settled(path, status, await caller.post(path, body && marked(path, body, mark))),
  };
}

function marked(path: string, body: object, mark: string): object {
  const titled = path === '/v1/contracts' ? [...privateMembers, 'title'] : privateMembers;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => {
      if (titled.includes(name) && typeof value === 'string') return [name, `${value}${mark}`];
      if (privateLists.includes(name) && Array.isArray(value))
        return [name, value.map((item) => `${String(item)}${mark}`)];
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [name, marked('', value, mark)];
      return [name, value];
    }),
  );
}

const mapped = <K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A) => B): Record<K, B> =>
  Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>;
