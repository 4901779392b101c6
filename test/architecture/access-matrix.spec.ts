import { readFileSync, writeFileSync } from 'node:fs';
import { roles as allRoles, type Role } from '#domain/shared/actor.js';
import { answerText } from '../support/answer-text.js';
import { exposures, sharedWith } from '../support/exposure.js';
import { kindOfPath } from '../support/known-ids.js';
import { startMarket, type TestMarket } from '../support/market.js';
import {
  compact,
  draftsAndWithdrawn,
  MatrixCallers,
  objectsOf,
  sorted,
  type Matrix,
  type MatrixObject,
} from '../support/matrix.js';
import { documentOf, operationsOf, type ApiDocument, type ApiOperation } from '../support/openapi.js';
import { validRequest } from '../support/requests.js';
import { playedStory, type PlayedStory } from '../support/story.js';

const file = 'test/golden/access-matrix.json';

/**
 * Who may read what: every role × every read that names an object × the caller's own unit or another one × the object as a
 * draft, alive or withdrawn. The operations and their declared access come from the document; what the server answers is held
 * against the declared access and against the table in test/golden/access-matrix.json. After a decided change:
 * `WRITE_MATRIX=yes npm test -- test/architecture/access-matrix`.
 */
describe('the access matrix', () => {
  let market: TestMarket;
  let document: ApiDocument;
  let reads: ApiOperation[];
  let story: PlayedStory;
  let url: string;
  let callers: MatrixCallers;
  const objects = new Map<string, readonly MatrixObject[]>();
  let matrix: Matrix = {};
  let calls = 0;

  beforeAll(async () => {
    market = await startMarket({ env: { MARKET_MODE: 'demo', RATE_LIMIT: 'off' } });
    document = documentOf(market.api);
    url = await market.api.getUrl();
    callers = new MatrixCallers(market);
    story = await playedStory(market);
    await draftsAndWithdrawn(story);
    reads = operationsOf(document).filter(({ method, path }) => method === 'get' && /\/\{id\}/.test(path));
    for (const { path } of reads) {
      const kind = kindOfPath(path);
      if (!objects.has(kind)) objects.set(kind, await objectsOf(market.database.owner, story.ids, kind));
    }
    matrix = await measured();
  }, 300_000);
  afterAll(() => market.close());

  async function measured(): Promise<Matrix> {
    const cells: {
      readonly operation: ApiOperation;
      readonly role: Role;
      readonly object: MatrixObject;
      readonly own: boolean;
    }[] = reads.flatMap((operation) =>
      (objects.get(kindOfPath(operation.path)) ?? []).flatMap((object) =>
        allRoles.flatMap((role) =>
          [true, false]
            .filter((own) => !own || object.organizationId !== null)
            .map((own) => ({ operation, role, object, own })),
        ),
      ),
    );
    const found: Matrix = {};
    const work = async (): Promise<void> => {
      for (let cell = cells.pop(); cell; cell = cells.pop()) {
        const { operation, role, object, own } = cell;
        const caller = await callers.of(role, own ? object.organizationId : null);
        const { path, init } = validRequest(document, operation, (kind) =>
          kind === object.kind ? object.id : story.ids.of(kind)[0],
        );
        const answer = await fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...caller.authorization } });
        const text = await answerText(answer);
        calls += 1;
        const row = (found[operation.id] ??= {});
        row[`${own ? 'own' : 'other'} ${object.phase} ${role}`] = meaning(answer.status, text);
      }
    };
    await Promise.all(Array.from({ length: 6 }, work));
    return sorted(found);
  }

  it('forbids every role that the operation does not name, whatever the object, and nobody else by role alone', () => {
    const faults: string[] = [];
    for (const { id, access } of reads) {
      for (const [cell, answer] of Object.entries(matrix[id] ?? {})) {
        const role = cell.split(' ')[2] as Role;
        const named = access === 'public' || access === 'signedIn' || access.includes(role);
        if (!named && answer !== 'forbidden') faults.push(`${id} ${cell}: ${answer}`);
        if (access === 'public' && answer === 'forbidden') faults.push(`${id} ${cell}: forbidden though public`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('shows what is hidden to no other unit, but for those who read it by their office', () => {
    const faults: string[] = [];
    for (const { id } of reads) {
      if (exposures.get(id) !== 'hidden') continue;
      for (const [cell, answer] of Object.entries(matrix[id] ?? {})) {
        const [unit, , role] = cell.split(' ') as [string, string, Role];
        if (unit === 'other' && answer === 'shown' && !sharedWith(id, role)) faults.push(`${id} ${cell}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('has not one server error, and is as the table says', () => {
    expect(
      Object.values(matrix)
        .flatMap((row) => Object.values(row))
        .filter((answer) => answer === 'failed'),
    ).toEqual([]);
    const text = `${JSON.stringify(compact(matrix), null, 1)}\n`;
    if (process.env['WRITE_MATRIX'] === 'yes') writeFileSync(file, text);
    expect(compact(matrix)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(calls).toBeGreaterThan(1_000);
  });
});

/** An empty list tells nothing, not even that the object is there. */
const meaning = (status: number, text: string): string => {
  if (status >= 500) return 'failed';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'hidden';
  if (status === 200 && text.startsWith('{"items":[]')) return 'empty';
  return status === 401 ? 'unauthenticated' : 'shown';
};
