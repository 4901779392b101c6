import { Injectable } from '@nestjs/common';
import { maxRelationSteps, type Relation, type RelationKind, type RelationNode } from '#domain/relation/relation.js';
import type { Tx } from '#platform/database/unit-of-work.js';

export interface DeclaredRelation extends Relation {
  readonly id: string;
  readonly note: string;
  readonly declaredBy: string;
  readonly at: Date;
  readonly endedAt: Date | null;
}

interface RawRelation {
  readonly fromKind: RelationNode['kind'];
  readonly fromId: string;
  readonly toKind: RelationNode['kind'];
  readonly toId: string;
  readonly kind: RelationKind;
}
type RawDeclared = RawRelation & Pick<DeclaredRelation, 'id' | 'note' | 'declaredBy' | 'at' | 'endedAt'>;

const columns = `id, from_kind AS "fromKind", from_id AS "fromId", to_kind AS "toKind", to_id AS "toId", kind, note,
  declared_by AS "declaredBy", at, ended_at AS "endedAt"`;
const maxRelationsRead = 20_000;

@Injectable()
export class RelationRepository {
  async insert(tx: Tx, { id, from, to, kind, note, declaredBy, at }: DeclaredRelation): Promise<void> {
    await tx.query(
      `INSERT INTO relation (id, from_kind, from_id, to_kind, to_id, kind, note, declared_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, from.kind, from.id, to.kind, to.id, kind, note, declaredBy, at],
    );
  }

  /** False when there is none that this actor may end. */
  async end(tx: Tx, id: string, at: Date): Promise<boolean> {
    return (await tx.execute(`UPDATE relation SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL`, [id, at])) === 1;
  }

  async list(tx: Tx, after: string | null, limit: number): Promise<DeclaredRelation[]> {
    const rows = await tx.query<RawDeclared>(
      `SELECT ${columns} FROM relation WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id, note, declaredBy, at, endedAt, ...row }) => ({
      ...toRelation(row),
      id,
      note,
      declaredBy,
      at,
      endedAt,
    }));
  }

  /** Whether the node exists. */
  async exists(tx: Tx, { kind, id }: RelationNode): Promise<boolean> {
    const [row] = await tx.query(`SELECT FROM ${kind === 'person' ? 'person' : 'organization'} WHERE id = $1`, [id]);
    return row !== undefined;
  }

  /** Every relation, declared or by membership, within the steps that count around some nodes. */
  async around(tx: Tx, ids: readonly string[]): Promise<Relation[]> {
    const rows = await tx.query<RawRelation>(
      `WITH RECURSIVE edge AS (
         SELECT from_kind, from_id, to_kind, to_id, kind FROM relation WHERE ended_at IS NULL
         UNION ALL
         SELECT 'person', person_id, 'organization', organization_id, 'member' FROM membership WHERE ended_at IS NULL),
       reached AS (
         SELECT unnest($1::uuid[]) AS id, 0 AS step
         UNION
         SELECT CASE WHEN e.from_id = r.id THEN e.to_id ELSE e.from_id END, r.step + 1
         FROM reached r JOIN edge e ON r.id IN (e.from_id, e.to_id) WHERE r.step < ${maxRelationSteps - 1})
       SELECT DISTINCT e.from_kind AS "fromKind", e.from_id AS "fromId", e.to_kind AS "toKind", e.to_id AS "toId", e.kind
       FROM edge e JOIN reached r ON r.id IN (e.from_id, e.to_id) LIMIT ${maxRelationsRead}`,
      [ids],
    );
    return rows.map(toRelation);
  }
}

const toRelation = ({ fromKind, fromId, toKind, toId, kind }: RawRelation): Relation => ({
  from: { kind: fromKind, id: fromId },
  to: { kind: toKind, id: toId },
  kind,
});
