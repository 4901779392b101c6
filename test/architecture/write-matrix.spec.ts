import { readFileSync, writeFileSync } from 'node:fs';
import { roles as allRoles, staffRoles, type Role } from '#domain/shared/actor.js';
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
import { rollBackEverything } from '../support/rolled-back.js';
import { playedStory, type PlayedStory } from '../support/story.js';

const file = 'test/golden/write-matrix.json';
const atATime = 6;
/** They end the caller's session, or ask for a secret of his. */
const ofSessions = /^(session|portalSession)_/;

interface Cell {
  readonly operation: ApiOperation;
  readonly role: Role;
  readonly object: MatrixObject | null;
  readonly own: boolean;
}

/**
 * Who may change what: every operation that writes × every role that it names × the caller's own unit or another one ×
 * the object as a draft, alive or withdrawn. The request is the document's own example; each is rolled back after it was
 * answered, so that all meet the same objects. Roles that are not named are refused by the guard (the walk tries them
 * all). `done`; `refused`: he may, but not this, or not now (400, 409, 412, 422); `forbidden`; `hidden`.
 * After a decided change: `WRITE_MATRIX=yes npm test -- test/architecture/write-matrix`.
 */
describe('the matrix of writes', () => {
  let market: TestMarket;
  let document: ApiDocument;
  let writes: ApiOperation[];
  let story: PlayedStory;
  let callers: MatrixCallers;
  let url: string;
  let matrix: Matrix = {};
  const failed: string[] = [];
  let calls = 0;
  let before = '';

  beforeAll(async () => {
    market = await startMarket({ env: { MARKET_MODE: 'demo', RATE_LIMIT: 'off' } });
    document = documentOf(market.api);
    url = await market.api.getUrl();
    callers = new MatrixCallers(market);
    story = await playedStory(market);
    await draftsAndWithdrawn(story);
    writes = operationsOf(document).filter(({ id, method }) => method !== 'get' && !ofSessions.test(id));
    const cells = await cellsOf();
    for (const { role, object, own } of cells) await callers.of(role, own ? (object?.organizationId ?? null) : null);
    before = await fingerprint();
    rollBackEverything(market);
    matrix = await measured(cells);
  }, 600_000);
  afterAll(() => market.close());

  const named = ({ access }: ApiOperation): readonly Role[] =>
    access === 'public' || access === 'signedIn' ? allRoles : (access as readonly Role[]);

  async function cellsOf(): Promise<Cell[]> {
    const objects = new Map<string, readonly MatrixObject[]>();
    const cells: Cell[] = [];
    for (const operation of writes) {
      const kind = kindOfPath(operation.path);
      const names = operation.path.includes('{id}');
      if (names && !objects.has(kind)) objects.set(kind, await objectsOf(market.database.owner, story.ids, kind));
      for (const role of named(operation)) {
        if (!names) cells.push({ operation, role, object: null, own: true });
        for (const object of names ? (objects.get(kind) ?? []) : [])
          for (const own of object.organizationId === null ? [false] : [true, false])
            cells.push({ operation, role, object, own });
      }
    }
    return cells;
  }

  async function measured(cells: readonly Cell[]): Promise<Matrix> {
    const found: Matrix = {};
    const queue = [...cells];
    const work = async (): Promise<void> => {
      for (let cell = queue.shift(); cell; cell = queue.shift()) {
        const { operation, role, object, own } = cell;
        const row = (found[operation.id] ??= {});
        row[`${object === null ? 'any' : own ? 'own' : 'other'} ${object?.phase ?? 'none'} ${role}`] =
          await answered(cell);
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    return sorted(found);
  }

  async function answered({ operation, role, object, own }: Cell): Promise<string> {
    const caller = await callers.of(role, own ? (object?.organizationId ?? null) : null);
    const { path, init } = validRequest(document, operation, (kind) =>
      kind === object?.kind ? object.id : story.ids.of(kind)[0],
    );
    const ask = () => fetch(`${url}${path}`, { ...init, headers: { ...init.headers, ...caller.authorization } });
    let answer = await ask();
    // A machine under load: the answer itself says to try again, with the same key.
    for (let again = 0; answer.status === 503 && again < 3; again += 1) answer = await ask();
    const text = await answerText(answer);
    calls += 1;
    if (answer.status >= 500) failed.push(`${operation.id} as ${role}: ${answer.status} ${text.slice(0, 200)}`);
    return meaning(answer.status);
  }

  /** Rows of the market: nothing was kept of all that was tried. */
  async function fingerprint(): Promise<string> {
    const { rows } = await market.database.owner.query<{ count: string }>(
      `SELECT concat_ws('/', (SELECT count(*) FROM transition), (SELECT count(*) FROM audit_record),
         (SELECT count(*) FROM demand), (SELECT count(*) FROM outbox_event), (SELECT max(at) FROM transition)) AS count`,
    );
    return rows[0]?.count ?? '';
  }

  it('has not one server error, and leaves the market as it was', async () => {
    expect(failed).toEqual([]);
    expect(await fingerprint()).toBe(before);
    expect(calls).toBeGreaterThan(900);
    expect(Object.keys(matrix).length).toBeGreaterThan(150);
  });

  it('lets no other unit change what is hidden from it, but for those who do so by their office', () => {
    const faults: string[] = [];
    for (const operation of writes) {
      const { id } = operation;
      if (exposures.get(id) !== 'hidden') continue;
      for (const [cell, answer] of Object.entries(matrix[id] ?? {})) {
        const [unit, , role] = cell.split(' ') as [string, string, Role];
        if (unit === 'other' && !['hidden', 'forbidden'].includes(answer) && !byOffice(operation, role))
          faults.push(`${id} ${cell}: ${answer}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('is as the table says', () => {
    const text = `${JSON.stringify(compact(matrix), null, 1)}\n`;
    if (process.env['WRITE_MATRIX'] === 'yes') writeFileSync(file, text);
    const golden = JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof compact>;
    expect(Object.keys(compact(matrix))).toEqual(Object.keys(golden));
    expect(compact(matrix)).toEqual(golden);
    // It shows something: some may, some may not, some do not even learn that there is an object.
    const answers = new Set(Object.values(matrix).flatMap((row) => Object.values(row)));
    expect([...answers].sort()).toEqual(expect.arrayContaining(['done', 'forbidden', 'hidden', 'refused']));
  });
});

/** An officer of the bureau whom the operation names, or who reads the object by his office. */
function byOffice({ id, access }: ApiOperation, role: Role): boolean {
  const named = Array.isArray(access) && access.includes(role) && staffRoles.some((staff) => staff === role);
  return named || sharedWith(id, role) || (ofAnyParty[id] ?? []).includes(role);
}

/** Open to whoever is signed in, and an officer may ask for any contract. */
const ofAnyParty: Readonly<Record<string, readonly Role[]>> = { precheck_tryFiling: ['registrar', 'reviewer'] };

function meaning(status: number): string {
  if (status >= 500) return 'failed';
  if (status < 300) return 'done';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'hidden';
  return status === 401 ? 'unauthenticated' : 'refused';
}
