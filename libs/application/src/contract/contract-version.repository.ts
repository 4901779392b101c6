import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { signedText, type Contract } from '#domain/contract/contract.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { canonicalJson, contentHash } from '#platform/text/canonical.js';

/** One text of a contract as it stood, kept for good. Amounts are text in it: it is JSON. */
export interface ContractVersion {
  readonly id: string;
  readonly version: number;
  readonly content: Readonly<Record<string, unknown>>;
  readonly textHash: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly writtenAt: Date;
}

/** Hash of what is signed: its parties, terms and amounts, without states and dates of signing. */
export const textHash = (contract: Contract): string => contentHash(signedText(contract));

/** The text with what the form asks for beside it. */
const keptText = (contract: Contract): object => {
  const { classification, expectedInvestment, expectedOutput } = contract;
  return { ...signedText(contract), classification, expectedInvestment, expectedOutput };
};

const columns = `id, version, content, text_hash AS "textHash", organization_id AS "organizationId", person_id AS "personId",
  written_at AS "writtenAt"`;

@Injectable()
export class ContractVersionRepository {
  /** Keeps the text as it stands; one that is kept already stays as it is. */
  async keep(tx: Tx, contract: Contract, writtenAt: Date): Promise<void> {
    const { actor } = tx;
    if (actor.kind !== 'person') throw new Error('only people write contracts');
    await tx.query(
      `INSERT INTO contract_version (id, contract_id, version, content, text_hash, organization_id, person_id,
         written_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [
        uuid(),
        contract.id,
        contract.version,
        canonicalJson(keptText(contract)),
        textHash(contract),
        actor.organizationId,
        actor.personId,
        writtenAt,
      ],
    );
  }

  /** Newest first. `after`: id of the version that the page before ended with. */
  async list(tx: Tx, contractId: string, after: string | null, limit: number): Promise<ContractVersion[]> {
    return tx.query<ContractVersion>(
      `SELECT ${columns} FROM contract_version WHERE contract_id = $1
         AND ($2::uuid IS NULL OR version < (SELECT version FROM contract_version WHERE id = $2 AND contract_id = $1))
       ORDER BY version DESC LIMIT $3`,
      [contractId, after, limit],
    );
  }

  async find(tx: Tx, contractId: string, version: number): Promise<ContractVersion | null> {
    const [row] = await tx.query<ContractVersion>(
      `SELECT ${columns} FROM contract_version WHERE contract_id = $1 AND version = $2`,
      [contractId, version],
    );
    return row ?? null;
  }
}
