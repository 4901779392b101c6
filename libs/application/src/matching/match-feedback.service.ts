import { Injectable } from '@nestjs/common';
import type { DeclineReason } from '#domain/matching/match.js';
import { feedbackOf, leastCount, type MatchFeedback, type RawFeedback } from '#domain/matching/match-feedback.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { AchievementService } from '../achievement/achievement.service.js';

export type FieldFeedback = MatchFeedback & { readonly field: string | null };

const bureauReaders = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;
const maxFields = 200;

interface CountRow {
  readonly field: string | null;
  readonly state: string;
  readonly reason: DeclineReason | null;
  readonly n: number;
}

/** How the market answered an achievement, or all of a field: what its author, or the bureau, can do about it. */
@Injectable()
export class MatchFeedbackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly achievements: AchievementService,
  ) {}

  async ofAchievement(
    actor: PersonActor,
    id: string,
  ): Promise<Result<MatchFeedback, Refusal<'achievement.notFound' | 'access.forbidden'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await this.achievements.find(tx, id);
      if (!achievement) return refuse('achievement.notFound');
      if (!actsFor(actor, achievement.organizationId) && !hasRole(actor, ...bureauReaders))
        return refuse('access.forbidden');
      const rows = await this.count(tx, id);
      return ok(feedbackOf(rawOf(rows), leastCount.ofAchievement));
    });
  }

  /** Every field, for the bureau; a field that is unknown stands last. */
  async byField(actor: PersonActor): Promise<FieldFeedback[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const byField = new Map<string | null, CountRow[]>();
      for (const row of await this.count(tx, null)) byField.set(row.field, [...(byField.get(row.field) ?? []), row]);
      return [...byField]
        .slice(0, maxFields)
        .map(([field, rows]) => ({ field, ...feedbackOf(rawOf(rows), leastCount.ofField) }));
    });
  }

  private count(tx: Tx, achievementId: string | null): Promise<CountRow[]> {
    return tx.query(
      `SELECT a.field, m.state, d.reason, count(*)::int AS n
       FROM match m JOIN achievement a ON a.id = m.achievement_id LEFT JOIN match_decline d ON d.match_id = m.id
       WHERE m.state <> 'superseded' AND ($1::uuid IS NULL OR m.achievement_id = $1)
       GROUP BY a.field, m.state, d.reason ORDER BY a.field NULLS LAST, m.state, d.reason`,
      [achievementId],
    );
  }
}

function rawOf(rows: readonly CountRow[]): RawFeedback {
  const states: Record<string, number> = {};
  const reasons: Partial<Record<DeclineReason, number>> = {};
  for (const { state, reason, n } of rows) {
    states[state] = (states[state] ?? 0) + n;
    if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + n;
  }
  return { states, reasons };
}
