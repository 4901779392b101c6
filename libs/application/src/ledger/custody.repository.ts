import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/unit-of-work.js';

/**
 * What the market keeps books of without holding it: deposits of public sales and the escrow of milestones. Proven with the
 * fund's ledger, by SQL that shares nothing with the code that posts.
 */
@Injectable()
export class CustodyRepository {
  /** Everything that does not agree: empty in sound books. */
  async disagreements(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ problem: string }>(
      `SELECT 'deposit entry ' || entry_id || ' does not balance: ' || sum(amount_fen) AS problem
         FROM auction_deposit_posting GROUP BY entry_id HAVING sum(amount_fen) <> 0
       UNION ALL
       SELECT 'deposit ' || d.id || ' is ' || d.state || ' with ' || d.amount_fen || ', its account ' || k.account || ' says '
           || coalesce(p.total, 0)
         FROM auction_deposit d
         CROSS JOIN LATERAL (SELECT account, CASE account WHEN 'bidder' THEN -d.amount_fen WHEN d.state THEN d.amount_fen ELSE 0 END AS fen
           FROM unnest(ARRAY['bidder', 'held', 'returned', 'forfeited', 'appliedToPrice']) AS account) k
         LEFT JOIN (SELECT deposit_id, account, sum(amount_fen) AS total FROM auction_deposit_posting GROUP BY 1, 2) p
           ON p.deposit_id = d.id AND p.account = k.account
         WHERE k.fen <> coalesce(p.total, 0)
       UNION ALL
       SELECT 'escrow move ' || coalesce(move_id::text, 'opening of ' || milestone_id) || ' does not balance: ' || sum(amount_fen)
         FROM escrow_posting GROUP BY milestone_id, move_id HAVING sum(amount_fen) <> 0
       UNION ALL
       SELECT 'escrow of ' || a.milestone_id || ' says ' || k.account || ' ' || k.fen || ', its postings ' || coalesce(p.total, 0)
         FROM escrow_account a
         CROSS JOIN LATERAL (VALUES ('agreed', -a.agreed_fen), ('expected', a.expected_fen), ('deposited', a.deposited_fen),
           ('onHold', a.on_hold_fen), ('released', a.released_fen), ('refunded', a.refunded_fen)) AS k (account, fen)
         LEFT JOIN (SELECT milestone_id, account, sum(amount_fen) AS total FROM escrow_posting GROUP BY 1, 2) p
           ON p.milestone_id = a.milestone_id AND p.account = k.account
         WHERE k.fen <> coalesce(p.total, 0)
       UNION ALL
       SELECT 'escrow move ' || m.id || ' is ' || m.state || ', its postings say ' || coalesce(p.total, 0)
         FROM escrow_move m
         LEFT JOIN (SELECT move_id, sum(amount_fen) FILTER (WHERE amount_fen > 0) AS total FROM escrow_posting GROUP BY 1) p
           ON p.move_id = m.id
         WHERE CASE m.state WHEN 'confirmed' THEN m.amount_fen ELSE 0 END <> coalesce(p.total, 0)
       LIMIT 100`,
    );
    return rows.map((row) => row.problem);
  }
}
