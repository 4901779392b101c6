import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Demand } from '#domain/demand/demand.js';
import type { Achievement } from '#domain/achievement/achievement.js';
import { simulatedCounty, simulatedFinding, simulatedPrice, wantsMatch } from '#domain/sandbox/simulation.js';
import type { SystemActor } from '#domain/shared/actor.js';
import type { Refusal, Result } from '#domain/shared/result.js';
import { isSandboxId } from '#domain/shared/sandbox-id.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { SimulatedParties, within } from './simulated-parties.js';

const marked = (title: string): string => `（沙箱模拟）${title}`.slice(0, 100);
const whole = 10_000;

/** The other half of what was published in a sandbox with the magic key, and the match of the two. */
@Injectable()
export class SimulatedMatchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: SimulatedParties,
    private readonly demands: DemandService,
    private readonly achievements: AchievementService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Run again, it changes nothing: a demand that has a match gets no second one. */
  async matchDemand(actor: SystemActor, demandId: string): Promise<void> {
    await this.unitOfWork.run({ ...actor, sandbox: true }, async (tx) => {
      await tx.query(`SELECT FROM demand WHERE id = $1 FOR UPDATE`, [demandId]);
      const demand = await this.demands.find(tx, demandId);
      if (demand?.state !== 'published' || !isSandboxId(demand.organizationId) || !wantsMatch(demand.externalKey))
        return;
      if ((await tx.query(`SELECT FROM match WHERE demand_id = $1 LIMIT 1`, [demandId])).length > 0) return;
      await this.propose(tx, demand, await this.supply(tx, demand));
    });
  }

  async matchAchievement(actor: SystemActor, achievementId: string): Promise<void> {
    await this.unitOfWork.run({ ...actor, sandbox: true }, async (tx) => {
      const achievement = await this.achievements.find(tx, achievementId);
      const asked = achievement?.state === 'published' && wantsMatch(achievement.externalKey);
      if (!asked || !isSandboxId(achievement.organizationId)) return;
      await this.achievements.lock(tx, achievementId);
      const known = await tx.query(`SELECT FROM match WHERE achievement_id = $1 LIMIT 1`, [achievementId]);
      if (known.length === 0) await this.propose(tx, await this.need(tx, achievement), achievement);
    });
  }

  private async supply(tx: Tx, demand: Demand): Promise<Achievement> {
    const seller = await this.parties.acting(tx, demand.organizationId, 'counterpart');
    const content = {
      ...{ title: marked(demand.title), summary: demand.summary, field: demand.field, keywords: ['沙箱模拟'] },
      ...{ readinessLevel: 8, farmStage: null, countyCode: demand.countyCode, zoneCode: demand.zoneCode },
      ...{ transferModes: ['transfer', 'licence', 'service'] as const, price: demand.budget ?? simulatedPrice },
      ...{ secret: false, externalKey: null },
    };
    const inventors = [{ name: '沙箱', shareBasisPoints: whole }];
    const made = done(await this.achievements.create(seller, content, { detail: null, contact: null, inventors }));
    done(await this.achievements.register(seller, made.achievement.id, 'applied'));
    return done(await this.achievements.publish(seller, made.achievement.id));
  }

  private async need(tx: Tx, achievement: Achievement): Promise<Demand> {
    const buyer = await this.parties.acting(tx, achievement.organizationId, 'counterpart');
    const made = done(
      await this.demands.create(buyer, {
        ...{ title: marked(achievement.title), summary: achievement.summary ?? achievement.title },
        ...{ field: achievement.field, zoneCode: achievement.zoneCode },
        countyCode: achievement.countyCode ?? simulatedCounty,
        ...{ budget: achievement.price ?? simulatedPrice, transferModes: [...achievement.transferModes] },
        ...{ neededBy: null, leastReadinessLevel: null, excludedRegionCodes: [], validUntil: null },
        ...{ externalKey: null, template: null },
      }),
    );
    return done(await this.demands.publish(buyer, made.id));
  }

  /** Written as it is: the engine that writes matches elsewhere has not looked at this one. */
  private async propose(tx: Tx, demand: Demand, achievement: Achievement): Promise<void> {
    const parties = [demand.organizationId, achievement.organizationId];
    const { score, grade, reasons, modelVersion } = simulatedFinding;
    await this.unitOfWork.run(within(tx), async (system) => {
      const id = uuid();
      await system.query(
        `INSERT INTO match (id, demand_id, achievement_id, demand_organization_id, achievement_organization_id, state, score,
           grade, reasons, model_version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, 'proposed', $6, $7, $8, $9, $10, $10)`,
        [
          ...[id, demand.id, achievement.id, ...parties, score, grade, JSON.stringify(reasons)],
          ...[modelVersion, this.clock.now()],
        ],
      );
      const entry = { subjectKind: 'match', subjectId: id, parties, event: 'propose', from: null, to: 'proposed' };
      await this.journal.record(system, entry);
    });
  }
}

/** What the sandbox does by itself is never refused; if it is, that is a mistake of ours and loud. */
export function done<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`the simulated side was refused: ${result.refusal.code}`);
  return result.value;
}
