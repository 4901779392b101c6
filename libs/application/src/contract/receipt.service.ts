import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { contractReaders, type Contract, type SettledAmounts } from '#domain/contract/contract.js';
import {
  amountsOpen,
  checkReceipt,
  checkSettlement,
  countedTechnologyValue,
  technologyIncome,
  type NewReceipt,
  type Receipt,
  type ReceiptRefusal,
  type SettlementRefusal,
} from '#domain/contract/receipt.js';
import type { Fen } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { contentHash } from '#platform/text/canonical.js';
import { contractAmountsSettled, contractReceiptChanged } from './contract.jobs.js';
import { ContractRepository } from './contract.repository.js';
import { maxReceiptsPerContract, ReceiptRepository, type AmountSupplement } from './receipt.repository.js';

type NotFound = Refusal<'contract.notFound'>;
export type RecordRefusal =
  | NotFound
  | ReceiptRefusal
  | Refusal<'contract.notSeller' | 'contract.receiptReferenceTaken' | 'contract.tooManyReceipts'>;
export type VoidRefusal =
  NotFound | Refusal<'contract.notSeller' | 'contract.receiptNotFound' | 'contract.receiptVoided'>;
export type StateRefusal = NotFound | SettlementRefusal | Refusal<'contract.settlementRunning'>;
export type ConfirmRefusal =
  | NotFound
  | SettlementRefusal
  | Refusal<'contract.supplementNotFound' | 'contract.supplementConfirmed' | 'contract.ownSupplement'>;

/** What a contract has brought in so far, against what it may. */
export interface IncomeSummary {
  readonly income: Fen;
  readonly technologyValue: Fen;
  readonly amountsOpen: boolean;
}

