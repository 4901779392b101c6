import { Injectable } from '@nestjs/common';
import type { TransferMode } from '#domain/achievement/achievement.js';
import type { BrokerageShare } from '#domain/contract/contract.js';
import { dealReaders, type Deal, type DealState, type Offer } from '#domain/deal/deal.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { DealBrokerRow, DealOfferRow, DealRow } from './deal.row.js';

const columns = `d.id, d.introduction_id AS "introductionId", d.demand_id AS "demandId", d.achievement_id AS "achievementId",
  d.auction_id AS "auctionId", d.open_challenge_bid_id AS "openChallengeBidId", d.listing_id AS "listingId", d.buyer_organization_id AS "buyerOrganizationId",
  d.seller_organization_id AS "sellerOrganizationId", d.state, d.agreed_serial AS "agreedSerial", d.refused_serial AS "refusedSerial",
  d.close_reason AS "closeReason", d.version, d.created_at AS "createdAt", d.updated_at AS "updatedAt",
  (SELECT coalesce(json_agg(json_build_object('brokerPersonId', b.broker_person_id,
     'agencyOrganizationId', b.agency_organization_id, 'shareBasisPoints', b.share_basis_points) ORDER BY b.position), '[]')
   FROM deal_broker b WHERE b.deal_id = d.id) AS brokers`;

const offerColumns = `id, deal_id AS "dealId", serial, organization_id AS "organizationId", person_id AS "personId",
  price_fen AS "priceFen", mode, terms, offered_at AS "offeredAt", previous_hash AS "previousHash", hash`;

type RawDeal = Omit<DealRow, 'readerIds'> & { readonly brokers: readonly BrokerageShare[] };
type RawOffer = Omit<DealOfferRow, 'priceFen'> & { readonly priceFen: string };

@Injectable()
export class DealRepository {
  async insert(tx: Tx, deal: Deal): Promise<void> {
    await tx.manager.insert(DealRow, toRow(deal));
    if (deal.brokers.length === 0) return;
    await tx.manager.insert(
      DealBrokerRow,
      deal.brokers.map((broker, position) => ({ ...broker, dealId: deal.id, position })),
    );
  }

  async save(tx: Tx, deal: Deal): Promise<void> {
    await tx.manager.update(DealRow, { id: deal.id }, toRow(deal));
  }

  async forUpdate(tx: Tx, id: string): Promise<Deal | null> {
    const [row] = await tx.query<RawDeal>(`SELECT ${columns} FROM deal d WHERE d.id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  async find(tx: Tx, id: string): Promise<Deal | null> {
    const [row] = await tx.query<RawDeal>(`SELECT ${columns} FROM deal d WHERE d.id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Deal[]> {
    const rows = await tx.query<RawDeal>(
      `SELECT ${columns} FROM deal d WHERE d.reader_ids @> ARRAY[$1::uuid] AND ($2::uuid IS NULL OR d.id < $2)
       ORDER BY d.id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  async insertOffer(tx: Tx, { price, ...offer }: Offer): Promise<void> {
    await tx.manager.insert(DealOfferRow, { ...offer, priceFen: price });
  }

  /** Oldest first; at most `maxOffersPerDeal` exist. */
  async offers(tx: Tx, dealId: string): Promise<Offer[]> {
    const rows = await tx.query<RawOffer>(`SELECT ${offerColumns} FROM deal_offer WHERE deal_id = $1 ORDER BY serial`, [
      dealId,
    ]);
    return rows.map(offerOf);
  }

  async latestOffer(tx: Tx, dealId: string): Promise<Offer | null> {
    const [row] = await tx.query<RawOffer>(
      `SELECT ${offerColumns} FROM deal_offer WHERE deal_id = $1 ORDER BY serial DESC LIMIT 1`,
      [dealId],
    );
    return row ? offerOf(row) : null;
  }
}

const toRow = ({ brokers: _brokers, ...deal }: Deal): DealRow => ({
  ...deal,
  readerIds: dealReaders({ ...deal, brokers: _brokers }),
});

const toDomain = (row: RawDeal): Deal => ({ ...row, state: row.state as DealState });

const offerOf = ({ priceFen, mode, ...row }: RawOffer): Offer => ({
  ...row,
  price: BigInt(priceFen),
  mode: mode as TransferMode,
});
