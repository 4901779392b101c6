import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { roles as allRoles, type Role } from '#domain/shared/actor.js';
import { answerText } from '../support/answer-text.js';
import type { Caller } from '../support/caller.js';
import { mismatch, requestsTo, type FuzzedRequest } from '../support/arbitraries.js';
import { type KnownIds } from '../support/known-ids.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { documentOf, operationsOf, type ApiDocument, type ApiOperation } from '../support/openapi.js';
import { playedStory } from '../support/story.js';

/**
 * Whatever is sent, the answer is a documented one and never a 5xx. The market holds a whole deal, so that requests meet
 * objects in late states. The quick run draws a few requests an operation; `npm run fuzz -- --examples 200 --seed 1` is
 * the long one. The same seed draws the same requests: the digest at the end, over all requests and their statuses with
 * ids counted instead of read, tells whether a run was replayed.
 */
const examples = Number(process.env['FUZZ_EXAMPLES'] ?? 12);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261123);
const only = process.env['FUZZ_ONLY'] ?? '';
const deadline = Date.now() + Number(process.env['FUZZ_MINUTES'] ?? 30) * 60_000;
const maxFaults = 40;
const drawsInARound = 4;
/** An answer that does not end by then is a fault like a 5xx. */
const longestAnswerMs = 60_000;
const noId = '0193f0a2-7c1e-7000-8000-000000000000';

