import { Injectable } from '@nestjs/common';
import {
  parseCatalogue,
  type Catalogue,
  type CatalogueFile,
  type County,
  type ProcedureStage,
  type SeedConflict,
} from '#domain/catalogue/catalogue.js';
import type { DemonstrationTask, Department, JointConference } from '#domain/department/department.js';
import type { Indicator } from '#domain/indicator/indicator.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import type { Task } from '#domain/task/task.js';
import type { Zone } from '#domain/zone/zone.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { contentHash } from '#platform/text/canonical.js';
import { catalogueLoaded } from '../search/search.jobs.js';
import { CatalogueRepository, type CatalogueRecord, type CatalogueTable } from './catalogue.repository.js';

/** What one load did to one table. `retired` names the records that left the data: they stay in the table. */
export interface LoadReport {
  readonly table: CatalogueTable;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly retired: readonly string[];
}

/** Facts of one kind with their full source lines; `etag` changes when one of them does. */
export interface CatalogueList<T> {
  readonly records: readonly (T & { readonly source: string })[];
  readonly etag: string;
}

/** The data files were refused: every problem with its file and path. */
export class CatalogueDataError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`目录数据有误 (invalid catalogue data):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'CatalogueDataError';
  }
}

/** Use cases of the city's plan as data: load it, read it. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: CatalogueRepository,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Brings the tables in line with the data files in one transaction. Loading the same data again changes nothing. */
  async load(actor: SystemActor, contents: Readonly<Record<CatalogueFile, unknown>>): Promise<readonly LoadReport[]> {
    const parsed = parseCatalogue(contents);
    if (!parsed.ok) throw new CatalogueDataError(parsed.problems);
    return this.unitOfWork.run(actor, async (tx) => {
      const reports: LoadReport[] = [];
      for (const [table, records] of tablesOf(parsed.value)) reports.push(await this.loadTable(tx, table, records));
      await this.outbox.append(tx, { topic: catalogueLoaded, payload: {} });
      return reports;
    });
  }

  counties = (): Promise<CatalogueList<County>> => this.list('county');
  zones = (): Promise<CatalogueList<Zone>> => this.list('zone');
  indicators = (): Promise<CatalogueList<Indicator>> => this.list('indicator');
  departments = (): Promise<CatalogueList<Department>> => this.list('department');
  tasks = (): Promise<CatalogueList<Task>> => this.list('task');
  demonstrationTasks = (): Promise<CatalogueList<DemonstrationTask>> => this.list('demonstration_task');
  seedConflicts = (): Promise<CatalogueList<SeedConflict>> => this.list('seed_conflict');
  procedureStages = (): Promise<CatalogueList<ProcedureStage>> => this.list('procedure_stage');
  jointConferences = (): Promise<CatalogueList<JointConference>> => this.list('joint_conference');

  /** A zone with the rows of 附表2 that are about it. */
  async zone(
    code: string,
  ): Promise<Result<{ zone: Zone; tasks: readonly Task[]; etag: string }, Refusal<'zone.notFound'>>> {
    const [zones, tasks] = await Promise.all([this.zones(), this.tasks()]);
    const zone = zones.records.find((record) => record.code === code);
    if (!zone) return refuse('zone.notFound', { code });
    const own = tasks.records.filter((record) => record.zoneCode === code);
    return ok({ zone, tasks: own, etag: contentHash([zones.etag, tasks.etag]) });
  }

  private async list<T>(table: CatalogueTable): Promise<CatalogueList<T>> {
    const stored = await this.records.list(table);
    return {
      records: stored.map(({ content, source }) => ({ ...(content as T), source })),
      etag: contentHash(stored.map((record) => [record.contentHash, record.source])),
    };
  }

  private async loadTable(tx: Tx, table: CatalogueTable, records: readonly CatalogueRecord[]): Promise<LoadReport> {
    const now = this.clock.now();
    const before = new Map((await this.records.stored(tx, table)).map((record) => [record.code, record]));
    let [added, changed, unchanged] = [0, 0, 0];
    for (const record of records) {
      const known = before.get(record.code);
      before.delete(record.code);
      if (known && !known.retired && known.contentHash === record.contentHash) {
        unchanged += 1;
        continue;
      }
      await this.records.put(tx, table, record, now);
      if (known) changed += 1;
      else added += 1;
    }
    const gone = [...before.values()].filter((record) => !record.retired).map((record) => record.code);
    for (const code of gone) await this.records.retire(tx, table, code, now);
    return { table, added, changed, unchanged, retired: gone };
  }
}

/** Every kind of fact with its table; position is the order in the file, the source line names the plan. */
function tablesOf(catalogue: Catalogue): readonly (readonly [CatalogueTable, readonly CatalogueRecord[]])[] {
  const records = (entries: readonly { readonly code: string; readonly source: string }[]): CatalogueRecord[] =>
    entries.map((content, index) => {
      const record = { position: index + 1, source: `${catalogue.document}${content.source}`, content };
      return { code: content.code, ...record, contentHash: contentHash(record) };
    });
  return [
    ['county', records(catalogue.counties)],
    ['zone', records(catalogue.zones)],
    ['indicator', records(catalogue.indicators)],
    ['department', records(catalogue.departments)],
    ['task', records(catalogue.tasks)],
    ['demonstration_task', records(catalogue.demonstrationTasks)],
    ['seed_conflict', records(catalogue.seedConflicts)],
    ['procedure_stage', records(catalogue.stages)],
    ['joint_conference', records([catalogue.jointConference])],
  ];
}
