import { readFileSync } from 'node:fs';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { roles as allRoles, type Role } from '#domain/shared/actor.js';
import { answerText } from '../support/answer-text.js';
import { leaksOf, newMark, plantCanaries, type Canaries } from '../support/canary.js';
import type { Caller } from '../support/caller.js';
import { exposures, sharedWith } from '../support/exposure.js';
import { kindOfPath } from '../support/known-ids.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { documentOf, operationsOf, type ApiDocument, type ApiOperation } from '../support/openapi.js';
import { validRequest, type IdFor } from '../support/requests.js';
import { playedStory, type PlayedStory } from '../support/story.js';

interface Answer {
  readonly status: number;
  readonly text: string;
}
interface Visit {
  readonly operation: ApiOperation;
  readonly role: Role | null;
  readonly idFor: IdFor;
  readonly about: string;
}

const outsiderRoles = ['enterprise', 'researchUnit', 'broker', 'agencyManager'] as const satisfies readonly Role[];
const isOutsider = (role: Role): boolean => outsiderRoles.some((outsider) => outsider === role);
const noRateLimit = { MARKET_MODE: 'demo', RATE_LIMIT: 'off' }; // the mode in which every route exists

/**
 * Every operation of the document, called as somebody who must not get through, or who may but must not see what is
 * another's: a whole deal of six people and a planted row in every tenant table carry a mark that is searched for in
 * every answer.
 */
