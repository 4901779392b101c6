import { Injectable } from '@nestjs/common';
import type { MatchRun, MatchRunScope } from '#domain/matching/match-run.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { MatchRunRepository } from './match-run.repository.js';

/** What people see of long runs, and how they ask for one. The work itself is MatchRunQueue, in the worker. */
@Injectable()
export class MatchRunService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: MatchRunRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Asks for a run; a worker takes it within seconds. */
  async request(actor: PersonActor, scope: MatchRunScope): Promise<MatchRun> {
    return this.unitOfWork.run(actor, async (tx) => {
      const run = await this.runs.queue(tx, { scope, reason: 'requested', night: null }, this.clock.now());
      if (!run) throw new Error('a run without a night was not queued');
      await this.journal.record(tx, {
        subjectKind: 'matchRun',
        subjectId: run.id,
        parties: [],
        event: 'request',
        from: null,
        to: run.state,
        after: run,
      });
      return run;
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<MatchRun[]> {
    return this.unitOfWork.run(actor, (tx) => this.runs.list(tx, after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Result<MatchRun, Refusal<'matchRun.notFound'>>> {
    const run = await this.unitOfWork.run(actor, (tx) => this.runs.find(tx, id));
    return run ? ok(run) : refuse('matchRun.notFound');
  }
}
