import { Injectable } from '@nestjs/common';
import type { NoticeFact } from '#domain/diligence-pack/diligence-pack.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** What other concepts keep of a case: JSON as PostgreSQL writes it, so that no number loses a digit. */
@Injectable()
export class DiligencePackRepository {
  async notices(tx: Tx, procedureId: string): Promise<NoticeFact[]> {
    return tx.query<NoticeFact>(
      `SELECT n.state, n.posted_on::text AS "postedOn", n.days, n.items,
         (SELECT count(*)::int FROM objection o WHERE o.notice_id = n.id AND o.state = 'open') AS "openObjections"
       FROM public_notice n WHERE n.subject_kind = 'transferProcedure' AND n.subject_id = $1 ORDER BY n.id`,
      [procedureId],
    );
  }

  /** Why the unit says that the contract's value is not the decided price. */
  async priceDifference(tx: Tx, procedureId: string): Promise<string | null> {
    const [row] = await tx.query<{ reason: string }>(
      `SELECT reason FROM audit_record WHERE subject_id = $1 AND action = 'transferProcedure.link' AND reason IS NOT NULL
       ORDER BY at DESC LIMIT 1`,
      [procedureId],
    );
    return row?.reason ?? null;
  }

  /** One file a concept: the rows of the case, and the ids that the journal knows them by. */
  async records(
    tx: Tx,
    procedure: {
      readonly id: string;
      readonly achievementId: string;
      readonly contractId: string | null;
      readonly rewardPlanId: string | null;
    },
  ): Promise<{ readonly path: string; readonly ids: readonly string[]; readonly json: string }[]> {
    const { id, achievementId, contractId, rewardPlanId } = procedure;
    const sources: readonly (readonly [string, string, string | null])[] = [
      ['transfer_procedure', 't.id = $1', id],
      ['procedure_step', 't.procedure_id = $1', id],
      ['procedure_vote', 't.procedure_id = $1', id],
      ['public_notice', `t.subject_kind = 'transferProcedure' AND t.subject_id = $1`, id],
      [
        'objection',
        `t.notice_id IN (SELECT n.id FROM public_notice n WHERE n.subject_kind = 'transferProcedure' AND n.subject_id = $1)`,
        id,
      ],
      ['transfer_rule', 't.id = (SELECT p.rule_id FROM transfer_procedure p WHERE p.id = $1)', id],
      ['share_agreement', 't.achievement_id = $1', achievementId],
      [
        'inventor_confirmation',
        't.agreement_id IN (SELECT a.id FROM share_agreement a WHERE a.achievement_id = $1)',
        achievementId,
      ],
      ['contract', 't.id = $1', contractId],
      ['reward_plan', 't.id = $1', rewardPlanId],
    ];
    const records = [];
    for (const [table, condition, value] of sources) {
      if (value === null) continue;
      const rows = await tx.query<{ id: string | null; json: string }>(
        `SELECT to_jsonb(t) ->> 'id' AS id, to_jsonb(t)::text AS json FROM ${table} t WHERE ${condition} ORDER BY 2 LIMIT 5000`,
        [value],
      );
      if (rows.length === 0) continue;
      records.push({
        path: `records/${table}.json`,
        ids: rows.flatMap((row) => row.id ?? []),
        json: `[${rows.map(({ json }) => json).join(',\n')}]`,
      });
    }
    return records;
  }

  async contract(tx: Tx, id: string | null): Promise<{ state: string; value: bigint } | null> {
    const [row] = await tx.query<{ state: string; value: string }>(
      `SELECT state, contract_value_fen AS value FROM contract WHERE id = $1`,
      [id],
    );
    return row ? { state: row.state, value: BigInt(row.value) } : null;
  }
}