describe('the walk over every route', () => {
  let market: TestMarket;
  let document: ApiDocument;
  let operations: ApiOperation[];
  let story: PlayedStory;
  let canaries: Canaries;
  let url: string;
  const mark = newMark();
  const callers = new Map<Role, Caller>();
  const walked = { requests: 0, serverErrors: [] as string[] };

  beforeAll(async () => {
    market = await startMarket({ env: noRateLimit });
    document = documentOf(market.api);
    operations = operationsOf(document);
    url = await market.api.getUrl();
    story = await playedStory(market, mark);
    await draftsOfTheVictims();
    for (const role of allRoles) callers.set(role, await stranger(role));
  });
  afterAll(async () => {
    if (process.env['WALK_REPORT'] === 'yes')
      process.stderr.write(`${walked.requests} requests to ${operations.length} operations\n`);
    await market.close();
  });

  const stranger = (role: Role): Promise<Caller> =>
    market.member({
      roles: [role],
      organizationKind: isOutsider(role) ? 'enterprise' : role === 'countyOfficer' ? 'countyBureau' : 'cityBureau',
      countyCode: '621002', // not the story's county
    });
  const as = (role: Role): Caller => callers.get(role) as Caller;
  const mayCall = (operation: ApiOperation, role: Role): boolean =>
    operation.access === 'public' || operation.access === 'signedIn' || operation.access.includes(role);
  const storyId: IdFor = (kind) => story.ids.of(kind)[0];

  /** What the story leaves out: objects that were never shown to anybody, made through the API. */
  async function draftsOfTheVictims(): Promise<void> {
    const { buyer, seller } = story.people;
    for (const [caller, path, body] of [
      [
        buyer,
        '/v1/demands',
        { title: `需求${mark}`, summary: `只存草稿的需求，他人不可见。${mark}`, countyCode: '621022' },
      ],
      [seller, '/v1/achievements', exampleOf('achievement_create')],
      [seller, '/v1/patents', exampleOf('patent_create')],
      [buyer, '/v1/api-keys', { name: mark, scopes: ['demand.read'], lifeDays: 30 }],
    ] as const) {
      const { status, body: made } = await caller.post(path, body);
      if (status !== 201) throw new Error(`${path}: ${JSON.stringify(made)}`);
      story.ids.collectAnswer(path, made);
    }
  }

  function exampleOf(operationId: string): object {
    const example = Object(operations.find((operation) => operation.id === operationId)?.body?.example) as object;
    const marked = ['title', 'summary', 'detail']
      .filter((name) => name in example)
      .map((name) => [name, `示例标题与说明文字${mark}`]);
    return { ...example, ...Object.fromEntries(marked), externalKey: undefined, achievementId: undefined };
  }

  it('knows every route that the server has, and somebody has decided what strangers find there', () => {
    const known = new Set(operations.map((o) => `${o.method} ${o.path.replaceAll(/\{(\w+)\}/g, ':$1')}`));
    const missing = routesOf(market.api).filter((route) => !known.has(route) && !/ \/(reference|openapi)/.test(route));
    expect(missing).toEqual([]);
    expect(operations.filter((operation) => operation.access.length === 0)).toEqual([]);
    expect(operations.map(({ id }) => id).sort()).toEqual([...exposures.keys()].sort());
    const committed = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as ApiDocument;
    expect(operationsOf(committed).map(({ id }) => id)).toEqual(operations.map(({ id }) => id));
  });

  it('refuses everybody who is not signed in', async () => {
    const faults = await visitAll(
      operations.filter((o) => o.access !== 'public').map((operation) => visit(operation, null)),
      ({ status }) => status === 401,
    );
    expect(faults).toEqual([]);
  });

  it('refuses a forged, an expired and an unsigned token, also where anybody may read', async () => {
    const forged = ['Bearer x.y.z', `Bearer ${unsigned()}`, 'Basic YTpi', 'Bearer '];
    const faults: string[] = [];
    await inTurns(
      operations.flatMap((operation) => forged.map((authorization) => ({ operation, authorization }))),
      async ({ operation, authorization }) => {
        const { status } = await send(operation, { authorization }, storyId);
        if (status !== 401) faults.push(`${operation.id} with ${authorization.slice(0, 12)}: ${status}`);
      },
    );
    expect(faults).toEqual([]);
  });

  it('refuses every role that is not named', async () => {
    const visits = operations.flatMap((operation) =>
      allRoles.filter((role) => !mayCall(operation, role)).map((role) => visit(operation, role)),
    );
    expect(visits.length).toBeGreaterThan(200);
    expect(await visitAll(visits, ({ status }) => status === 403)).toEqual([]);
  });

  it('refuses an API key that lacks the scope, and one with every scope what its maker may not', async () => {
    const { items: scopes } = (await market.anonymous.get('/v1/api-keys/scopes').expect(200)).body as {
      items: string[];
    };
    const faults: string[] = [];
    for (const role of outsiderRoles) {
      const poor = await keyOf(role, ['search.read']);
      const rich = await keyOf(role, scopes);
      const closed = operations.filter((operation) => operation.access !== 'public');
      await inTurns(
        closed.flatMap((operation) => [
          { operation, key: poor, name: `a key of ${role} without the scope` },
          ...(operation.scope === null || !mayCall(operation, role)
            ? [{ operation, key: rich, name: `any key of ${role}` }]
            : []),
        ]),
        async ({ operation, key, name }) => {
          const answer = await send(operation, { 'x-api-key': key }, storyId);
          if (answer.status !== 403) faults.push(`${operation.id} with ${name}: ${answer.status}`);
          faults.push(...leaksOf(mark, answer.text, operation.id));
        },
      );
    }
    expect(faults).toEqual([]);
  });

  it('shows the bureau only what its roles may read', async () => {
    const readers = allRoles.filter((role) => !isOutsider(role));
    const visits = operations
      .filter((operation) => operation.method === 'get')
      .flatMap((operation) => readers.filter((role) => mayCall(operation, role)).map((role) => ({ operation, role })))
      .flatMap(({ operation, role }) => idsOf(operation).map((ids) => visit(operation, role, ids)));
    expect(await visitAll(visits, isHidden, ({ operation, role }) => sharedWith(operation.id, role))).toEqual([]);
    // Every reading operation times every officer's role times every id of the story.
  }, 300_000);

  it("shows a foreign tenant's private bytes to nobody outside, whatever is asked", async () => {
    canaries = await plantCanaries(market.database, mark);
    const visits = operations
      .flatMap((operation) => [null, ...outsiderRoles].map((role) => ({ operation, role })))
      .filter(({ operation, role }) => (role !== null ? mayCall(operation, role) : operation.access === 'public'))
      .flatMap(({ operation, role }) => idsOf(operation).map((ids) => visit(operation, role, ids)));
    expect(await visitAll(visits, isHidden)).toEqual([]);
    expect(canaries.tables.length).toBeGreaterThan(20);
    expect(await canaries.changed()).toEqual([]);
    // Every operation times every outsider's role times every planted id: it grows with the market, by thousands of calls.
  }, 600_000);

  it('had not one answer of 5xx', () => {
    expect(walked.serverErrors).toEqual([]);
    expect(walked.requests).toBeGreaterThan(1500);
  });

  const visit = (operation: ApiOperation, role: Role | null, idFor: IdFor = storyId): Visit => ({
    operation,
    role,
    idFor,
    about: idFor(kindOfPath(operation.path)) ?? '',
  });

  /** The victims' objects of the kind that the path names: of the story, and planted ones. */
  function idsOf(operation: ApiOperation): IdFor[] {
    if (!operation.path.includes('{')) return [storyId];
    const kind = kindOfPath(operation.path);
    const table = kind.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const planted =
      (canaries as Canaries | undefined)?.ids.filter((id) => canaries.tableOf(id).startsWith(table)) ?? [];
    const ids = [...story.ids.of(kind).slice(0, 8), ...planted];
    return ids.length === 0 ? [storyId] : ids.map((id) => (wanted) => (wanted === kind ? id : storyId(wanted)));
  }

  /** Calls all, and gives what was not as it must be. `mayRead` says whose answers may hold the mark. */
  async function visitAll(
    visits: readonly Visit[],
    isFine: (answer: Answer, visit: Visit) => boolean,
    mayRead: (visit: Visit) => boolean = () => false,
  ): Promise<string[]> {
    const faults: string[] = [];
    await inTurns(visits, async (made) => {
      const { operation, role, idFor, about } = made;
      const caller = role === null ? market.anonymous : endsSession(operation) ? await stranger(role) : as(role);
      const answer = await send(operation, caller.authorization, idFor);
      const name = `${operation.id} as ${role ?? 'anybody'} ${about}`;
      if (answer.status === 401 && role !== null && !provesSecret(operation))
        faults.push(`${name}: its session has ended`);
      if (!isFine(answer, made)) faults.push(`${name}: ${answer.status}`);
      if (!mayRead(made)) faults.push(...leaksOf(mark, answer.text, name));
    });
    return faults;
  }

  async function send(
    operation: ApiOperation,
    credentials: Readonly<Record<string, string>>,
    idFor: IdFor,
  ): Promise<Answer> {
    const { path, init } = validRequest(document, operation, idFor);
    const answer = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...credentials } });
    const text = `${JSON.stringify([...answer.headers])}${await answerText(answer)}`;
    walked.requests += 1;
    if (answer.status >= 500) walked.serverErrors.push(`${operation.id} ${path}: ${text}`);
    return { status: answer.status, text };
  }

  async function keyOf(role: Role, scopes: readonly string[]): Promise<string> {
    const caller = await stranger(role);
    const { body } = await caller.post('/v1/api-keys', { name: '检验', scopes, lifeDays: 30 }).expect(201);
    return (body as { key: string }).key;
  }
});

