import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { checkRule, type StageRule, type TransferRule } from '#domain/transfer-procedure/transfer-rule.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { TransferProcedureRepository } from './transfer-procedure.repository.js';

export type TransferRuleRefusal = Refusal<
  'transferRule.unsound' | 'transferRule.unknownPerson' | 'transferRule.savedMeanwhile'
>;

/** A unit's rule for its procedures: every save is a new revision, checked whole; running cases keep theirs. */
@Injectable()
export class TransferRuleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: TransferProcedureRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async save(
    actor: PersonActor,
    stages: readonly StageRule[],
    note: string,
  ): Promise<Result<TransferRule, TransferRuleRefusal>> {
    const now = this.clock.now();
    const findings = checkRule(stages, beijingDate(now));
    if (findings.length > 0) {
      return refuse('transferRule.unsound', { findings: findings.map(({ text }) => text).join('；') }, '/stages');
    }
    return this.unitOfWork.run(actor, async (tx): Promise<Result<TransferRule, TransferRuleRefusal>> => {
      const people = [...new Set(stages.flatMap(({ personIds }) => personIds))];
      const known = await this.unitOfWork.asSystem(tx, 'transferRule', (system) =>
        this.procedures.personNames(system, people),
      );
      if (known.size < people.length) return refuse('transferRule.unknownPerson', {}, '/stages');
      const current = await this.procedures.currentRule(tx, actor.organizationId);
      const rule: TransferRule = {
        id: uuid(),
        organizationId: actor.organizationId,
        revision: (current?.revision ?? 0) + 1,
        stages,
        note,
        createdBy: actor.personId,
        createdAt: now,
      };
      if (!(await this.procedures.insertRule(tx, rule))) return refuse('transferRule.savedMeanwhile');
      await this.journal.record(tx, {
        subjectKind: 'transferRule',
        subjectId: rule.id,
        event: 'save',
        from: null,
        to: null,
        parties: [rule.organizationId],
        reason: note,
        after: rule,
      });
      return ok(rule);
    });
  }

  /** Newest first. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<TransferRule[]> {
    return this.unitOfWork.run(actor, (tx) => this.procedures.rules(tx, after, limit));
  }
}
