import { Inject, Injectable } from '@nestjs/common';
import type { TransferMode } from '#domain/achievement/achievement.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { screenedContent, type Demand, type DemandState } from '#domain/demand/demand.js';
import type { DemandStanding } from '#domain/demand-screening/screening.policy.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';
import { DemandRow } from './demand.row.js';

const columns = `id, organization_id AS "organizationId", state, title, summary, field, county_code AS "countyCode",
  zone_code AS "zoneCode", budget_fen AS "budgetFen", transfer_modes AS "transferModes", needed_by AS "neededBy",
  least_readiness_level AS "leastReadinessLevel", excluded_region_codes AS "excludedRegionCodes", valid_until AS "validUntil", alive_until AS "aliveUntil",
  template_code AS "templateCode", template_version AS "templateVersion", answers, external_key AS "externalKey",
  version, created_at AS "createdAt", updated_at AS "updatedAt", published_at AS "publishedAt"`;

/** A row as a raw query gives it: bigint is text. */
type RawDemand = Omit<DemandRow, 'budgetFen'> & { budgetFen: string | null };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@Injectable()
export class DemandRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, demand: Demand): Promise<void> {
    await tx.prepared(
      'demand.insert',
      `INSERT INTO demand (id, organization_id, state, title, summary, field, county_code, zone_code, budget_fen,
         transfer_modes, needed_by, least_readiness_level, excluded_region_codes, valid_until, external_key, version,
         created_at, updated_at, published_at, alive_until, template_code, template_version, answers)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
      [
        demand.id,
        demand.organizationId,
        demand.state,
        demand.title,
        demand.summary,
        demand.field,
        demand.countyCode,
        demand.zoneCode,
        demand.budget,
        demand.transferModes,
        demand.neededBy,
        demand.leastReadinessLevel,
        demand.excludedRegionCodes,
        demand.validUntil,
        demand.externalKey,
        demand.version,
        demand.createdAt,
        demand.updatedAt,
        demand.publishedAt,
        demand.aliveUntil,
        demand.template?.code ?? null,
        demand.template?.version ?? null,
        JSON.stringify(demand.template?.answers ?? []),
      ],
    );
  }

  async save(tx: Tx, demand: Demand): Promise<void> {
    await tx.manager.update(DemandRow, { id: demand.id }, toRow(demand));
  }

  /** The row locked for update, or null when the actor may not see it. */
  async forUpdate(tx: Tx, id: string): Promise<Demand | null> {
    const [row] = await tx.query<RawDemand>(`SELECT ${columns} FROM demand WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  /** The organization's demands under these keys of its own, locked, by key. */
  async byKeys(tx: Tx, organizationId: string, keys: readonly string[]): Promise<ReadonlyMap<string, Demand>> {
    const rows = await tx.query<RawDemand>(
      `SELECT ${columns} FROM demand WHERE organization_id = $1 AND (external_key = ANY ($2) OR id = ANY ($3::uuid[]))
       ORDER BY id FOR UPDATE`,
      [organizationId, keys, keys.filter((key) => uuidPattern.test(key))],
    );
    // By its own id too, as an export names what has no key.
    return new Map(rows.flatMap((row) => [row.id, row.externalKey ?? row.id].map((key) => [key, toDomain(row)])));
  }

  async find(tx: Tx, id: string): Promise<Demand | null> {
    const [row] = await tx.query<RawDemand>(`SELECT ${columns} FROM demand WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async findAll(tx: Tx, ids: readonly string[]): Promise<Demand[]> {
    const rows = await tx.query<RawDemand>(`SELECT ${columns} FROM demand WHERE id = ANY ($1::uuid[]) ORDER BY id`, [
      ids,
    ]);
    return rows.map(toDomain);
  }

  /** What of a demand's owner, filing and screenings decides whether it may be published. */
  async standing(tx: Tx, demand: Demand): Promise<DemandStanding> {
    const [row] = await tx.query<Omit<DemandStanding, 'hash'>>(
      `SELECT o.kind AS "ownerKind",
         EXISTS (SELECT FROM demand_filing f WHERE f.demand_id = $1 AND f.taken_over_at IS NULL) AS "onBehalf",
         (SELECT s.content_hash FROM demand_screening s WHERE s.demand_id = $1 AND s.state = 'recommended'
          ORDER BY s.id DESC LIMIT 1) AS "recommendedHash"
       FROM organization o WHERE o.id = $2`,
      [demand.id, demand.organizationId],
    );
    if (!row) throw new Error(`demand ${demand.id} has no owner`);
    return { ...row, hash: contentHash(screenedContent(demand)) };
  }

  /** One demand whose last day is over, locked; rows that another worker holds are left to it. */
  async claimOver(tx: Tx, today: LocalDate): Promise<Demand | null> {
    const [row] = await tx.query<RawDemand>(
      `SELECT ${columns} FROM demand WHERE state = 'published' AND alive_until < $1
       ORDER BY alive_until, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [today],
    );
    return row ? toDomain(row) : null;
  }

  async findPublic(id: string): Promise<Demand | null> {
    const [row] = await this.publicReader.query<RawDemand>(
      'demand.findPublic',
      `SELECT ${columns} FROM demand WHERE id = $1`,
      [id],
    );
    return row ? toDomain(row) : null;
  }

  /** Newest first; `after` is the id of the last row of the page before. */
  async listPublic(after: string | null, limit: number): Promise<Demand[]> {
    const rows = await this.publicReader.query<RawDemand>(
      'demand.listPublic',
      `SELECT ${columns} FROM demand WHERE state = 'published' AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toDomain);
  }

  /** Published ones by id ascending, for projections that walk all of them. */
  async publishedBatch(tx: Tx, afterId: string | null, limit: number): Promise<Demand[]> {
    const rows = await tx.query<RawDemand>(
      `SELECT ${columns} FROM demand WHERE state = 'published' AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
      [afterId, limit],
    );
    return rows.map(toDomain);
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number): Promise<Demand[]> {
    const rows = await tx.query<RawDemand>(
      `SELECT ${columns} FROM demand WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }
}

const toRow = ({ budget, template, ...demand }: Demand): DemandRow => ({
  ...demand,
  budgetFen: budget,
  templateCode: template?.code ?? null,
  templateVersion: template?.version ?? null,
  answers: template?.answers ?? [],
});

const toDomain = ({
  budgetFen,
  state,
  transferModes,
  templateCode,
  templateVersion,
  answers,
  ...row
}: RawDemand): Demand => ({
  ...row,
  state: state as DemandState,
  transferModes: transferModes as readonly TransferMode[],
  budget: budgetFen === null ? null : BigInt(budgetFen),
  template:
    templateCode === null || templateVersion === null
      ? null
      : { code: templateCode, version: templateVersion, answers },
});