/** What must not exist for a stranger does not, save for who reads it by his office. */
const isHidden = ({ status }: Answer, { operation, role }: Visit): boolean =>
  exposures.get(operation.id) !== 'hidden' || sharedWith(operation.id, role) || status === 404 || status === 403;

/** 401 is about the secret in their body, not about the caller. */
const provesSecret = ({ id }: ApiOperation): boolean => ['session_signIn', 'session_refresh'].includes(id);

const endsSession = ({ id }: ApiOperation): boolean =>
  ['session_signOut', 'portalSession_signOut', 'session_changePassword'].includes(id);

/** A few at a time: the server is quicker than one caller. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const turn = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, turn));
}

/** Routes as the controllers declare them, whether documented or not. */
function routesOf(api: NestFastifyApplication): string[] {
  const discovery = api.get(DiscoveryService, { strict: false });
  const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);
  return discovery.getControllers().flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype?: Record<string, () => unknown> } | null)?.prototype ?? {};
    return list(Reflect.getMetadata('path', metatype as object)).flatMap((base) =>
      Object.getOwnPropertyNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const method: unknown = typeof handler === 'function' ? Reflect.getMetadata('method', handler) : undefined;
        if (typeof method !== 'number' || !handler) return [];
        const verb = RequestMethod[method]?.toLowerCase() ?? '';
        return list(Reflect.getMetadata('path', handler)).map((path) =>
          `${verb} /${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        );
      }),
    );
  });
}

/** `alg: none`, the classic. */
function unsigned(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: '0193f0a2-7c1e-7000-8000-000000000000', typ: 'access' })}.`;
}
