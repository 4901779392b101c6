import { Injectable } from '@nestjs/common';
import { beijingDate, startOfBeijingDay } from '#domain/calendar/local-date.js';
import { boardOf, type ColumnFacts, type FreshnessBoard } from '#domain/freshness/freshness.js';
import { failsOn } from '#domain/mistake-report/mistake-report.js';
import { rewardPolicies } from '#domain/reward/reward.policy.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { MistakeReportService } from '../mistake-report/mistake-report.service.js';

export interface WaitingMistakes {
  readonly count: number;
  readonly dueOn: string | null;
  /** The day from which the oldest one alone fails the whole portal. */
  readonly failsOn: string | null;
}

/** What the portal shows, by how new it is: as the system, counts and days only. */
@Injectable()
export class FreshnessService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mistakes: MistakeReportService,
    private readonly clock: Clock,
  ) {}

  async board(actor: PersonActor): Promise<{ readonly board: FreshnessBoard; readonly waiting: WaitingMistakes }> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'freshness', async (system) => {
        const { oldest, ...waiting } = await this.mistakes.waiting(system);
        const board = boardOf(await this.facts(system), beijingDate(this.clock.now()));
        return { board, waiting: { ...waiting, failsOn: oldest && failsOn(oldest) } };
      }),
    );
  }

  /** What everybody sees in each column; an hour of the day before midnight in Beijing belongs to that day. */
  private facts(system: Tx): Promise<ColumnFacts[]> {
    return system.query<ColumnFacts>(
      `SELECT code, count(*)::int AS count, max((at AT TIME ZONE 'Asia/Shanghai')::date)::text AS "lastOn" FROM (
         SELECT 'demands' AS code, published_at AS at FROM demand WHERE state = 'published'
         UNION ALL SELECT 'achievements', published_at FROM achievement WHERE state = 'published'
         UNION ALL SELECT 'listings', coalesce(listed_at, updated_at) FROM listing WHERE state NOT IN ('draft', 'withdrawn')
         UNION ALL SELECT 'publicNotices', created_at FROM public_notice
         UNION ALL SELECT 'policies', published_at FROM reward_policy_version WHERE state = 'published'
         UNION ALL SELECT 'policies', unnest($1::timestamptz[])
         UNION ALL SELECT 'auctions', announced_at FROM auction WHERE announced_at IS NOT NULL
         UNION ALL SELECT 'challenges', published_at FROM open_challenge WHERE published_at IS NOT NULL
         UNION ALL SELECT 'events', created_at FROM matchmaking_event WHERE state IN ('open', 'closed')
         UNION ALL SELECT 'competitions', updated_at FROM competition WHERE state NOT IN ('draft', 'void')
         UNION ALL SELECT 'carriers', updated_at FROM carrier_title WHERE state IN ('recognized', 'rectifying')
         UNION ALL SELECT 'brokers', updated_at FROM broker_recognition WHERE state = 'recognized' AND public_consent
         UNION ALL SELECT 'facilities', updated_at FROM facility WHERE state = 'open'
         UNION ALL SELECT 'financeProducts', updated_at FROM finance_scheme WHERE state = 'published'
       ) AS shown GROUP BY code`,
      [rewardPolicies.map(({ effectiveFrom }) => startOfBeijingDay(effectiveFrom))],
    );
  }
}
