import { Inject, Injectable } from '@nestjs/common';
import {
  type Achievement,
  type AchievementDisclosure,
  type AchievementKind,
  type AchievementState,
  type FarmStage,
  type Inventor,
  type TransferMode,
} from '#domain/achievement/achievement.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { AchievementRow } from './achievement.row.js';

const columns = `id, organization_id AS "organizationId", state, title, summary, field, keywords,
  readiness_level AS "readinessLevel", farm_stage AS "farmStage", county_code AS "countyCode", zone_code AS "zoneCode",
  transfer_modes AS "transferModes", price_fen AS "priceFen", secret, kind, registration_number AS "registrationNumber",
  external_key AS "externalKey", version, created_at AS "createdAt", updated_at AS "updatedAt",
  published_at AS "publishedAt"`;

/** A row as a raw query gives it: bigint is text. */
type RawAchievement = Omit<AchievementRow, 'priceFen'> & { priceFen: string | null };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@Injectable()
export class AchievementRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, achievement: Achievement): Promise<void> {
    await tx.manager.insert(AchievementRow, toRow(achievement));
  }

  async insertAll(tx: Tx, achievements: readonly Achievement[]): Promise<void> {
    if (achievements.length > 0) await tx.manager.insert(AchievementRow, achievements.map(toRow));
  }

  async save(tx: Tx, achievement: Achievement): Promise<void> {
    await tx.manager.update(AchievementRow, { id: achievement.id }, toRow(achievement));
  }

  /** The row locked for update, or null when the actor may not change it. */
  async forUpdate(tx: Tx, id: string): Promise<Achievement | null> {
    const [row] = await tx.query<RawAchievement>(`SELECT ${columns} FROM achievement WHERE id = $1 FOR UPDATE`, [id]);
    return row ? toDomain(row) : null;
  }

  /** The organization's achievements under these keys of its own, locked, by key. */
  async byKeys(tx: Tx, organizationId: string, keys: readonly string[]): Promise<ReadonlyMap<string, Achievement>> {
    const rows = await tx.query<RawAchievement>(
      `SELECT ${columns} FROM achievement WHERE organization_id = $1 AND (external_key = ANY ($2) OR id = ANY ($3::uuid[]))
       ORDER BY id FOR UPDATE`,
      [organizationId, keys, keys.filter((key) => uuidPattern.test(key))],
    );
    // By its own id too, as an export names what has no key.
    return new Map(rows.flatMap((row) => [row.id, row.externalKey ?? row.id].map((key) => [key, toDomain(row)])));
  }

  async find(tx: Tx, id: string): Promise<Achievement | null> {
    const [row] = await tx.query<RawAchievement>(`SELECT ${columns} FROM achievement WHERE id = $1`, [id]);
    return row ? toDomain(row) : null;
  }

  async findAll(tx: Tx, ids: readonly string[]): Promise<Achievement[]> {
    const rows = await tx.query<RawAchievement>(
      `SELECT ${columns} FROM achievement WHERE id = ANY ($1::uuid[]) ORDER BY id`,
      [ids],
    );
    return rows.map(toDomain);
  }

  async findPublic(id: string): Promise<Achievement | null> {
    const [row] = await this.publicReader.query<RawAchievement>(
      'achievement.findPublic',
      `SELECT ${columns} FROM achievement WHERE id = $1`,
      [id],
    );
    return row ? toDomain(row) : null;
  }

  /** Newest first; `after` is the id of the last row of the page before. */
  async listPublic(after: string | null, limit: number): Promise<Achievement[]> {
    const rows = await this.publicReader.query<RawAchievement>(
      'achievement.listPublic',
      `SELECT ${columns} FROM achievement WHERE state = 'published' AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(toDomain);
  }

  async listOfOrganization(tx: Tx, organizationId: string, after: string | null, limit: number) {
    const rows = await tx.query<RawAchievement>(
      `SELECT ${columns} FROM achievement WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
    return rows.map(toDomain);
  }

  /** Published ones by id ascending, for projections that walk all of them. */
  async publishedBatch(tx: Tx, afterId: string | null, limit: number): Promise<Achievement[]> {
    const rows = await tx.query<RawAchievement>(
      `SELECT ${columns} FROM achievement WHERE state = 'published' AND ($1::uuid IS NULL OR id > $1)
       ORDER BY id LIMIT $2`,
      [afterId, limit],
    );
    return rows.map(toDomain);
  }

  /** What the actor may read of the second layer; empty for anybody else. */
  async disclosure(tx: Tx, id: string): Promise<AchievementDisclosure> {
    const [row] = await tx.query<{ detail: string | null; contact: string | null; inventors: Inventor[] | null }>(
      `SELECT d.detail, d.contact,
         (SELECT json_agg(json_build_object('name', i.name, 'shareBasisPoints', i.share_basis_points) ORDER BY i.position)
          FROM achievement_inventor i WHERE i.achievement_id = d.achievement_id) AS inventors
       FROM achievement_disclosure d WHERE d.achievement_id = $1`,
      [id],
    );
    return { detail: row?.detail ?? null, contact: row?.contact ?? null, inventors: row?.inventors ?? [] };
  }

  /** Writes the second layer; inventors of before are replaced. */
  async saveDisclosure(tx: Tx, { id, organizationId }: Achievement, disclosure: AchievementDisclosure): Promise<void> {
    await tx.query(
      `INSERT INTO achievement_disclosure (achievement_id, organization_id, detail, contact) VALUES ($1, $2, $3, $4)
       ON CONFLICT (achievement_id) DO UPDATE SET detail = excluded.detail, contact = excluded.contact`,
      [id, organizationId, disclosure.detail, disclosure.contact],
    );
    await tx.execute(`DELETE FROM achievement_inventor WHERE achievement_id = $1`, [id]);
    await tx.query(
      `INSERT INTO achievement_inventor (achievement_id, organization_id, position, name, share_basis_points)
       SELECT $1::uuid, $2::uuid, line.position, line.name, line.share
       FROM unnest($3::text[], $4::int[]) WITH ORDINALITY AS line (name, share, position)`,
      [
        id,
        organizationId,
        disclosure.inventors.map(({ name }) => name),
        disclosure.inventors.map(({ shareBasisPoints }) => shareBasisPoints),
      ],
    );
  }

  /** Whether the shares are being signed or are agreed. */
  async hasShareAgreement(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM share_agreement WHERE achievement_id = $1 AND state IN ('collecting', 'agreed')`,
      [id],
    );
    return rows.length > 0;
  }
}

const toRow = ({ price, ...achievement }: Achievement): AchievementRow => ({ ...achievement, priceFen: price });

const toDomain = ({ priceFen, ...row }: RawAchievement): Achievement => ({
  ...row,
  state: row.state as AchievementState,
  kind: row.kind as AchievementKind | null,
  farmStage: row.farmStage as FarmStage | null,
  transferModes: row.transferModes as readonly TransferMode[],
  price: priceFen === null ? null : BigInt(priceFen),
});