/** Use cases of technology income (技术性收入) and of amounts found out later. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly receipts: ReceiptRepository,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The seller records what came in. The same voucher told again gives the receipt that is there. */
  async record(actor: PersonActor, contractId: string, given: NewReceipt): Promise<Result<Receipt, RecordRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Receipt, RecordRefusal>> => {
      const contract = await this.partyForUpdate(tx, actor, contractId);
      if (!contract) return refuse('contract.notFound');
      if (!isSeller(contract, actor)) return refuse('contract.notSeller');
      const earlier = await this.receipts.ofContract(tx, contractId);
      const known = earlier.find(({ reference }) => reference === given.reference);
      if (known) {
        return sameReceipt(known, given) ? ok(known) : refuse('contract.receiptReferenceTaken', {}, '/reference');
      }
      if (earlier.length >= maxReceiptsPerContract) return refuse('contract.tooManyReceipts');
      const registration = await this.receipts.registration(tx, contractId);
      const now = this.clock.now();
      const verified = registration?.technologyValue ?? null;
      const allowed = checkReceipt(contract, earlier, given, verified, beijingDate(now));
      if (!allowed.ok) return allowed;
      const receipt = newReceipt(actor, contractId, given, now);
      await this.receipts.insert(tx, receipt);
      await this.tell(tx, contract, receipt.id, 'record', null, receipt);
      return ok(receipt);
    });
  }

  /** A receipt recorded by mistake, or paid back, no longer counts; it stays to be seen. */
  async void(actor: PersonActor, contractId: string, receiptId: string, reason: string) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Receipt, VoidRefusal>> => {
      const contract = await this.partyForUpdate(tx, actor, contractId);
      if (!contract) return refuse('contract.notFound');
      if (!isSeller(contract, actor)) return refuse('contract.notSeller');
      const before = (await this.receipts.ofContract(tx, contractId)).find(({ id }) => id === receiptId);
      if (!before) return refuse('contract.receiptNotFound');
      if (before.voidedAt !== null) return refuse('contract.receiptVoided');
      const after = { ...before, voidedAt: this.clock.now(), voidReason: reason };
      await this.receipts.void(tx, after);
      await this.tell(tx, contract, receiptId, 'void', before, after, reason);
      return ok(after);
    });
  }

  async list(
    actor: PersonActor,
    contractId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<{ readonly contract: Contract; readonly receipts: Receipt[] }, NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const contract = await this.contracts.find(tx, contractId);
      if (!contract) return refuse('contract.notFound');
      return ok({ contract, receipts: await this.receipts.list(tx, contractId, after, limit) });
    });
  }

  /** All of a contract that the actor of the transaction may see. */
  async ofContract(tx: Tx, contractId: string): Promise<Receipt[]> {
    return this.receipts.ofContract(tx, contractId);
  }

  async income(actor: PersonActor, contractId: string): Promise<Result<IncomeSummary, NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const contract = await this.contracts.find(tx, contractId);
      if (!contract) return refuse('contract.notFound');
      const registration = await this.receipts.registration(tx, contractId);
      return ok({
        income: technologyIncome(await this.receipts.ofContract(tx, contractId)),
        technologyValue: countedTechnologyValue(contract, registration?.technologyValue ?? null),
        amountsOpen: amountsOpen(contract),
      });
    });
  }

  /** One party says what the amounts came to. */
  async stateAmounts(
    actor: PersonActor,
    contractId: string,
    amounts: SettledAmounts,
    reason: string,
  ): Promise<Result<AmountSupplement, StateRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<AmountSupplement, StateRefusal>> => {
      const contract = await this.partyForUpdate(tx, actor, contractId);
      if (!contract) return refuse('contract.notFound');
      const sound = checkSettlement(contract, await this.receipts.ofContract(tx, contractId), amounts);
      if (!sound.ok) return sound;
      const stated = await this.receipts.supplements(tx, contractId, null, maxReceiptsPerContract);
      if (stated.some(({ confirmedAt }) => confirmedAt === null)) return refuse('contract.settlementRunning');
      const supplement: AmountSupplement = {
        ...amounts,
        id: uuid(),
        contractId,
        reason,
        statedByOrganizationId: actor.organizationId,
        statedByPersonId: actor.personId,
        statedAt: this.clock.now(),
        confirmedByOrganizationId: null,
        confirmedByPersonId: null,
        confirmedAt: null,
      };
      await this.receipts.insertSupplement(tx, supplement);
      await this.tell(tx, contract, supplement.id, 'stateAmounts', null, supplement, reason);
      return ok(supplement);
    });
  }

  /** Another party confirms: from then on these amounts count. The text that was signed stays as it is. */
  async confirmAmounts(actor: PersonActor, contractId: string, supplementId: string) {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<AmountSupplement, ConfirmRefusal>> => {
      const contract = await this.partyForUpdate(tx, actor, contractId);
      if (!contract) return refuse('contract.notFound');
      const stated = await this.receipts.supplements(tx, contractId, null, maxReceiptsPerContract);
      const before = stated.find(({ id }) => id === supplementId);
      if (!before) return refuse('contract.supplementNotFound');
      if (before.confirmedAt !== null) return refuse('contract.supplementConfirmed');
      if (before.statedByOrganizationId === actor.organizationId) return refuse('contract.ownSupplement');
      const sound = checkSettlement(contract, await this.receipts.ofContract(tx, contractId), before);
      if (!sound.ok) return sound;
      const now = this.clock.now();
      const { organizationId, personId } = actor;
      const confirmed = { confirmedByOrganizationId: organizationId, confirmedByPersonId: personId, confirmedAt: now };
      const after = { ...before, ...confirmed };
      const { contractValue, technologyValue } = before;
      const settled = { contractValue, technologyValue };
      await this.receipts.confirmSupplement(tx, after);
      const changed = { ...contract, settled, updatedAt: now, version: contract.version + 1 };
      await this.contracts.save(tx, changed, false);
      await this.tell(tx, contract, supplementId, 'confirmAmounts', before, after);
      return ok(after);
    });
  }

  async supplements(
    actor: PersonActor,
    contractId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<AmountSupplement[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const contract = await this.contracts.find(tx, contractId);
      return contract ? ok(await this.receipts.supplements(tx, contractId, after, limit)) : refuse('contract.notFound');
    });
  }

  private async partyForUpdate(tx: Tx, actor: PersonActor, id: string): Promise<Contract | null> {
    const contract = await this.contracts.forUpdate(tx, id);
    return contract?.parties.some((party) => party.organizationId === actor.organizationId) ? contract : null;
  }

  private async tell(
    tx: Tx,
    contract: Contract,
    subjectId: string,
    event: string,
    before: unknown,
    after: unknown,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: event.endsWith('Amounts') ? 'amountSupplement' : 'receipt',
      subjectId,
      parties: contractReaders(contract),
      event,
      from: null,
      to: null,
      ...(reason !== undefined && { reason }),
      ...(before !== null && { before }),
      after,
    });
    const topic = topics[event];
    if (topic !== undefined) await this.outbox.append(tx, { topic, payload: { contractId: contract.id } });
  }
}

/** What others must know of. */
const topics: Readonly<Record<string, string>> = {
  record: contractReceiptChanged,
  void: contractReceiptChanged,
  confirmAmounts: contractAmountsSettled,
};

const isSeller = (contract: Contract, { organizationId }: PersonActor): boolean =>
  contract.parties.some((party) => party.role === 'seller' && party.organizationId === organizationId);

const told = ({ receivedOn, amount, kind, reference, evidence, royaltyBase }: NewReceipt): NewReceipt => ({
  ...{ receivedOn, amount, kind, reference, evidence, royaltyBase },
});

/** A voided receipt is not there any more for whoever tells it again: another voucher number is needed. */
const sameReceipt = (known: Receipt, given: NewReceipt): boolean =>
  known.voidedAt === null && contentHash(told(known)) === contentHash(told(given));

const newReceipt = (actor: PersonActor, contractId: string, given: NewReceipt, now: Date): Receipt => ({
  ...given,
  id: uuid(),
  contractId,
  organizationId: actor.organizationId,
  personId: actor.personId,
  recordedAt: now,
  voidedAt: null,
  voidReason: null,
});
