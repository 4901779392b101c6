import { Inject, Injectable } from '@nestjs/common';
import type { CaseStudy } from '#domain/case-study/case-study.js';
import { PUBLIC_READER, StatementReader } from '#platform/database/statement-reader.js';
import type { Tx } from '#platform/database/unit-of-work.js';

const columns = `id, organization_id AS "organizationId", contract_id AS "contractId", party_ids AS "partyIds", state, title,
  story, effect, consented_ids AS "consentedIds", text_hash AS "textHash", author_id AS "authorId",
  checked_by AS "checkedBy", check_note AS "checkNote", state_reason AS "stateReason", version, created_at AS "createdAt",
  updated_at AS "updatedAt", published_at AS "publishedAt"`;
const publicColumns = `id, title, story, effect, published_at AS "publishedAt",
  (SELECT coalesce(json_agg(o.name ORDER BY o.name), '[]') FROM organization o WHERE o.id = ANY (c.party_ids)) AS parties`;

/** A case as everybody reads it. */
export interface PublicCase {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly effect: string;
  readonly publishedAt: Date;
  readonly parties: readonly string[];
}

@Injectable()
export class CaseStudyRepository {
  constructor(@Inject(PUBLIC_READER) private readonly publicReader: StatementReader) {}

  async insert(tx: Tx, study: CaseStudy): Promise<void> {
    await tx.execute(
      `INSERT INTO case_study (id, organization_id, contract_id, party_ids, state, title, story, effect, consented_ids,
         text_hash, author_id, version, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', $9, $10, 1, $11, $11)`,
      [
        study.id,
        study.organizationId,
        study.contractId,
        study.partyIds,
        study.state,
        study.title,
        study.story,
        study.effect,
        study.textHash,
        study.authorId,
        study.createdAt,
      ],
    );
  }

  async save(tx: Tx, study: CaseStudy): Promise<void> {
    await tx.execute(
      `UPDATE case_study SET state = $2, title = $3, story = $4, effect = $5, consented_ids = $6, text_hash = $7,
         checked_by = $8, check_note = $9, state_reason = $10, version = $11, updated_at = $12, published_at = $13
       WHERE id = $1`,
      [
        study.id,
        study.state,
        study.title,
        study.story,
        study.effect,
        study.consentedIds,
        study.textHash,
        study.checkedBy,
        study.checkNote,
        study.stateReason,
        study.version,
        study.updatedAt,
        study.publishedAt,
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<CaseStudy | null> {
    return (await tx.query<CaseStudy>(`SELECT ${columns} FROM case_study WHERE id = $1`, [id]))[0] ?? null;
  }

  async forUpdate(tx: Tx, id: string): Promise<CaseStudy | null> {
    return (await tx.query<CaseStudy>(`SELECT ${columns} FROM case_study WHERE id = $1 FOR UPDATE`, [id]))[0] ?? null;
  }

  /** Open or published cases of a contract, locked. */
  async ofContract(tx: Tx, contractId: string): Promise<CaseStudy[]> {
    return tx.query<CaseStudy>(
      `SELECT ${columns} FROM case_study WHERE contract_id = $1 AND state <> 'withdrawn' ORDER BY id FOR UPDATE`,
      [contractId],
    );
  }

  /** What the actor of the transaction may see: its own and those of its contracts, or all when nobody is named. */
  async list(tx: Tx, organizationId: string | null, after: string | null, limit: number): Promise<CaseStudy[]> {
    return tx.query<CaseStudy>(
      `SELECT ${columns} FROM case_study WHERE ($1::uuid IS NULL OR organization_id = $1 OR $1 = ANY (party_ids))
         AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [organizationId, after, limit],
    );
  }

  async listPublic(after: string | null, limit: number): Promise<PublicCase[]> {
    return this.publicReader.query<PublicCase>(
      'caseStudy.listPublic',
      `SELECT ${publicColumns} FROM case_study c WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [after, limit],
    );
  }

  async findPublic(id: string): Promise<PublicCase | null> {
    const sql = `SELECT ${publicColumns} FROM case_study c WHERE id = $1`;
    return (await this.publicReader.query<PublicCase>('caseStudy.findPublic', sql, [id]))[0] ?? null;
  }

  /** Whether the contract has a registration in force: what proves a case. */
  async isRegistered(tx: Tx, contractId: string): Promise<boolean> {
    const sql = `SELECT FROM contract_registration WHERE contract_id = $1 AND state = 'registered' LIMIT 1`;
    return (await tx.query(sql, [contractId])).length === 1;
  }
}
