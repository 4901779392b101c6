import { Injectable } from '@nestjs/common';
import type { ComparableDeal } from '#domain/auction/reserve-advice.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const maxComparables = 50;
const comparableYears = 5;

/** What an auction asks of other concepts' rows. */
@Injectable()
export class ComparableRepository {
  async titleOfAchievement(tx: Tx, achievementId: string): Promise<string> {
    const [row] = await tx.query<{ title: string }>(`SELECT title FROM achievement WHERE id = $1`, [achievementId]);
    if (!row) throw new Error(`no achievement ${achievementId}`);
    return row.title;
  }

  /** Sold public listings of the same field and mode, newest first: what was agreed on them took effect. */
  async deals(tx: Tx, listingId: string, today: LocalDate): Promise<ComparableDeal[]> {
    const rows = await tx.query<Omit<ComparableDeal, 'price'> & { price: string }>(
      `SELECT l.id AS "listingId", a.title, a.field, l.transfer_mode AS "transferMode", c.contract_value_fen AS price,
         c.signed_on AS "signedOn"
       FROM listing own JOIN achievement mine ON mine.id = own.achievement_id
       JOIN listing l ON l.state = 'sold' AND l.transfer_mode = own.transfer_mode
       JOIN achievement a ON a.id = l.achievement_id AND a.field IS NOT DISTINCT FROM mine.field
       JOIN contract c ON c.listing_id = l.id AND c.state = 'effective'
       WHERE own.id = $1 AND c.signed_on >= $2::date - make_interval(years => ${comparableYears})
         AND c.contract_value_fen > 0
       ORDER BY c.signed_on DESC, l.id DESC LIMIT ${maxComparables}`,
      [listingId, today],
    );
    return rows.map(({ price, transferMode, ...row }) => ({
      ...row,
      transferMode: transferMode,
      price: BigInt(price),
    }));
  }
}
