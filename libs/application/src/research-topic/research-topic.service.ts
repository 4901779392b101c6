import { Injectable } from '@nestjs/common';
import { addDays, startOfBeijingDay, type LocalDate } from '#domain/calendar/local-date.js';
import type { DeclineReason } from '#domain/matching/match.js';
import type { DealRefusalReason } from '#domain/non-disclosure/refusal-reasons.policy.js';
import {
  byUrgency,
  reasonOfDeal,
  topicOf,
  type ResearchTopic,
  type TopicFacts,
} from '#domain/research-topic/research-topic.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface CountRow {
  readonly field: string | null;
  readonly what: 'unanswered' | 'met' | 'returned' | 'failedChallenges' | 'reason' | 'dealReason';
  readonly reason: string | null;
  readonly n: number;
}

const maxFields = 200;
const maxSpanDays = 3_700;

/**
 * Why needs stay open, field by field: refused matches, lost bids, refused offers and returned demands are counted by one
 * list of reasons, so that they steer which topics the bureau takes up (技术攻关).
 */
@Injectable()
export class ResearchTopicService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(actor: PersonActor, span: Span): Promise<Result<ResearchTopic[], Refusal<'researchTopic.spanMalformed'>>> {
    if (span.to < span.from || addDays(span.from, maxSpanDays) < span.to) {
      return refuse('researchTopic.spanMalformed', { max: String(maxSpanDays) }, '/to');
    }
    const rows = await this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'researchTopic', (system) => this.count(system, span)),
    );
    return ok([...factsOf(rows).values()].map(topicOf).sort(byUrgency).slice(0, maxFields));
  }

  private count(tx: Tx, { from, to }: Span): Promise<CountRow[]> {
    return tx.query<CountRow>(
      `WITH span AS (SELECT $1::timestamptz AS since, $2::timestamptz AS until)
       SELECT d.field, 'unanswered' AS what, NULL AS reason, count(*)::int AS n FROM demand d, span
       WHERE d.state IN ('published', 'expired') AND d.published_at >= since AND d.published_at < until
         AND NOT EXISTS (SELECT FROM match m WHERE m.demand_id = d.id AND m.state IN ('introduced', 'contracted'))
       GROUP BY d.field
       UNION ALL SELECT d.field, 'met', NULL, count(*)::int FROM demand d, span
       WHERE d.state = 'met' AND d.updated_at >= since AND d.updated_at < until GROUP BY d.field
       UNION ALL SELECT d.field, 'returned', NULL, count(*)::int FROM demand_screening s JOIN demand d ON d.id = s.demand_id, span
       WHERE s.state IN ('returned', 'rejected') AND s.concluded_at >= since AND s.concluded_at < until GROUP BY d.field
       UNION ALL SELECT c.field, 'failedChallenges', NULL, count(*)::int FROM open_challenge c, span
       WHERE c.state = 'failed' AND c.updated_at >= since AND c.updated_at < until GROUP BY c.field
       UNION ALL SELECT d.field, 'reason', x.reason, count(*)::int
       FROM match_decline x JOIN match m ON m.id = x.match_id JOIN demand d ON d.id = m.demand_id, span
       WHERE x.declined_at >= since AND x.declined_at < until GROUP BY d.field, x.reason
       UNION ALL SELECT c.field, 'reason', f.reason, count(*)::int
       FROM open_challenge_feedback f JOIN open_challenge_bid b ON b.id = f.bid_id JOIN open_challenge c ON c.id = b.challenge_id, span
       WHERE c.state IN ('awarded', 'failed') AND b.state = 'lost' AND f.at >= since AND f.at < until GROUP BY c.field, f.reason
       UNION ALL SELECT coalesce(d.field, a.field, c.field), 'dealReason', e.content ->> 'reasonCode', count(*)::int
       FROM deal_entry e JOIN deal l ON l.id = e.deal_id LEFT JOIN demand d ON d.id = l.demand_id
         LEFT JOIN achievement a ON a.id = l.achievement_id
         LEFT JOIN open_challenge_bid b ON b.id = l.open_challenge_bid_id LEFT JOIN open_challenge c ON c.id = b.challenge_id, span
       WHERE e.kind IN ('refusal', 'breakOff') AND e.at >= since AND e.at < until GROUP BY 1, 3`,
      [startOfBeijingDay(from), startOfBeijingDay(addDays(to, 1))],
    );
  }
}

type Building = Omit<TopicFacts, 'reasons'> & { readonly reasons: Partial<Record<DeclineReason, number>> };

function factsOf(rows: readonly CountRow[]): Map<string | null, TopicFacts> {
  const found = new Map<string | null, Building>();
  for (const { field, what, reason, n } of rows) {
    const before = found.get(field) ?? { field, unanswered: 0, met: 0, returned: 0, failedChallenges: 0, reasons: {} };
    if (what === 'reason' || what === 'dealReason') {
      const named =
        what === 'reason' ? (reason as DeclineReason) : (reasonOfDeal[reason as DealRefusalReason] ?? 'other');
      found.set(field, { ...before, reasons: { ...before.reasons, [named]: (before.reasons[named] ?? 0) + n } });
    } else {
      found.set(field, { ...before, [what]: before[what] + n });
    }
  }
  return found;
}
