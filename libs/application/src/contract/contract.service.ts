import { Injectable } from '@nestjs/common';
import type { Contract } from '#domain/contract/contract.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { ContractRepository } from './contract.repository.js';

/** Use cases of technology contracts. */
@Injectable()
export class ContractService {
  constructor(private readonly contracts: ContractRepository) {}

  /** The contract as registration needs it, or null when the actor of the transaction may not see it. */
  async forRegistration(tx: Tx, id: string): Promise<Contract | null> {
    return this.contracts.find(tx, id);
  }
}
