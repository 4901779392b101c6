import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate } from '#domain/calendar/local-date.js';
import { refuse, type Refusal, type Result } from '#domain/shared/result.js';
import {
  moveProcedure,
  type Step,
  type TransferProcedure,
  type TransferProcedureEvent,
} from '#domain/transfer-procedure/transfer-procedure.js';
import { stages, type Stage, type StageRule } from '#domain/transfer-procedure/transfer-rule.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { TransferProcedureRepository } from './transfer-procedure.repository.js';

/** A case as a use case works on it: locked, with its stays. */
export interface OpenCase {
  readonly procedure: TransferProcedure;
  readonly steps: readonly Step[];
  /** The stay in the present stage. */
  readonly step: Step;
  readonly rule: StageRule;
}

export const isStage = (state: string): state is Stage => stages.some((stage) => stage === state);

/** Keeps cases and their stays in step: every move leaves one stay and enters the next, in one transaction. */
@Injectable()
export class ProcedureBook {
  constructor(
    private readonly procedures: TransferProcedureRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The case, locked; refused when it is over or not to be seen. */
  async open(
    tx: Tx,
    id: string,
  ): Promise<Result<OpenCase, Refusal<'transferProcedure.notFound' | 'transferProcedure.over'>>> {
    const procedure = await this.procedures.forUpdate(tx, id);
    if (!procedure) return refuse('transferProcedure.notFound');
    const steps = await this.procedures.steps(tx, id);
    const step = steps.at(-1);
    const rule = procedure.stages.find(({ stage }) => stage === procedure.state);
    if (!step || !rule) return refuse('transferProcedure.over', { state: procedure.state });
    return { ok: true, value: { procedure, steps, step, rule } };
  }

  async enter(tx: Tx, procedure: TransferProcedure, serial: number): Promise<void> {
    if (!isStage(procedure.state)) return;
    const now = this.clock.now();
    const rule = procedure.stages.find(({ stage }) => stage === procedure.state);
    await this.procedures.insertStep(tx, procedure, {
      id: uuid(),
      serial,
      stage: procedure.state,
      enteredAt: now,
      dueOn: rule?.days == null ? null : addDays(beijingDate(now), rule.days),
      leftAt: null,
      event: null,
      reason: null,
      byPersonId: null,
    });
  }

  /** Moves a locked case; `changed` is what the use case has changed of it besides the state. */
  async move(
    tx: Tx,
    { procedure: before, step }: Pick<OpenCase, 'procedure' | 'step'>,
    event: TransferProcedureEvent,
    reason: string | null,
    changed: Partial<TransferProcedure> = {},
  ): Promise<Result<TransferProcedure, Refusal<'state.notAllowed'>>> {
    const now = this.clock.now();
    const after = moveProcedure({ ...before, ...changed }, event, now);
    if (!after.ok) return after;
    await this.procedures.save(tx, after.value);
    const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
    await this.procedures.leaveStep(tx, step, { at: now, event, reason, by });
    await this.enter(tx, after.value, step.serial + 1);
    await this.record(tx, event, before, after.value, reason);
    return after;
  }

  /** A change that leaves the case where it is. */
  async amend(tx: Tx, before: TransferProcedure, event: string, change: Partial<TransferProcedure>, reason?: string) {
    const after = { ...before, ...change, updatedAt: this.clock.now(), version: before.version + 1 };
    await this.procedures.save(tx, after);
    await this.record(tx, event, before, after, reason ?? null);
    return after;
  }

  async record(
    tx: Tx,
    event: string,
    before: TransferProcedure | null,
    after: TransferProcedure,
    reason: string | null,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'transferProcedure',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== null && { reason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }
}
