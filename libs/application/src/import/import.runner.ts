import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { AchievementChange, DemandChange } from '#domain/import/columns.js';
import {
  countsOf,
  moveImport,
  type Import,
  type ImportEvent,
  type ImportRow,
  type Upserted,
} from '#domain/import/import.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { databaseAway, lockTimedOut } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { OldRegister } from '../achievement-registration/old-registrations.js';
import { DemandService } from '../demand/demand.service.js';
import { ActorReader } from '../identity/actor.reader.js';
import { RegisterBook } from '../statistics/entry.book.js';
import { contentOf, ImportRepository } from './import.repository.js';

const rowsPerBatch = 200;

/** Works an import off, a batch of rows a transaction: what a batch wrote and that its rows are done hold together. */
@Injectable()
export class ImportRunner implements OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportRepository,
    private readonly achievements: AchievementService,
    private readonly demands: DemandService,
    private readonly register: RegisterBook,
    private readonly oldRegister: OldRegister,
    private readonly actors: ActorReader,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The process is ending: the batch at hand is finished, the rest waits for the next process. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  async run(system: SystemActor, importId: string): Promise<void> {
    const entry = await this.unitOfWork.run(system, (tx) => this.imports.find(tx, importId));
    if (!entry || entry.state === 'finished' || entry.state === 'stopped') return;
    const actor = await this.actors.byMembership(entry.personId, entry.organizationId, system.origin);
    // Whoever started it is no longer a member: nobody stands behind the rest.
    if (!actor) return this.move(system, importId, 'stop');
    if (entry.state === 'queued') await this.move(system, importId, 'start');
    while (await this.batch(actor, importId)) {
      if (this.stopping) throw new Error('the worker is stopping; the import goes on after the restart');
    }
    await this.move(system, importId, 'finish');
  }

  /** One batch; false when no row waits. When a row breaks the batch, its rows are tried one by one. */
  private async batch(actor: PersonActor, importId: string): Promise<boolean> {
    try {
      return await this.rows(actor, importId, rowsPerBatch);
    } catch (error) {
      if (databaseAway(error) || lockTimedOut(error)) throw error;
    }
    for (let i = 0; i < rowsPerBatch; i += 1) {
      const more = await this.rows(actor, importId, 1).catch((error: unknown) => {
        if (databaseAway(error) || lockTimedOut(error)) throw error;
        return this.failFirst(actor, importId);
      });
      if (!more) return false;
    }
    return true;
  }

  private async rows(actor: PersonActor, importId: string, limit: number): Promise<boolean> {
    const started = performance.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const entry = await this.imports.find(tx, importId, 'FOR UPDATE');
      const waiting = entry?.state === 'running' ? await this.imports.pendingRows(tx, importId, limit) : [];
      if (!entry || waiting.length === 0) return false;
      const done = entry.dryRun
        ? await this.rehearse(actor, entry, waiting)
        : outcomes(waiting, await this.write(tx, actor, entry, waiting));
      await this.imports.saveOutcomes(tx, done);
      await this.imports.addCounts(tx, entry, countsOf(done), Math.round(performance.now() - started));
      return true;
    });
  }

  /** Writes the rows for true in a transaction of their own and takes it back. */
  private async rehearse(actor: PersonActor, entry: Import, rows: readonly ImportRow[]): Promise<ImportRow[]> {
    let done: ImportRow[] = [];
    await this.unitOfWork.runSeparately(actor, async (tx) => {
      done = outcomes(rows, await this.write(tx, actor, entry, rows));
      return refuse('import.rehearsed');
    });
    return done.map((row) => ({ ...row, subjectId: row.outcome === 'created' ? null : row.subjectId }));
  }

  private write(
    tx: Tx,
    actor: PersonActor,
    entry: Import,
    rows: readonly ImportRow[],
  ): Promise<readonly Result<Upserted, Refusal>[]> {
    const options = { publish: entry.publish };
    const contents = rows.map((row) => ({ ...contentOf(row), externalKey: row.externalKey }));
    if (entry.kind === 'achievements') {
      const entries = contents as (AchievementChange & { title: string; externalKey: string })[];
      return this.achievements.upsertByKeys(tx, entry.organizationId, entries, options);
    }
    if (entry.kind === 'achievementRegister') {
      return this.oldRegister.upsert(tx, actor, contents);
    }
    if (entry.kind === 'registrations') {
      return this.register.upsertHistoric(tx, entry.id, contents);
    }
    const entries = contents as (DemandChange & { title: string; externalKey: string })[];
    return this.demands.upsertByKeys(tx, entry.organizationId, entries, { ...options, countyCode: actor.countyCode });
  }

  /** A row that the database itself refuses is marked failed, so that the others go on. */
  private async failFirst(actor: PersonActor, importId: string): Promise<boolean> {
    return this.unitOfWork.run(actor, async (tx) => {
      const entry = await this.imports.find(tx, importId, 'FOR UPDATE');
      const [row] = await this.imports.pendingRows(tx, importId, 1);
      if (!entry || !row) return false;
      const failed: ImportRow = {
        ...row,
        outcome: 'failed',
        problems: [{ code: 'import.rowFailed', column: null, params: {} }],
      };
      await this.imports.saveOutcomes(tx, [failed]);
      await this.imports.addCounts(tx, entry, countsOf([failed]), 0);
      return true;
    });
  }

  private async move(system: SystemActor, importId: string, event: ImportEvent): Promise<void> {
    await this.unitOfWork.run(system, async (tx) => {
      const before = await this.imports.find(tx, importId, 'FOR UPDATE');
      const after = before && moveImport(before, event, this.clock.now());
      if (!before || !after?.ok) return;
      await this.imports.save(tx, after.value);
      await this.journal.record(tx, {
        subjectKind: 'import',
        subjectId: importId,
        parties: [before.organizationId],
        event,
        from: before.state,
        to: after.value.state,
        before,
        after: after.value,
      });
    });
  }
}

/** Rows with what became of them. */
const outcomes = (rows: readonly ImportRow[], results: readonly Result<Upserted, Refusal>[]): ImportRow[] =>
  rows.map((row, index) => {
    const result = results[index];
    if (!result) throw new Error('every row has a result');
    if (result.ok) return { ...row, outcome: result.value.outcome, subjectId: result.value.id };
    const { code, params, pointer } = result.refusal;
    const problem = { code, column: pointer?.slice(1) ?? null, params: { ...params } };
    return { ...row, outcome: 'failed', problems: [problem] };
  });
