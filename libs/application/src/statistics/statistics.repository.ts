import { Injectable } from '@nestjs/common';
import type { ContractType } from '#domain/contract/contract.js';
import { dimensionNames, noSums, type Dimension, type FigureTable, type Sums } from '#domain/statistics/figures.js';
import { natureGroupOf } from '#domain/statistics/form-codes.policy.js';
import { directionsOf, placeOf } from '#domain/statistics/place.js';
import { sizeBandOf } from '#domain/statistics/size-bands.policy.js';
import type { EntrySource, RegistrationEntry } from '#domain/statistics/registration-entry.js';
import type { Period } from '#domain/statistics/period.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { RegistrationEntryRow } from './registration-entry.row.js';
import { dimensionSql, whereOf, type RegisterFilter } from './entry.filter.js';

/** Every column of an entry, in the order in which an edition's line has them. */
export const entryColumnNames = `id, registration_number, registration_id, import_id, source, rule_set_id, title, type, sub_type,
  field, ip_kind, plan, goal, industry, payment, is_foreign, seller_name, seller_credit_code, seller_nature, seller_country, seller_place_code, seller_nature_group,
  seller_place, buyer_name, buyer_credit_code, buyer_nature, buyer_country, buyer_place_code, buyer_nature_group, buyer_place,
  directions, size_band, contract_value_fen, technology_value_fen, technology_income_fen, related_party, signed_on, valid_until,
  registered_on, cancelled_on, valid_from, valid_to`;

export const entryColumns = `id, registration_number AS "registrationNumber", registration_id AS "registrationId",
  import_id AS "importId", source, rule_set_id AS "ruleSetId", title, type, sub_type AS "subType", field, ip_kind AS "ipKind", plan,
  goal, industry, payment, is_foreign AS "foreign", seller_name AS "sellerName", seller_credit_code AS "sellerCreditCode", seller_nature AS "sellerNature",
  seller_country AS "sellerCountry", seller_place_code AS "sellerPlaceCode", buyer_name AS "buyerName",
  buyer_credit_code AS "buyerCreditCode", buyer_nature AS "buyerNature", buyer_country AS "buyerCountry",
  buyer_place_code AS "buyerPlaceCode", contract_value_fen AS "contractValueFen", technology_value_fen AS "technologyValueFen",
  technology_income_fen AS "technologyIncomeFen", related_party AS "relatedParty", signed_on AS "signedOn",
  valid_until AS "validUntil", registered_on AS "registeredOn", cancelled_on AS "cancelledOn", valid_from AS "validFrom",
  valid_to AS "validTo"`;

export interface RawEntry extends Omit<
  RegistrationEntryRow,
  | 'contractValueFen'
  | 'technologyValueFen'
  | 'technologyIncomeFen'
  | 'directions'
  | 'sizeBand'
  | 'sellerNatureGroup'
  | 'sellerPlace'
  | 'buyerNatureGroup'
  | 'buyerPlace'
> {
  readonly contractValueFen: string;
  readonly technologyValueFen: string;
  readonly technologyIncomeFen: string;
}

export interface RawSums {
  readonly count: string;
  readonly contractValue: string;
  readonly technologyValue: string;
  readonly technologyIncome: string;
}
interface RawFigure extends RawSums {
  readonly dimension: Dimension | 'total';
  readonly key: string;
  readonly side: 'current' | 'previous';
}

export const sums = `count(*) AS count, coalesce(sum(contract_value_fen), 0) AS "contractValue",
  coalesce(sum(technology_value_fen), 0) AS "technologyValue", coalesce(sum(technology_income_fen), 0) AS "technologyIncome"`;

/** Every dimension of `counted` (columns of an entry and `side`), grouped in one pass each over the same rows. */
export const figuresSql = (counted: string, wanted: readonly Dimension[]): string => `
  WITH counted AS MATERIALIZED (${counted})
  SELECT 'total' AS dimension, '' AS key, side, ${sums} FROM counted GROUP BY side
  ${wanted.map((name) => `UNION ALL SELECT '${name}', ${groupOf(name)} GROUP BY 2, side`).join('\n')}`;

