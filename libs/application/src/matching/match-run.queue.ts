import { Injectable, Logger } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { MatchRun } from '#domain/matching/match-run.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { MatchIndex } from './match.index.js';
import { MatchModels } from './match-models.js';
import { MatchRunRepository, type HeldRun } from './match-run.repository.js';
import { Rematch } from './rematch.js';

/** Demands between two marks of progress: what a killed run does twice at most. */
const demandBatch = 25;
const achievementBatch = 50;
const maxAttempts = 5;
/** Beijing hours in which the night's run may begin; a market that was down then leaves that night out. */
const nightFrom = 2;
const nightUntil = 6;
const beijingOffsetHours = 8;

/** Long runs over many demands: queued, worked off by whichever worker is free, taken up again where one died. */
@Injectable()
export class MatchRunQueue {
  private readonly logger = new Logger('matching');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: MatchRunRepository,
    private readonly rematch: Rematch,
    private readonly index: MatchIndex,
    private readonly models: MatchModels,
    private readonly clock: Clock,
  ) {}

  /** By night: learns from what was decided, and matches again what changed. Once a night, whoever comes first. */
  async queueNight(actor: SystemActor): Promise<MatchRun | null> {
    const now = this.clock.now();
    const hour = (now.getUTCHours() + beijingOffsetHours) % 24;
    if (hour < nightFrom || hour >= nightUntil) return null;
    const run = { scope: 'incremental', reason: 'night', night: beijingDate(now) } as const;
    const queued = await this.unitOfWork.run(actor, (tx) => this.runs.queue(tx, run, now));
    if (queued) await this.models.train(actor);
    return queued;
  }

  async queue(actor: SystemActor, run: Pick<MatchRun, 'scope' | 'reason'>): Promise<MatchRun> {
    const queued = await this.unitOfWork.run(actor, (tx) =>
      this.runs.queue(tx, { ...run, night: null }, this.clock.now()),
    );
    if (!queued) throw new Error('a run without a night was not queued');
    return queued;
  }

  async find(actor: SystemActor, id: string): Promise<MatchRun | null> {
    return this.unitOfWork.run(actor, (tx) => this.runs.find(tx, id));
  }

  /** Works off every run that waits; how many. A run that fails stays with its lease and is tried again later. */
  async workOff(actor: SystemActor): Promise<number> {
    for (let worked = 0; ; worked += 1) {
      const run = await this.unitOfWork.run(actor, (tx) => this.runs.claim(tx, this.clock.now()));
      if (!run) return worked;
      await this.work(actor, run);
    }
  }

  private async work(actor: SystemActor, run: HeldRun): Promise<void> {
    const started = performance.now();
    try {
      await this.index.refresh();
      const done = await this.matchAll(actor, run);
      await this.end(actor, run, 'done', null);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      this.logger.log({ matchRun: run.id, state: 'done', scope: run.scope, done, seconds });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn({ matchRun: run.id, state: 'failed', attempts: run.attempts, reason });
      if (run.attempts < maxAttempts) throw error;
      await this.end(actor, run, 'failed', reason.replaceAll('\0', '').slice(0, 500));
    }
  }

  private async matchAll(actor: SystemActor, run: HeldRun): Promise<number> {
    const { engine } = this.index;
    const now = this.clock.now();
    let done = run.done;
    await this.unitOfWork.run(actor, async (tx) =>
      this.runs.begin(tx, run.id, engine, done + (await this.runs.count(tx, run, engine, now))),
    );
    for (let after = run.afterId; ;) {
      const ids = await this.unitOfWork.run(actor, (tx) => this.runs.batch(tx, run, engine, now, after, demandBatch));
      const last = ids.at(-1);
      if (last === undefined) break;
      await this.rematch.matchDemands(actor, run.id, ids);
      done += ids.length;
      after = last;
      await this.tell(actor, run, done, 'demand', last);
    }
    return run.scope === 'incremental' ? this.matchLostAchievements(actor, run, done) : done;
  }

  /** A full run met them all with its demands. */
  private async matchLostAchievements(actor: SystemActor, run: HeldRun, doneBefore: number): Promise<number> {
    let done = doneBefore;
    for (let after = run.afterAchievementId; ;) {
      const ids = await this.unitOfWork.run(actor, (tx) => this.runs.lostAchievements(tx, after, achievementBatch));
      const last = ids.at(-1);
      if (last === undefined) return done;
      await this.rematch.matchAchievements(actor, run.id, ids);
      done += ids.length;
      after = last;
      await this.tell(actor, run, done, 'achievement', last);
    }
  }

  private async tell(
    actor: SystemActor,
    run: HeldRun,
    done: number,
    kind: 'demand' | 'achievement',
    last: string,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.runs.progress(tx, run.id, done, kind, last));
    this.logger.log({ matchRun: run.id, state: 'running', scope: run.scope, kind, done });
  }

  private async end(
    actor: SystemActor,
    { id }: HeldRun,
    state: 'done' | 'failed',
    error: string | null,
  ): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.runs.end(tx, id, state, error, this.clock.now()));
  }
}
