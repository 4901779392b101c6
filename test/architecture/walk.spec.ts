import { RequestMethod } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { roles as allRoles, type Role } from '#domain/shared/actor.js';
import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { documentOf, operationsOf, type ApiDocument, type ApiOperation } from '../support/openapi.js';
import { plantCanaries, type Canaries } from '../support/canary.js';
import { validRequest } from '../support/requests.js';

/** Every operation of the document, called as somebody who must not get through. */
describe('the walk over every route', () => {
  let market: TestMarket;
  let document: ApiDocument;
  let operations: ApiOperation[];
  let canaries: Canaries;
  let url: string;
  const callers = new Map<Role, Caller>();

  beforeAll(async () => {
    market = await startMarket();
    document = documentOf(market.api);
    operations = operationsOf(document);
    url = await market.api.getUrl();
    canaries = await plantCanaries(market.database);
    for (const role of allRoles) {
      const organizationKind = ['enterprise', 'researchUnit', 'broker', 'agencyManager'].includes(role)
        ? 'enterprise'
        : 'cityBureau';
      callers.set(role, await market.member({ roles: [role], organizationKind }));
    }
  });
  afterAll(() => market.close());

  const as = (role: Role): Caller => callers.get(role) as Caller;
  const withAccess = (access: ApiOperation['access']): Role[] =>
    access === 'public' || access === 'signedIn' ? [...allRoles] : (access as Role[]);

  it('knows every route that the server has', () => {
    const known = new Set(operations.map((o) => `${o.method} ${o.path.replaceAll(/\{(\w+)\}/g, ':$1')}`));
    const missing = routesOf(market.api).filter((route) => !known.has(route) && !/ \/(reference|openapi)/.test(route));
    expect(missing).toEqual([]);
    expect(operations.length).toBeGreaterThan(5);
    expect(operations.filter((operation) => operation.access.length === 0)).toEqual([]);
  });

  it('refuses everybody who is not signed in', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter((o) => o.access !== 'public')) {
      const answer = await send(market.anonymous, operation);
      if (answer.status !== 401) faults.push(`${operation.id}: ${answer.status}`);
      faults.push(...canaries.leaksIn(answer, operation.id));
    }
    expect(faults).toEqual([]);
  });

  it('refuses a forged, an expired and an unsigned token, also where anybody may read', async () => {
    const forged = ['Bearer x.y.z', `Bearer ${unsigned()}`, 'Basic YTpi', 'Bearer '];
    const faults: string[] = [];
    for (const operation of operations) {
      for (const authorization of forged) {
        const { path, init } = validRequest(document, operation, canaries.anyId);
        const answer = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, authorization } });
        await answer.text();
        if (answer.status !== 401) faults.push(`${operation.id} with ${authorization.slice(0, 12)}: ${answer.status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('refuses every role that is not named', async () => {
    const faults: string[] = [];
    for (const operation of operations.filter((o) => Array.isArray(o.access))) {
      for (const role of allRoles.filter((candidate) => !withAccess(operation.access).includes(candidate))) {
        const answer = await send(as(role), operation);
        if (answer.status !== 403) faults.push(`${operation.id} as ${role}: ${answer.status}`);
        faults.push(...canaries.leaksIn(answer, `${operation.id} as ${role}`));
      }
    }
    expect(faults).toEqual([]);
  });

  it("shows a foreign tenant's private bytes to nobody outside, whatever is asked", async () => {
    const faults: string[] = [];
    const outsiders: (Role | null)[] = [null, 'enterprise', 'researchUnit', 'broker', 'agencyManager'];
    for (const operation of operations) {
      for (const role of outsiders) {
        if (role !== null && !withAccess(operation.access).includes(role)) continue;
        for (const id of idsFor(operation)) {
          const answer = await send(role === null ? market.anonymous : as(role), operation, id);
          const name = `${operation.id} as ${role ?? 'anybody'} on ${canaries.tableOf(id)}`;
          faults.push(...canaries.leaksIn(answer, name));
        }
      }
    }
    expect(faults).toEqual([]);
    expect(canaries.tables.length).toBeGreaterThan(4);
    expect(await canaries.changed()).toEqual([]);
  }, 240_000);

  /** Ids of the tables that the path names; of every table where it names none. */
  function idsFor(operation: ApiOperation): readonly string[] {
    if (!operation.path.includes('{')) return [canaries.anyId];
    const path = operation.path.replaceAll('-', '_');
    const named = canaries.ids.filter((id) => path.includes(canaries.tableOf(id)));
    return named.length > 0 ? named : canaries.ids;
  }

  async function send(caller: Caller, operation: ApiOperation, id = canaries.anyId) {
    const { path, init } = validRequest(document, operation, id);
    const answer = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...caller.authorization } });
    return { status: answer.status, text: `${JSON.stringify([...answer.headers])}${await answer.text()}` };
  }
});

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
