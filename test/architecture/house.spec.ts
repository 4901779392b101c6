import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOBS, type JobDefinition } from '#platform/outbox/job-definition.js';
import { jobs } from '#application/jobs.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { schedules } from '../../apps/worker/src/schedule/schedules.js';
import { problemCatalog } from '../../apps/api/src/http/problem.catalog.js';
import { FixedClock } from '#platform/clock/clock.js';
import { createLogger } from '#platform/telemetry/logger.js';
import { createTestDatabase } from '../support/database.js';

/** The house's own promises, read from its sources. */
const rooms = [
  'apps/api/src',
  'apps/worker/src',
  'apps/cli/src',
  'libs/domain/src',
  'libs/matching/src',
  'libs/application/src',
  'libs/platform/src',
];
const files = rooms.flatMap(filesUnder);
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const production = [...sources].filter(([file]) => !file.endsWith('.spec.ts'));

describe('the house', () => {
  it('has a text for every error code that is used, and uses every code that has a text', () => {
    const used = new Set<string>();
    for (const [file, text] of production) {
      if (file.endsWith('.problems.ts')) continue;
      for (const [, code] of text.matchAll(/['"`]([a-z][A-Za-z]*\.[a-z][A-Za-z]*)['"`]/g)) used.add(code ?? '');
    }
    const refused = new Set<string>();
    for (const [, text] of production) {
      for (const [, code] of text.matchAll(/\b(?:refuse|code:)\s*\(?\s*'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'/g))
        refused.add(code ?? '');
    }
    const known = Object.keys(problemCatalog);
    expect(known.filter((code) => !used.has(code))).toEqual([]);
    expect([...refused].filter((code) => !known.includes(code) && !internalCodes.has(code))).toEqual([]);
  });

  it('tells every problem in Chinese, with a repair, and names its parameters', () => {
    for (const [code, entry] of Object.entries(problemCatalog)) {
      expect([code, /[\u4e00-\u9fff]/.test(entry.title + entry.detail), entry.repair.length > 3]).toEqual([
        code,
        true,
        true,
      ]);
    }
  });

  it('gives every job exactly one handler, known queue and unique name; the worker boots', async () => {
    expect(new Set(jobs.map((job) => job.name)).size).toBe(jobs.length);
    const handled = production.flatMap(([file, text]) =>
      file.endsWith('.handlers.ts') ? [...text.matchAll(/@Handles\(/g)] : [],
    );
    expect(handled).toHaveLength(jobs.length);
    const database = await createTestDatabase();
    const worker = await createWorker(
      database.config,
      new FixedClock(new Date('2026-11-23T02:00:00Z')),
      createLogger(database.config, 'test'),
    );
    expect(worker.get<readonly JobDefinition[]>(JOBS, { strict: false })).toHaveLength(jobs.length);
    await worker.close();
    await database.drop();
  });

  it('schedules only jobs without a topic, and every job without a topic', () => {
    const scheduled = schedules.map((schedule) => schedule.jobName).sort();
    expect(scheduled).toEqual(
      jobs
        .filter((job) => job.topic === null)
        .map((job) => job.name)
        .sort(),
    );
  });

  it('has a subscriber for every outbox topic that is appended', async () => {
    const subscribed = new Set(jobs.map((job) => job.topic));
    const missing: string[] = [];
    for (const [file, text] of production) {
      if (!file.endsWith('.jobs.ts')) continue;
      for (const [, name, topic] of text.matchAll(/export const (\w+) = '([a-z]\w*\.[a-z]\w*)'/g)) {
        const appended = production.some(([, other]) => new RegExp(`topic: ${name}\\b`).test(other));
        if (appended && !subscribed.has(topic ?? '')) missing.push(`${name} (${topic})`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('keeps every file in its room', () => {
    const faults: string[] = [];
    const names: [RegExp, RegExp][] = [
      [/\.controller\.ts$/, /^apps\/api\/src\//],
      [/\.(dto|view|problems)\.ts$/, /^apps\/api\/src\//],
      [/\.handlers\.ts$/, /^apps\/worker\/src\//],
      [/\.(repository|row|service|jobs)\.ts$/, /^libs\/application\/src\//],
      [/\.command\.ts$/, /^apps\/cli\/src\//],
    ];
    for (const file of files) {
      for (const [name, room] of names) if (name.test(file) && !room.test(file)) faults.push(file);
      if (/\/(utils?|helpers?|common|misc)\.ts$/.test(file)) faults.push(`${file}: a name that says nothing`);
    }
    for (const [file, text] of production) {
      if (
        /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b .*\b(?:FROM|VALUES|SET|WHERE)\b/.test(text) &&
        !/^(libs\/application|libs\/platform|apps\/worker\/src\/outbox|apps\/worker\/src\/queues)/.test(file)
      ) {
        faults.push(`${file}: SQL outside libs/application and libs/platform`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('gives every class of the API a name of its own: openapi.json knows a class by its name only', () => {
    const homes = new Map<string, string[]>();
    for (const [file, text] of production) {
      if (!file.startsWith('apps/api/src')) continue;
      for (const [, name = ''] of text.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm))
        homes.set(name, [...(homes.get(name) ?? []), file]);
    }
    expect(homes.size).toBeGreaterThan(500);
    expect([...homes].filter(([, at]) => at.length > 1)).toEqual([]);
  });

  it('uses the words of the glossary in tables, addresses and files', () => {
    const forbidden =
      /(^|[-_/.])(product|products|requirement|requirements|user|users|company|companies|agent|agents|contractor|record-signup|register)([-_/.]|$)/;
    const faults: string[] = [];
    for (const [file, text] of production) {
      for (const [, path] of text.matchAll(/@Controller\('([^']+)'\)/g))
        if (forbidden.test(path ?? '')) faults.push(`${file}: ${path}`);
      for (const [, path] of text.matchAll(/@(?:Get|Post|Put|Patch|Delete)\('([^']+)'\)/g))
        if (forbidden.test(path ?? '')) faults.push(`${file}: ${path}`);
      if (forbidden.test(file.replace(/\.ts$/, '').split('/').slice(3).join('/'))) faults.push(file);
    }
    for (const file of readdirSync('migrations')) {
      const text = readFileSync(join('migrations', file), 'utf8');
      for (const [, table] of text.matchAll(/CREATE TABLE (\w+)/g))
        if (forbidden.test(table ?? '')) faults.push(`${file}: ${table}`);
    }
    expect(faults).toEqual([]);
  });
});

/** Refusals that never reach a caller of the API. */
const internalCodes = new Set<string>([
  'calendar.yearNotCovered', // a notice goes on cautiously, a term of the office stays unnamed
  'import.rehearsed', // takes a rehearsal's transaction back, never leaves the runner
  'ledger.unbalanced', // a fault of our own arithmetic: the service throws
]);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );
}
