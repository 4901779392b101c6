import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  drawSample,
  inspectionPlanTransitions,
  populationText,
  stratumOf,
  type InspectionPlan,
  type Member,
} from '#domain/inspection/inspection.js';
import { inspectionPolicyOn } from '#domain/inspection/inspection.policy.js';
import { hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { parsePeriod } from '#domain/statistics/period.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { StatisticsService } from '../statistics/statistics.service.js';
import { InspectionRepository, type InspectionCase, type PublicPlan } from './inspection.repository.js';

export interface NewPlan {
  readonly title: string;
  readonly period: string;
  readonly smallCount: number;
  readonly seedSource: string;
}

export type PlanRefusal = Refusal<
  | 'inspection.planNotFound'
  | 'inspection.populationEmpty'
  | 'inspection.populationTooLarge'
  | 'statistics.periodUnknown'
  | 'statistics.cutOffAhead'
  | 'state.notAllowed'
>;

const staff = ['registrar', 'reviewer', 'auditor'] as const;
const maxPopulation = 200_000;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Sampling plans (登记抽查计划): frozen with the hash of what may be drawn, then drawn once by a published seed. */
@Injectable()
export class InspectionPlanService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: InspectionRepository,
    private readonly statistics: StatisticsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The population are the contracts registered in the period that stand today. */
  async freeze(actor: PersonActor, wanted: NewPlan): Promise<Result<InspectionPlan, PlanRefusal>> {
    const now = this.clock.now();
    const cutOff = beijingDate(now);
    const policy = inspectionPolicyOn(cutOff);
    const period = parsePeriod(wanted.period);
    if (!period.ok) return period;
    return this.unitOfWork.run(actor, async (tx): Promise<Result<InspectionPlan, PlanRefusal>> => {
      const members: Member[] = [];
      for await (const entries of this.statistics.all(actor, { period: wanted.period, cutOff })) {
        for (const { registrationNumber, technologyValue } of entries) {
          members.push({ registrationNumber, stratum: stratumOf(technologyValue, policy.largeFrom) });
        }
        if (members.length > maxPopulation) {
          return refuse('inspection.populationTooLarge', { max: String(maxPopulation) }, '/period');
        }
      }
      if (members.length === 0) return refuse('inspection.populationEmpty', {}, '/period');
      const plan: InspectionPlan = {
        ...wanted,
        id: uuid(),
        cutOff,
        state: 'frozen',
        largeFrom: policy.largeFrom,
        populationCount: members.length,
        largeCount: members.filter((member) => member.stratum === 'large').length,
        populationHash: sha256(populationText(members)),
        seed: null,
        frozenBy: actor.personId,
        frozenAt: now,
        drawnBy: null,
        drawnAt: null,
      };
      await this.plans.insertMembers(tx, plan.id, members);
      await this.plans.insertPlan(tx, plan);
      await this.record(tx, 'freeze', null, plan);
      return ok(plan);
    });
  }

  /** Draws once. What is drawn follows from the frozen list and the seed alone. */
  async draw(actor: PersonActor, id: string, seed: string): Promise<Result<InspectionPlan, PlanRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<InspectionPlan, PlanRefusal>> => {
      const before = await this.plans.plan(tx, id, 'FOR UPDATE');
      if (!before) return refuse('inspection.planNotFound');
      const next = transition(inspectionPlanTransitions, before.state, 'draw');
      if (!next.ok) return next;
      const after = { ...before, state: next.value, seed, drawnBy: actor.personId, drawnAt: this.clock.now() };
      const drawn = drawSample(await this.plans.members(tx, id), before.smallCount, seed, sha256);
      const entries = await this.statistics.byNumbers(
        tx,
        drawn.map((member) => member.registrationNumber),
      );
      const cases = drawn.map((member): InspectionCase => {
        const entry = entries.get(member.registrationNumber);
        if (!entry) throw new Error(`${member.registrationNumber} has left the register`);
        return { ...member, id: uuid(), planId: id, registrationId: entry.registrationId, entryId: entry.id };
      });
      await this.plans.saveDraw(tx, after);
      await this.plans.insertCases(tx, cases);
      await this.record(tx, 'draw', before, after);
      return ok(after);
    });
  }

  async getPublic(id: string): Promise<Result<PublicPlan, PlanRefusal>> {
    const plan = await this.plans.findPublic(id);
    return plan ? ok(plan) : refuse('inspection.planNotFound');
  }

  listPublic(after: string | null, limit: number): Promise<PublicPlan[]> {
    return this.plans.listPublic(after, limit);
  }

  async population(id: string, after: string | null, limit: number): Promise<Result<Member[], PlanRefusal>> {
    const plan = await this.plans.findPublic(id);
    return plan ? ok(await this.plans.membersPublic(id, after, limit)) : refuse('inspection.planNotFound');
  }

  async cases(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<InspectionCase[], PlanRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const plan = hasRole(actor, ...staff) ? await this.plans.plan(tx, id) : null;
      return plan ? ok(await this.plans.cases(tx, id, after, limit)) : refuse('inspection.planNotFound');
    });
  }

  private async record(tx: Tx, event: string, before: InspectionPlan | null, after: InspectionPlan): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'inspectionPlan',
      subjectId: after.id,
      parties: [],
      event,
      from: before?.state ?? null,
      to: after.state,
      before,
      after,
    });
  }
}