function groupOf(name: Dimension): string {
  if (name === 'flow') return `seller_place || '>' || buyer_place, side, ${sums} FROM counted`;
  if (name === 'direction') return `d, side, ${sums} FROM counted CROSS JOIN LATERAL unnest(directions) AS d`;
  return `${dimensionSql[name]}, side, ${sums} FROM counted`;
}

export function tablesOf(rows: readonly RawFigure[], wanted: readonly Dimension[]): FigureTable[] {
  const side = (of: 'current' | 'previous', found: readonly RawFigure[]): Sums => {
    const row = found.find((each) => each.side === of);
    return row ? toSums(row) : noSums;
  };
  const total = rows.filter((row) => row.dimension === 'total');
  return wanted.map((dimension) => {
    const byKey = new Map<string, RawFigure[]>();
    for (const row of rows) if (row.dimension === dimension) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
    const keys = [...byKey.keys()].sort();
    return {
      dimension,
      rows: keys.map((key) => {
        const found = byKey.get(key) ?? [];
        return { key, current: side('current', found), previous: side('previous', found) };
      }),
      total: { current: side('current', total), previous: side('previous', total) },
    };
  });
}

export const toSums = (row: RawSums): Sums => ({
  count: Number(row.count),
  contractValue: BigInt(row.contractValue),
  technologyValue: BigInt(row.technologyValue),
  technologyIncome: BigInt(row.technologyIncome),
});

/** The register of registered contracts (登记台账). */
@Injectable()
export class StatisticsRepository {
  async insertAll(tx: Tx, entries: readonly RegistrationEntry[]): Promise<void> {
    if (entries.length > 0) await tx.manager.insert(RegistrationEntryRow, entries.map(toRow));
  }

  async save(tx: Tx, entry: RegistrationEntry): Promise<void> {
    await tx.manager.update(RegistrationEntryRow, { id: entry.id }, toRow(entry));
  }

