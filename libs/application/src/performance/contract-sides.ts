import { Injectable } from '@nestjs/common';
import { contractReaders, type Contract } from '#domain/contract/contract.js';
import { sideOf, type Side } from '#domain/performance/milestone.js';
import type { PersonActor } from '#domain/shared/actor.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { Journal, type JournalEntry } from '#platform/journal/journal.js';
import { ContractService } from '../contract/contract.service.js';

/** What every part of performance asks of a contract: who stands on which side, and who reads what happened. */
@Injectable()
export class ContractSides {
  constructor(
    private readonly contracts: ContractService,
    private readonly journal: Journal,
  ) {}

  /** The contract as the actor of the transaction sees it, or null. */
  async seen(tx: Tx, id: string): Promise<Contract | null> {
    return this.contracts.forRegistration(tx, id);
  }

  /** The contract and the side that the actor stands on; null for everybody who is no seller or buyer of it. */
  async side(tx: Tx, actor: PersonActor, id: string): Promise<{ contract: Contract; side: Side } | null> {
    const contract = await this.seen(tx, id);
    const side = contract && sideOf(contract, actor.organizationId);
    return contract && side ? { contract, side } : null;
  }

  async record(tx: Tx, contract: Contract, entry: Omit<JournalEntry, 'parties'>): Promise<void> {
    await this.journal.record(tx, { ...entry, parties: contractReaders(contract) });
  }
}
