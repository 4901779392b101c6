import { Injectable } from '@nestjs/common';
import { pipelineStages, type PipelineStage } from '#domain/introduction/pipeline.js';
import type { Fen } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';

/** One thing that an agency brokers, at the step it has reached. */
export interface PipelineItem {
  readonly id: string;
  readonly stage: PipelineStage;
  readonly title: string;
  readonly at: Date;
  /** Null: there is no amount at this step. */
  readonly amount: Fen | null;
  readonly mine: boolean;
  readonly demandId: string | null;
  /** Of the accrual that a registration was counted for. */
  readonly accrualId: string | null;
  readonly introductionId: string | null;
}

export interface PipelineTotal {
  readonly stage: PipelineStage;
  readonly count: number;
  readonly sum: Fen | null;
}

export interface PipelineFilter {
  readonly stage: PipelineStage | null;
  readonly find: string | null;
  readonly mine: boolean;
}

type Raw = Omit<PipelineItem, 'amount'> & { readonly amountFen: string | null };

/**
 * Everything the actor's agency brokers in one list. Row-level security has the last word on each table; what is asked
 * for is the agency's own.
 */
@Injectable()
export class BrokerPipelineService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(actor: PersonActor, filter: PipelineFilter, after: string | null, limit: number): Promise<PipelineItem[]> {
    const rows = await this.unitOfWork.run(actor, (tx) =>
      tx.query<Raw>(`${pipeline} SELECT * FROM wanted WHERE $6::uuid IS NULL OR id < $6 ORDER BY id DESC LIMIT $7`, [
        ...paramsOf(actor, filter),
        after,
        limit,
      ]),
    );
    return rows.map(({ amountFen, ...row }) => ({ ...row, amount: amountFen === null ? null : fen(amountFen) }));
  }

  async totals(actor: PersonActor, filter: PipelineFilter): Promise<PipelineTotal[]> {
    const rows = await this.unitOfWork.run(actor, (tx) => this.sums(tx, actor, filter));
    return pipelineStages.map((stage) => {
      const row = rows.find((found) => found.stage === stage);
      return { stage, count: row?.count ?? 0, sum: row?.sum === undefined || row.sum === null ? null : fen(row.sum) };
    });
  }

  private sums(tx: Tx, actor: PersonActor, filter: PipelineFilter) {
    return tx.query<{ stage: PipelineStage; count: number; sum: string | null }>(
      `${pipeline} SELECT stage, count(*)::int AS count, sum("amountFen")::text AS sum FROM wanted GROUP BY stage`,
      paramsOf(actor, filter),
    );
  }
}

const fen = (text: string): Fen => BigInt(text);

const paramsOf = (actor: PersonActor, { stage, find, mine }: PipelineFilter): unknown[] => [
  actor.organizationId,
  actor.personId,
  stage,
  find,
  mine,
];

/** $1 agency, $2 person, $3 stage, $4 part of the title, $5 only mine. Up to the deal each thing once, at its last step. */
const pipeline = `
  WITH held AS (
    SELECT subject_kind, subject_id, bool_or(broker_person_id = $2) AS mine FROM mandate
    WHERE agency_organization_id = $1 AND state = 'accepted' GROUP BY subject_kind, subject_id),
  matched AS (
    SELECT m.id, 'match' AS stage, d.title || ' × ' || a.title AS title, m.created_at AS at, NULL::bigint AS "amountFen",
      bool_or(h.mine) AS mine, m.demand_id AS "demandId", NULL::uuid AS "accrualId", NULL::uuid AS "introductionId"
    FROM held h JOIN match m ON (h.subject_kind = 'demand' AND m.demand_id = h.subject_id)
      OR (h.subject_kind = 'achievement' AND m.achievement_id = h.subject_id)
    JOIN demand d ON d.id = m.demand_id JOIN achievement a ON a.id = m.achievement_id
    WHERE m.state IN ('proposed', 'accepted') AND NOT EXISTS (SELECT FROM introduction i WHERE i.match_id = m.id)
    GROUP BY m.id, d.title, a.title),
  introduced AS (
    SELECT i.id, 'introduction', coalesce(d.title, i.message), i.created_at, NULL::bigint, i.introducer_person_id = $2,
      i.demand_id, NULL::uuid, i.id
    FROM introduction i LEFT JOIN demand d ON d.id = i.demand_id
    WHERE i.introducer_organization_id = $1 AND i.introducer_kind = 'broker' AND i.state <> 'declined'
      AND NOT EXISTS (SELECT FROM deal l WHERE l.introduction_id = i.id)),
  brokered AS (
    SELECT l.*, bool_or(b.broker_person_id = $2) AS mine FROM deal l
    JOIN deal_broker b ON b.deal_id = l.id AND b.agency_organization_id = $1 GROUP BY l.id),
  dealt AS (
    SELECT l.id, 'deal', coalesce(d.title, l.id::text), l.created_at,
      (SELECT o.price_fen FROM deal_offer o WHERE o.deal_id = l.id ORDER BY (o.serial = l.agreed_serial) DESC NULLS LAST,
         o.serial DESC LIMIT 1), l.mine, l.demand_id, NULL::uuid, l.introduction_id
    FROM brokered l LEFT JOIN demand d ON d.id = l.demand_id WHERE l.state IN ('negotiating', 'agreed')),
  contracted AS (
    SELECT c.id, 'contract', c.title, coalesce(c.signed_on::timestamp AT TIME ZONE 'Asia/Shanghai', c.created_at),
      c.contract_value_fen, b.mine, NULL::uuid, NULL::uuid, NULL::uuid
    FROM contract c JOIN (SELECT contract_id, bool_or(broker_person_id = $2) AS mine FROM contract_brokerage
      WHERE agency_organization_id = $1 GROUP BY contract_id) b ON b.contract_id = c.id
    WHERE c.state <> 'cancelled'),
  registered AS (
    SELECT DISTINCT ON (i.registration_id) i.registration_id, 'registration', c.title, i.at, i.base_fen,
      bool_or(a.beneficiary_kind = 'person') OVER (PARTITION BY i.registration_id), NULL::uuid, a.id, NULL::uuid
    FROM reward_item i JOIN reward_accrual a ON a.id = i.accrual_id JOIN contract c ON c.id = i.contract_id
    WHERE i.outcome IN ('counted', 'refused')
      AND ((a.beneficiary_kind = 'organization' AND a.beneficiary_id = $1)
        OR (a.beneficiary_kind = 'person' AND a.beneficiary_id = $2))
    ORDER BY i.registration_id, (a.beneficiary_kind = 'organization') DESC, i.id),
  pipeline AS (
    SELECT * FROM matched UNION ALL SELECT * FROM introduced UNION ALL SELECT * FROM dealt
    UNION ALL SELECT * FROM contracted UNION ALL SELECT * FROM registered),
  wanted AS (
    SELECT * FROM pipeline WHERE ($3::text IS NULL OR stage = $3) AND ($4::text IS NULL OR strpos(lower(title), lower($4)) > 0)
      AND (mine OR NOT $5))`;
