import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { checkContractClauses, type ClauseFinding } from '#domain/contract/clause-check.js';
import { compareVersions, type VersionChange } from '#domain/contract/compare-versions.js';
import { contractReaders, type Contract } from '#domain/contract/contract.js';
import { questionnaireOn, suggestType, type Answers, type TypeSuggestion } from '#domain/contract/suggest-type.js';
import { taxPack, type TaxPack } from '#domain/contract/tax-pack.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractVersionRepository, type ContractVersion } from './contract-version.repository.js';
import { ContractRepository } from './contract.repository.js';
import { ReceiptRepository } from './receipt.repository.js';

type NotFound = Refusal<'contract.notFound'>;

/** A suggestion as it was made, beside what the registrar decided; null while nothing is decided. */
export interface KeptSuggestion {
  readonly id: string;
  readonly contractId: string;
  readonly questionnaire: string;
  readonly answers: Answers;
  readonly suggestion: TypeSuggestion;
  readonly organizationId: string;
  readonly suggestedAt: Date;
}

export interface Suggestions {
  readonly kept: readonly KeptSuggestion[];
  readonly decidedType: string | null;
}

const columns = `id, contract_id AS "contractId", questionnaire, answers, suggestion,
  organization_id AS "organizationId", suggested_at AS "suggestedAt"`;

/** What can be read out of a contract's text: its versions, findings in its clauses, its type, its tax papers. */
@Injectable()
export class ContractTextService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly kept: ContractVersionRepository,
    private readonly receipts: ReceiptRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async versions(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<ContractVersion[], NotFound>> {
    return this.reading(actor, id, async (tx) => ok(await this.kept.list(tx, id, after, limit)));
  }

  async compare(
    actor: PersonActor,
    id: string,
    from: number,
    to: number,
  ): Promise<Result<readonly VersionChange[], NotFound | Refusal<'contract.versionUnknown'>>> {
    return this.reading(actor, id, async (tx) => {
      const before = await this.kept.find(tx, id, from);
      if (!before) return refuse('contract.versionUnknown', { version: String(from) });
      const after = await this.kept.find(tx, id, to);
      if (!after) return refuse('contract.versionUnknown', { version: String(to) });
      return ok(compareVersions(before.content, after.content));
    });
  }

  async checkClauses(actor: PersonActor, id: string): Promise<Result<readonly ClauseFinding[], NotFound>> {
    return this.reading(actor, id, async (_tx, contract) => ok(checkContractClauses(contract)));
  }

  /** A party answers the questionnaire; answers and suggestion are kept, whatever the registrar decides. */
  async suggest(
    actor: PersonActor,
    id: string,
    answers: Answers,
  ): Promise<Result<KeptSuggestion, NotFound | Refusal<'contract.answerUnknown'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const contract = await this.contracts.find(tx, id);
      const party = contract?.parties.some(({ organizationId }) => organizationId === actor.organizationId);
      if (!contract || !party) return refuse('contract.notFound');
      const now = this.clock.now();
      const questionnaire = questionnaireOn(beijingDate(now));
      const suggestion = suggestType(questionnaire, answers);
      if (!suggestion.ok) return suggestion;
      const kept: KeptSuggestion = {
        id: uuid(),
        contractId: id,
        questionnaire: questionnaire.id,
        answers,
        suggestion: suggestion.value,
        organizationId: actor.organizationId,
        suggestedAt: now,
      };
      await this.keepSuggestion(tx, kept, actor.personId);
      await this.journal.record(tx, {
        subjectKind: 'contract',
        subjectId: id,
        parties: contractReaders(contract),
        event: 'suggestType',
        from: null,
        to: null,
        after: kept,
      });
      return ok(kept);
    });
  }

  async suggestions(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<Suggestions, NotFound>> {
    return this.reading(actor, id, async (tx) => {
      const kept = await tx.query<KeptSuggestion>(
        `SELECT ${columns} FROM contract_type_suggestion WHERE contract_id = $1 AND ($2::uuid IS NULL OR id < $2)
         ORDER BY id DESC LIMIT $3`,
        [id, after, limit],
      );
      const registration = await this.receipts.registration(tx, id);
      return ok({ kept, decidedType: registration?.type ?? null });
    });
  }

  /** What each relief in force on a day needs, and what of it is on file. */
  async taxPack(actor: PersonActor, id: string, on: LocalDate | null): Promise<Result<TaxPack, NotFound>> {
    return this.reading(actor, id, async (tx, contract) => {
      const registration = await this.receipts.registration(tx, id);
      const receipts = await this.receipts.ofContract(tx, id);
      return ok(taxPack({ contract, registration, receipts, on: on ?? beijingDate(this.clock.now()) }));
    });
  }

  private async keepSuggestion(tx: Tx, kept: KeptSuggestion, personId: string): Promise<void> {
    await tx.query(
      `INSERT INTO contract_type_suggestion (id, contract_id, questionnaire, answers, suggestion, organization_id,
         person_id, suggested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        kept.id,
        kept.contractId,
        kept.questionnaire,
        JSON.stringify(kept.answers),
        JSON.stringify(kept.suggestion),
        kept.organizationId,
        personId,
        kept.suggestedAt,
      ],
    );
  }

  /** Whoever may read the contract may read what is drawn from it. */
  private async reading<T, R extends Refusal>(
    actor: PersonActor,
    id: string,
    read: (tx: Tx, contract: Contract) => Promise<Result<T, R>>,
  ): Promise<Result<T, R | NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<T, R | NotFound>> => {
      const contract = await this.contracts.find(tx, id);
      return contract ? read(tx, contract) : refuse('contract.notFound');
    });
  }
}