const inside =
  /\bat \S+ \(?\/|node_modules|\.(ts|js):\d+|127\.0\.0\.1|ECONN|QueryFailed|syntax error|violates|relation "|pg_|\bqy_/;

describe('fuzz from openapi.json', () => {
  let market: TestMarket;
  let document: ApiDocument;
  let url: string;
  let ids: KnownIds;
  const callers = new Map<Role, Caller>();
  const digest = createHash('sha256');
  beforeAll(async () => {
    market = await startMarket();
    url = await market.api.getUrl();
    document = documentOf(market.api);
    const story = await playedStory(market);
    ids = story.ids;
    const { seller, ...others } = story.people;
    for (const role of allRoles) await signInAs(role);
    for (const [role, caller] of Object.entries({ researchUnit: seller, enterprise: others.buyer, ...others }))
      if (allRoles.some((known) => known === role)) callers.set(role as Role, caller);
  });
  afterAll(() => market.close());

  /** Anew for the same organization, also when a request ended the caller's own session or suspended his organization. */
  async function signInAs(role: Role): Promise<void> {
    const before = callers.get(role)?.identity.organizationId;
    if (before !== undefined)
      await market.database.owner.query(`UPDATE organization SET state = 'verified' WHERE id = $1`, [before]);
    const bureau = !['enterprise', 'researchUnit', 'broker', 'agencyManager'].includes(role);
    const caller = await market.member({
      roles: [role],
      organizationKind: bureau ? 'cityBureau' : 'enterprise',
      ...(before !== undefined && { organizationId: before }),
    });
    callers.set(role, caller);
  }

  it(`answers ${examples} requests an operation properly (seed ${seed})`, async () => {
    const faults: string[] = [];
    const statuses: Record<string, number> = {};
    const operations = operationsOf(document).filter((o) => o.path.startsWith('/v1/') && o.id.includes(only));
    const rounds = Math.max(1, Math.ceil(examples / drawsInARound)); // so that later requests meet what earlier ones made
    let round = 0;
    for (; round < rounds && Date.now() < deadline; round += 1) {
      for (const [index, operation] of operations.entries()) {
        for (const [request, chance] of drawn(operation, seed + round * 1000 + index)) {
          const role = roleFor(operation, chance);
          const found = await send(operation, request, role);
          statuses[found.status] = (statuses[found.status] ?? 0) + 1;
          if (found.fault !== null && faults.length < maxFaults) {
            faults.push(
              `${operation.id} as ${role ?? 'anybody'}, ${request.kind}: ${found.fault}\n  ${operation.method} ${request.path.slice(0, 200)} ${(request.body ?? '').slice(0, 300)}`,
            );
          }
        }
      }
    }
    const sent = Object.values(statuses).reduce((sum, count) => sum + count, 0);
    if (process.env['FUZZ_EXAMPLES'] !== undefined) {
      process.stderr.write(
        `${sent} requests to ${operations.length} operations in ${round} of ${rounds} rounds, seed ${seed}, ` +
          `digest ${digest.digest('hex').slice(0, 16)}: ${JSON.stringify(statuses)}\n`,
      );
    }
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    expect(sent).toBe(operations.length * round * Math.min(drawsInARound, examples));
    expect(Object.keys(statuses).filter((status) => status.startsWith('2'))).not.toEqual([]);
  }, 3_600_000);

  const drawn = (operation: ApiOperation, roundSeed: number): [FuzzedRequest, number][] =>
    fc.sample(fc.tuple(requestsTo(document, operation, idAt), fc.nat()), {
      seed: roundSeed,
      numRuns: Math.min(drawsInARound, examples),
    });

  it('answers what no route is meant for as a problem too', async () => {
    const deep = `${'['.repeat(60)}${']'.repeat(60)}`;
    const asks: [string, RequestInit][] = [
      ['/v1/demands/%zz', {}],
      ['/v1/demands/%00', {}],
      [`/v1/demands/${'a'.repeat(9_000)}`, {}],
      ['/nowhere', {}],
      ['/v1/demands', { method: 'DELETE' }],
      ['/v1/demands', { method: 'POST', headers: { 'content-type': 'application/json' }, body: deep }],
    ];
    for (const [path, init] of asks) {
      const answer = await fetch(`${url}${path}`, init);
      const body = (await answer.json()) as { code?: string };
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.status).toBeLessThan(500);
      expect(body.code).toMatch(/^(request|route)\./);
    }
  });

  const idAt = (at: number, kind: string): string => ids.at(at, kind) ?? noId;

  /** Mostly somebody who may; now and then anybody. */
  function roleFor(operation: ApiOperation, chance: number): Role | null {
    const allowed = Array.isArray(operation.access) ? (operation.access as Role[]) : [...allRoles];
    if (chance % 10 === 0) return null;
    if (chance % 10 === 1) return allRoles[chance % allRoles.length] ?? null;
    return allowed[chance % allowed.length] ?? null;
  }

  async function send(operation: ApiOperation, request: FuzzedRequest, role: Role | null) {
    const caller = role === null ? market.anonymous : (callers.get(role) as Caller);
    const answer = await fetch(`${url}${request.path}`, {
      method: operation.method.toUpperCase(),
      headers: { ...caller.authorization, ...request.headers },
      signal: AbortSignal.timeout(longestAnswerMs),
      ...(request.body !== undefined && operation.method !== 'get' && { body: request.body }),
    }).catch((error: unknown) => error as Error);
    if (answer instanceof Error) return { status: 599, fault: `no answer: ${answer.message}` };
    const text = await answerText(answer).catch((error: unknown) => error as Error);
    if (text instanceof Error) return { status: 599, fault: `${answer.status}, and then no end: ${text.message}` };
    digest.update(
      `${operation.id} ${role} ${answer.status} ${ids.withoutIds(`${request.path} ${request.body ?? ''}`)}\n`,
    );
    // A 401 without a second credential: an earlier request ended this session.
    if (answer.status === 401 && role !== null && request.headers['x-api-key'] === undefined) await signInAs(role);
    return { status: answer.status, fault: faultOf(operation, request, answer, text) };
  }

  function faultOf(operation: ApiOperation, request: FuzzedRequest, answer: Response, text: string): string | null {
    const { status } = answer;
    if (status >= 500) return `${status} ${text.slice(0, 300)}`;
    const documented = operation.responses[String(status)];
    // A path that means another route (an empty or dotted segment) is answered by that one.
    if (!documented && !(status === 404 && text.includes('route.notFound')))
      return `undocumented ${status}: ${text.slice(0, 200)}`;
    if (status < 300) return successFault(operation, status, text);
    if (!answer.headers.get('content-type')?.startsWith('application/problem+json'))
      return `${status} is no problem: ${text.slice(0, 200)}`;
    const problem = JSON.parse(text) as { code?: string; title?: string; status?: number; requestId?: string };
    if (problem.status !== status) return `says ${problem.status}, is ${status}`;
    if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(problem.code ?? '')) return `code ${problem.code}`;
    if (!/[\u4e00-\u9fff]/.test(problem.title ?? '')) return `title ${problem.title}`;
    if (problem.requestId !== answer.headers.get('x-request-id')) return 'request id differs from its header';
    const leak = inside.exec(text);
    if (leak && !request.path.includes(leak[0]) && !request.body?.includes(leak[0]))
      return `tells of the inside: ${text.slice(0, 300)}`;
    return null;
  }

  function successFault(operation: ApiOperation, status: number, text: string): string | null {
    const schema = operation.responses[String(status)]?.content?.['application/json']?.schema;
    if (!schema || text === '') return null;
    const value = JSON.parse(text) as unknown;
    ids.collectAnswer(operation.path, value);
    const found = mismatch(document, schema, value);
    return found === null ? null : `answer is not as documented: ${found}`;
  }
});
