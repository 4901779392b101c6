import { v7 as uuid } from 'uuid';
import type { TestMarket } from './market.js';

let serial = 0;

/** Contracts in the register of a day, between two places; for figures, which need many. */
export async function registeredContracts(
  market: Pick<TestMarket, 'database'>,
  count: number,
  facts: { readonly on: string; readonly yuan: number; readonly from: string; readonly to: string },
): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    serial += 1;
    await market.database.owner.query(
      `INSERT INTO registration_entry (id, registration_number, source, rule_set_id, title, type, seller_name, seller_country,
         seller_place_code, seller_nature_group, seller_place, buyer_name, buyer_country, buyer_place_code, buyer_nature_group,
         buyer_place, directions, size_band, contract_value_fen, technology_value_fen, technology_income_fen, related_party,
         registered_on, valid_from, import_id)
       VALUES ($1, $2, 'historic', '2018-MOST', '示例技术', 'development', '示例卖方', '142', $3, 'institute', $3, '示例买方', '142',
         $4, 'enterprise', $4, ARRAY['absorption'], 'upTo100', $5, $5, 0, false, $6, $6, $7)`,
      [uuid(), `20266210${String(serial).padStart(8, '0')}`, facts.from, facts.to, facts.yuan * 100, facts.on, uuid()],
    );
  }
}
