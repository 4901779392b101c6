import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventSubjects, silentKinds } from '#domain/market-event/catalogue.js';
import { payloadSchema, payloadVersion, statesOfKind, stepsOf } from '#domain/market-event/event-schema.js';
import { eventStates } from '#domain/market-event/event-states.js';
import { eventBody, eventTypes, isPublicChange, tableOf } from '#domain/market-event/market-event.js';
import { eventVerbs } from '#domain/market-event/verbs.js';
import type { TransitionTable } from '#domain/shared/state-machine.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { emittedFaults, payloadFaults } from '../support/emitted-events.js';
import { startMarket } from '../support/market.js';
import { playedStory } from '../support/story.js';

const maxPayloadBytes = 20_000; // Standard Webhooks: "payloads should be kept under 20kb"

/** The catalogue of events is complete, says it in Chinese, and names tables that have row-level security. */
describe('the catalogue of events', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('knows every transition of every table of states, or says why nobody is told of it', async () => {
    const faults: string[] = [];
    const known = new Map(eventSubjects.map((subject) => [subject.kind, subject]));
    for (const [kind, table] of await transitionTables()) {
      if (Object.hasOwn(silentKinds, kind)) continue;
      const subject = known.get(kind);
      if (!subject) {
        faults.push(`${kind} is not in the catalogue`);
        continue;
      }
      // A change within a state is no transition of the journal.
      const taken = Object.entries(table).flatMap(([from, events]) =>
        Object.entries(events).filter(([, to]) => to !== from),
      );
      const verbs: readonly string[] = subject.verbs;
      for (const [verb] of taken) if (!verbs.includes(verb)) faults.push(`${kind}.${verb} is not in the catalogue`);
      for (const state of subject.publicStates ?? [])
        if (!Object.hasOwn(table, state)) faults.push(`${kind} has no state ${state}`);
    }
    expect([...new Set(faults)].sort()).toEqual([]);
  });

  it('knows every transition that a whole deal takes', async () => {
    const market = await startMarket();
    await playedStory(market);
    const { rows } = await market.database.owner.query<{ kind: string; type: string }>(
      `SELECT DISTINCT subject_kind AS kind, subject_kind || '.' || event AS type FROM transition`,
    );
    await market.close();
    const types = new Set(eventTypes.map(({ type }) => type));
    expect(
      rows.filter(({ kind, type }) => !types.has(type) && !Object.hasOwn(silentKinds, kind)).map((r) => r.type),
    ).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  }, 180_000);

  it('makes the schemas of the tables that the emitting code goes by', async () => {
    const tables = new Map(await transitionTables());
    const states: Readonly<Record<string, TransitionTable>> = eventStates;
    const faults: string[] = [];
    for (const { kind } of eventSubjects) {
      const table = states[kind];
      if (!table) faults.push(`${kind} is not in event-states.ts`);
      else if (tables.has(kind) && tables.get(kind) !== table) faults.push(`${kind} has another table`);
    }
    expect(faults).toEqual([]);
  });

  it('has a sound schema for every type, which takes every step of its table and no other', () => {
    const id = '0193f0a2-7c1e-7000-8000-000000000000';
    const sent = (type: string, subjectKind: string, from: string | null, to: string): string[] =>
      payloadFaults(
        eventBody({ ...{ id, sequence: '7', type, subjectKind, subjectId: id }, from, to, at: new Date(0) }),
      );
    const faults: string[] = [];
    for (const { type, subjectKind } of eventTypes) {
      const [first = ''] = statesOfKind(subjectKind);
      const steps = [...stepsOf(subjectKind, type.slice(subjectKind.length + 1)), { from: null, to: first }];
      for (const { from, to } of steps) faults.push(...sent(type, subjectKind, from, to));
      for (const [from, to] of [
        [first, 'nowhere'],
        [null, 'nowhere'],
        ['nowhere', first],
      ] as const)
        if (sent(type, subjectKind, from, to).length === 0) faults.push(`${type} may go from ${from} to ${to}`);
    }
    expect(faults).toEqual([]);
    expect(sent('demand.publish', 'listing', 'draft', 'published')).not.toEqual([]);
    expect(sent('demand.publish', 'demand', 'withdrawn', 'draft')).not.toEqual([]);
  });

  it('finds an event that is not as published', async () => {
    const { rows } = await database.owner.query<{ id: string }>(
      `INSERT INTO transition (id, subject_kind, subject_id, event, from_state, to_state, actor_kind, visible_to, at)
       VALUES (gen_random_uuid(), 'demand', gen_random_uuid(), 'publish', 'met', 'draft', 'system', '{}', now()) RETURNING id`,
    );
    expect(rows).toHaveLength(1);
    expect((await emittedFaults(database.owner)).join()).toContain('demand.publish/data');
  });

  /** What receivers have built upon: within a version nothing goes. After a decided addition: `WRITE_EVENTS=yes`. */
  it('takes nothing away from the published version', () => {
    const file = 'test/golden/event-payloads.json';
    const current = Object.fromEntries(
      eventTypes.map(({ type, subjectKind }) => [
        type,
        stepsOf(subjectKind, type.slice(subjectKind.length + 1)).map(({ from, to }) => `${from} → ${to}`),
      ]),
    );
    const members = Object.keys(
      (payloadSchema('demand.publish') as { properties: { data: { properties: object } } }).properties.data.properties,
    );
    if (process.env['WRITE_EVENTS'] === 'yes')
      writeFileSync(file, `${JSON.stringify({ version: payloadVersion, members, types: current }, null, 1)}\n`);
    const published = JSON.parse(readFileSync(file, 'utf8')) as {
      version: string;
      members: string[];
      types: Record<string, string[]>;
    };
    expect(published.version).toBe(payloadVersion);
    expect(published.members.filter((member) => !members.includes(member))).toEqual([]);
    const gone = Object.entries(published.types).flatMap(([type, steps]) =>
      steps.filter((step) => !current[type]?.includes(step)).map((step) => `${type} ${step}`),
    );
    expect(gone).toEqual([]);
    expect(Object.keys(published.types).filter((type) => !Object.hasOwn(current, type))).toEqual([]);
  });

  it('names a table with row-level security for every kind', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
    );
    const secured = new Set(rows.map(({ name }) => name));
    expect(eventSubjects.map(({ kind }) => tableOf(kind)).filter((table) => !secured.has(table))).toEqual([]);
  });

  it('tells public states only where the public may read them', async () => {
    const faults: string[] = [];
    for (const { kind, publicStates } of eventSubjects) {
      if (!publicStates) continue;
      const { rows } = await database.owner.query<{ yes: boolean }>(
        `SELECT bool_or('qy_public'::regrole = ANY (polroles)) AS yes FROM pg_policy WHERE polrelid = $1::regclass`,
        [tableOf(kind)],
      );
      if (!rows[0]?.yes) faults.push(kind);
    }
    expect(faults).toEqual([]);
  });

  it('has each type once, a Chinese title, and small bodies without words', () => {
    expect(new Set(eventTypes.map(({ type }) => type)).size).toBe(eventTypes.length);
    expect(eventTypes.filter(({ title }) => !/^[\u4e00-\u9fff]+：[\u4e00-\u9fff]+$/.test(title))).toEqual([]);
    expect(Object.values(eventVerbs).every((word) => /^[\u4e00-\u9fff]+$/.test(word))).toBe(true);
    const id = '0193f0a2-7c1e-7000-8000-000000000000';
    for (const { type, subjectKind } of eventTypes) {
      const event = {
        id,
        sequence: '9'.repeat(18),
        type,
        subjectKind,
        subjectId: id,
        from: 'draft',
        to: 'published',
        at: new Date(0),
      };
      expect(Buffer.byteLength(eventBody(event))).toBeLessThan(maxPayloadBytes);
    }
  });

  it.each([
    ['demand', 'draft', 'published', true],
    ['demand', 'published', 'withdrawn', true],
    ['demand', null, 'draft', false],
    ['demand', 'draft', 'withdrawn', false],
    ['deal', 'negotiating', 'agreed', false],
    ['nothing', 'published', 'published', false],
  ])('%s from %p to %s: public %p', (kind, from, to, isPublic) =>
    expect(isPublicChange(kind, from, to)).toBe(isPublic),
  );
});

/** Every `<concept>Transitions` of the domain. */
async function transitionTables(): Promise<[string, TransitionTable][]> {
  const files = readdirSync('libs/domain/src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  const found: [string, TransitionTable][] = [];
  for (const file of files.filter((name) =>
    /Transitions = /.test(readFileSync(join('libs/domain/src', name), 'utf8')),
  )) {
    const module = (await import(join(process.cwd(), 'libs/domain/src', file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module))
      if (name.endsWith('Transitions')) found.push([name.replace(/Transitions$/, ''), value as TransitionTable]);
  }
  return found;
}
