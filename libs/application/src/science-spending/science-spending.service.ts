import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { fiscalYear as fiscalYearOf } from '#domain/calendar/local-date.js';
import {
  spendingLevelOf,
  spendingPolicyOf,
  spendingStanding,
  type SpendingPolicy,
  type SpendingStanding,
} from '#domain/science-spending/science-spending.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ScienceSpendingRepository, type ScienceSpending } from './science-spending.repository.js';

export type { ScienceSpending } from './science-spending.repository.js';

export type SpendingRefusal = Refusal<
  'scienceSpending.yearAhead' | 'scienceSpending.notAPart' | 'scienceSpending.noRule'
>;

export interface JudgedSpending {
  readonly spending: ScienceSpending;
  readonly policy: SpendingPolicy;
  readonly standing: SpendingStanding;
}

/** The share of science in a year's public expenditure (M6), per unit: told by the office, read by everybody. */
@Injectable()
export class ScienceSpendingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly spendings: ScienceSpendingRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async record(
    actor: PersonActor,
    told: Pick<ScienceSpending, 'fiscalYear' | 'unitCode' | 'science' | 'expenditure' | 'document'>,
  ): Promise<Result<JudgedSpending, SpendingRefusal>> {
    const now = this.clock.now();
    if (told.fiscalYear > fiscalYearOf(now)) return refuse('scienceSpending.yearAhead', {}, '/fiscalYear');
    if (told.expenditure <= 0n || told.science > told.expenditure) {
      return refuse('scienceSpending.notAPart', {}, '/scienceYuan');
    }
    const spending: ScienceSpending = { ...told, id: uuid(), recordedBy: actor.personId, at: now };
    const judged = judge(spending);
    if (!judged) return refuse('scienceSpending.noRule', { year: String(told.fiscalYear) }, '/fiscalYear');
    return this.unitOfWork.run(actor, async (tx) => {
      await this.spendings.insert(tx, spending);
      await this.journal.record(tx, {
        subjectKind: 'scienceSpending',
        subjectId: spending.id,
        event: 'record',
        from: null,
        to: null,
        reason: told.document,
        parties: [],
        after: { ...spending, science: spending.science.toString(), expenditure: spending.expenditure.toString() },
      });
      return ok(judged);
    });
  }

  async ofYear(actor: Actor, fiscalYear: number): Promise<JudgedSpending[]> {
    const told = await this.unitOfWork.run(actor, (tx) => this.spendings.ofYear(tx, fiscalYear));
    return told.flatMap((spending) => judge(spending) ?? []);
  }
}

function judge(spending: ScienceSpending): JudgedSpending | null {
  const policy = spendingPolicyOf(spendingLevelOf(spending.unitCode), spending.fiscalYear);
  return policy && { spending, policy, standing: spendingStanding(policy, spending) };
}