  /** All versions of contracts by number, oldest first. Two writers of one number meet at its unique keys. */
  async versionsByNumber(
    tx: Tx,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RegistrationEntry[]>> {
    const rows = await tx.query<RawEntry>(
      `SELECT ${entryColumns} FROM registration_entry WHERE registration_number = ANY ($1) ORDER BY valid_from, id`,
      [numbers],
    );
    const found = new Map<string, RegistrationEntry[]>();
    for (const row of rows) {
      found.set(row.registrationNumber, [...(found.get(row.registrationNumber) ?? []), toEntry(row)]);
    }
    return found;
  }

  async latestByNumber(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, RegistrationEntry>> {
    const rows = await tx.query<RawEntry>(
      `SELECT DISTINCT ON (registration_number) ${entryColumns} FROM registration_entry WHERE registration_number = ANY ($1)
       ORDER BY registration_number, valid_from DESC, id DESC`,
      [numbers],
    );
    return new Map(rows.map((row) => [row.registrationNumber, toEntry(row)]));
  }

  async list(tx: Tx, filter: RegisterFilter, after: string | null, limit: number): Promise<RegistrationEntry[]> {
    const { sql, params } = whereOf(filter);
    const rows = await tx.query<RawEntry>(
      `SELECT ${entryColumns} FROM registration_entry WHERE ${sql}
         AND ($${params.length + 1}::uuid IS NULL OR id < $${params.length + 1}) ORDER BY id DESC LIMIT $${params.length + 2}`,
      [...params, after, limit],
    );
    return rows.map(toEntry);
  }

  async find(tx: Tx, id: string): Promise<RegistrationEntry | null> {
    const [row] = await tx.query<RawEntry>(`SELECT ${entryColumns} FROM registration_entry WHERE id = $1`, [id]);
    return row ? toEntry(row) : null;
  }

  async totals(tx: Tx, filter: RegisterFilter): Promise<Sums> {
    const { sql, params } = whereOf(filter);
    const [row] = await tx.query<RawSums>(`SELECT ${sums} FROM registration_entry WHERE ${sql}`, params);
    return row ? toSums(row) : noSums;
  }

  /** Figures of a period and of the same period a year before, as of one day. */
  async figures(
    tx: Tx,
    filter: RegisterFilter,
    period: Period,
    before: Period,
    wanted: readonly Dimension[] = dimensionNames,
  ): Promise<FigureTable[]> {
    const { sql, params } = whereOf({ ...filter, period: null, status: 'standing' });
    const [from, to, fromBefore, toBefore] = [1, 2, 3, 4].map((n) => `$${params.length + n}::date`);
    const counted = `SELECT *, CASE WHEN registered_on >= ${from} THEN 'current' ELSE 'previous' END AS side FROM registration_entry
      WHERE ${sql} AND (registered_on BETWEEN ${from} AND ${to} OR registered_on BETWEEN ${fromBefore} AND ${toBefore})`;
    const rows = await tx.query<RawFigure>(figuresSql(counted, wanted), [
      ...params,
      period.from,
      period.to,
      before.from,
      before.to,
    ]);
    return tablesOf(rows, wanted);
  }

  /** What the contract tells besides what was filed, what came in on it, and the day its registration was cancelled. */
  async facts(
    tx: Tx,
    registrationId: string,
    contractId: string,
    sides: { readonly seller: string | null; readonly buyer: string | null },
  ): Promise<RegistrationFacts> {
    const party = (parameter: string): string =>
      `(SELECT json_build_object('nature', p.nature_code, 'country', p.country_code, 'kind', o.kind)
        FROM organization o LEFT JOIN contract_party p ON p.organization_id = o.id AND p.contract_id = c.id WHERE o.id = ${parameter})`;
    const [row] = await tx.query<RegistrationFacts>(
      `SELECT coalesce(c.terms #>> '{classification,technologyField}', a.field) AS field,
         c.terms #>> '{classification,planCategory}' AS plan,
         c.terms #>> '{classification,socioEconomicGoal}' AS goal, c.terms #>> '{classification,industry}' AS industry,
         c.terms #>> '{payment,manner}' AS payment, (c.terms ->> 'foreign')::boolean AS "foreign",
         CASE WHEN c.terms -> 'rights' = '[]' THEN 'none' ELSE c.terms #>> '{rights,0,kind}' END AS "ipKind",
         ${party('$3')} AS seller, ${party('$4')} AS buyer,
         (SELECT coalesce(sum(r.amount_fen), 0)::text FROM contract_receipt r
          WHERE r.contract_id = c.id AND r.voided_at IS NULL) AS income,
         (SELECT to_char(max(t.at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') FROM transition t
          WHERE t.subject_kind = 'contractRegistration' AND t.subject_id = $1 AND t.to_state = 'cancelled') AS "cancelledOn"
       FROM contract c LEFT JOIN achievement a ON a.id = c.achievement_id WHERE c.id = $2`,
      [registrationId, contractId, sides.seller, sides.buyer],
    );
    return row ?? unknownFacts;
  }

  async registrationsOfContract(tx: Tx, contractId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM contract_registration WHERE contract_id = $1 AND registration_number IS NOT NULL ORDER BY id`,
      [contractId],
    );
    return rows.map((row) => row.id);
  }

  /** Counts that indicators of the plan ask for and that no other figure has. */
  async marketCounts(tx: Tx, day: string): Promise<{ readonly brokers: number; readonly tenants: number }> {
    const [row] = await tx.query<{ brokers: number; tenants: number }>(
      `SELECT (SELECT count(DISTINCT r.person_id)::int FROM broker_recognition r
          WHERE r.state = 'recognized' AND $1::date BETWEEN r.valid_from AND r.valid_until) AS brokers,
         (SELECT count(DISTINCT enterprise_organization_id)::int FROM tenancy WHERE state = 'admitted') AS tenants`,
      [day],
    );
    return row ?? { brokers: 0, tenants: 0 };
  }

  /** Registrations that have a number and no entry yet, for a register that starts after the office did. */
  async missingRegistrations(tx: Tx, after: string | null, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT r.id FROM contract_registration r WHERE r.registration_number IS NOT NULL AND ($1::uuid IS NULL OR r.id > $1)
         AND NOT EXISTS (SELECT FROM registration_entry e WHERE e.registration_id = r.id) ORDER BY r.id LIMIT $2`,
      [after, limit],
    );
    return rows.map((row) => row.id);
  }
}

interface PartyFacts {
  readonly nature: string | null;
  readonly country: string | null;
  readonly kind: string;
}

export interface RegistrationFacts {
  readonly field: string | null;
  readonly plan: string | null;
  readonly goal: string | null;
  readonly industry: string | null;
  readonly payment: string | null;
  readonly foreign: boolean | null;
  readonly ipKind: string | null;
  readonly seller: PartyFacts | null;
  readonly buyer: PartyFacts | null;
  /** 分, as text. */
  readonly income: string;
  readonly cancelledOn: string | null;
}

const unknownFacts: RegistrationFacts = {
  ...{ field: null, plan: null, goal: null, industry: null, payment: null, foreign: null, ipKind: null },
  ...{ seller: null, buyer: null, income: '0', cancelledOn: null },
};

export function toRow({
  seller,
  buyer,
  contractValue,
  technologyValue,
  technologyIncome,
  ...entry
}: RegistrationEntry): RegistrationEntryRow {
  const sellerPlace = placeOf(seller.country, seller.placeCode);
  const buyerPlace = placeOf(buyer.country, buyer.placeCode);
  return {
    ...entry,
    sellerName: seller.name,
    sellerCreditCode: seller.creditCode,
    sellerNature: seller.nature,
    sellerCountry: seller.country,
    sellerPlaceCode: seller.placeCode,
    sellerNatureGroup: natureGroupOf(seller.nature),
    sellerPlace,
    buyerName: buyer.name,
    buyerCreditCode: buyer.creditCode,
    buyerNature: buyer.nature,
    buyerCountry: buyer.country,
    buyerPlaceCode: buyer.placeCode,
    buyerNatureGroup: natureGroupOf(buyer.nature),
    buyerPlace,
    directions: directionsOf(sellerPlace, buyerPlace),
    sizeBand: sizeBandOf(contractValue, entry.registeredOn).code,
    contractValueFen: contractValue,
    technologyValueFen: technologyValue,
    technologyIncomeFen: technologyIncome,
  };
}

export const toEntry = (row: RawEntry): RegistrationEntry => ({
  id: row.id,
  source: row.source as EntrySource,
  registrationId: row.registrationId,
  importId: row.importId,
  ruleSetId: row.ruleSetId,
  validFrom: row.validFrom,
  validTo: row.validTo,
  registrationNumber: row.registrationNumber,
  title: row.title,
  type: row.type as ContractType,
  subType: row.subType,
  field: row.field,
  ipKind: row.ipKind,
  plan: row.plan,
  goal: row.goal,
  industry: row.industry,
  payment: row.payment,
  foreign: row.foreign,
  seller: {
    name: row.sellerName,
    creditCode: row.sellerCreditCode,
    nature: row.sellerNature,
    country: row.sellerCountry,
    placeCode: row.sellerPlaceCode,
  },
  buyer: {
    name: row.buyerName,
    creditCode: row.buyerCreditCode,
    nature: row.buyerNature,
    country: row.buyerCountry,
    placeCode: row.buyerPlaceCode,
  },
  contractValue: BigInt(row.contractValueFen),
  technologyValue: BigInt(row.technologyValueFen),
  technologyIncome: BigInt(row.technologyIncomeFen),
  relatedParty: row.relatedParty,
  signedOn: row.signedOn,
  validUntil: row.validUntil,
  registeredOn: row.registeredOn,
  cancelledOn: row.cancelledOn,
});
