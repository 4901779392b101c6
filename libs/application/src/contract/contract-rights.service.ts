import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Contract, ContractContent } from '#domain/contract/contract.js';
import {
  disposalOfContract,
  isLicence,
  takesEffectOnRegistration,
  type RightGuardRefusal,
} from '#domain/right/disposal.js';
import { isPatentRight, type Right } from '#domain/right/right.js';
import { ok, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { FilingService } from '../right/filing.service.js';
import { OverlayService } from '../right/overlay.service.js';
import { RightGuard } from '../right/right-guard.service.js';
import { RightService } from '../right/right.service.js';

/** What a contract needs of the rights it names, and what it does with them when it takes effect. */
@Injectable()
export class ContractRightsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: RightService,
    private readonly guard: RightGuard,
    private readonly overlays: OverlayService,
    private readonly filings: FilingService,
    private readonly clock: Clock,
  ) {}

  /** The register's entries that a content names. */
  async register(tx: Tx, { rights, parties }: Pick<ContractContent, 'rights' | 'parties'>): Promise<Right[]> {
    const numbers = rights.flatMap(({ number }) => number ?? []);
    const owners = parties.map(({ organizationId }) => organizationId);
    return numbers.length === 0 ? [] : this.entries.ofOwners(tx, numbers, owners);
  }

  /** Locks the rights until the transaction ends; refuses what the law forbids with any of them. */
  async mayConclude(tx: Tx, contract: Contract): Promise<Result<null, RightGuardRefusal>> {
    const disposal = disposalOfContract(contract, beijingDate(this.clock.now()));
    if (disposal === null) return ok(null);
    const allowed = await this.guard.mayDispose(tx, idsOf(contract), disposal);
    return allowed.ok ? ok(null) : allowed;
  }

  /**
   * It took effect: a licence lies on the rights and is to be filed; a sale waits for the register (专利法 art. 10), but
   * software, whose copyright passes by the contract. The rights are locked by `mayConclude`.
   */
  async concluded(tx: Tx, contract: Contract): Promise<void> {
    const today = beijingDate(this.clock.now());
    const disposal = disposalOfContract(contract, today);
    if (disposal === null) return;
    const buyers = contract.parties.filter(({ role }) => role === 'buyer');
    await this.unitOfWork.asSystem(tx, 'right', async (system) => {
      for (const right of await this.guard.locked(system, idsOf(contract))) {
        if (isLicence(disposal.act)) {
          for (const buyer of buyers) await this.licensed(system, contract, right, buyer);
        } else if (takesEffectOnRegistration(right)) {
          await this.sold(system, contract, right, buyers);
        } else {
          await this.filings.handOver(system, right, disposal.counterpartyIds);
        }
      }
    });
  }

  /** Both sides ended it. */
  async ended(tx: Tx, contractId: string): Promise<void> {
    await this.filings.contractEnded(tx, contractId);
  }

  private async licensed(
    system: Tx,
    contract: Contract,
    right: Right,
    buyer: Contract['parties'][number],
  ): Promise<void> {
    const today = beijingDate(this.clock.now());
    const named = contract.rights.find(({ patentId }) => patentId === right.id);
    const disposal = disposalOfContract(contract, today);
    const overlay = await this.overlays.lay(
      system,
      right,
      {
        ...contractual(contract, buyer),
        kind: 'licence',
        manner: contract.licence?.manner ?? 'ordinary',
        territory: disposal?.territory ?? [],
        from: disposal?.from ?? today,
        until: named?.licensedUntil ?? disposal?.until ?? right.expiresOn,
      },
      'confirmed',
    );
    // 细则 art. 15 speaks of patents; no other law of these rights asks for a filing within a term.
    if (isPatentRight(right))
      await this.open(system, 'licenceFiling', contract, right, overlay.id, buyer.organizationId);
  }

  private async sold(system: Tx, contract: Contract, right: Right, buyers: Contract['parties']): Promise<void> {
    const [first] = buyers;
    if (!first) throw new Error(`contract ${contract.id} has no buyer`);
    const from = contract.effectiveOn ?? beijingDate(this.clock.now());
    const content = {
      ...contractual(contract, first),
      kind: 'assignment' as const,
      manner: null,
      territory: [],
      from,
      until: null,
    };
    const overlay = await this.overlays.lay(system, right, content, 'confirmed');
    await this.open(system, 'assignmentRegistration', contract, right, overlay.id, first.organizationId);
  }

  private async open(
    system: Tx,
    kind: 'licenceFiling' | 'assignmentRegistration',
    contract: Contract,
    right: Right,
    overlayId: string,
    counterpartOrganizationId: string,
  ): Promise<void> {
    const startedOn = contract.effectiveOn ?? beijingDate(this.clock.now());
    const given = { kind, counterpartOrganizationId, contractId: contract.id, uptakeId: null, startedOn };
    await this.filings.open(system, right, overlayId, given);
  }
}

const idsOf = ({ rights }: Pick<Contract, 'rights'>): string[] => rights.flatMap(({ patentId }) => patentId ?? []);

const contractual = (contract: Contract, buyer: Contract['parties'][number]) => ({
  holderOrganizationId: buyer.organizationId,
  holderName: buyer.name,
  securedAmount: null,
  reference: null,
  basis: `合同《${contract.title}》`,
  evidenceId: null,
  contractId: contract.id,
  registeredBy: null,
});
