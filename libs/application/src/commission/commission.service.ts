import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  commissionOf,
  splitAmong,
  type CommissionFacts,
  type CommissionStatement,
} from '#domain/commission/commission.js';
import { tailEnd, type Mandate } from '#domain/mandate/mandate.js';
import type { Fen } from '#domain/money/money.js';
import { type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { MandateService } from '../mandate/mandate.service.js';
import { BrokerCreditService } from '../broker-credit/broker-credit.service.js';
import { RelationService } from '../relation/relation.service.js';
import { CommissionRepository, type BrokeredContract } from './commission.repository.js';

export type FindingRefusal = Refusal<'mandate.notFound' | 'commission.foundAlready' | 'commission.conflict'>;

export interface ContractCommission {
  readonly contractId: string | null;
  readonly title: string | null;
  readonly statement: CommissionStatement;
  /** What of it belongs to each broker by the agreed shares, and what is left to the agency. */
  readonly parts: readonly { readonly brokerPersonId: string; readonly amount: Fen }[];
  readonly agency: Fen;
}

/** Commissions (佣金) of a mandate, reckoned anew from what was agreed and what came in; the parties and the bureau read them. */
@Injectable()
export class CommissionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: MandateService,
    private readonly commissions: CommissionRepository,
    private readonly credit: BrokerCreditService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async ofMandate(
    actor: PersonActor,
    mandateId: string,
  ): Promise<Result<readonly ContractCommission[], Refusal<'mandate.notFound'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<readonly ContractCommission[], Refusal<'mandate.notFound'>>> => {
        const found = await this.mandates.get(actor, mandateId);
        if (!found.ok) return found;
        const mandate = found.value;
        // The mandate's own parties may read what it earned, although a broker is no party to the receipts.
        const { contracts, finding } = await this.unitOfWork.asSystem(tx, 'commission', async (system) => ({
          contracts: await this.commissions.contracts(system, mandateId, mandate.agencyOrganizationId),
          finding: await this.commissions.finding(system, mandateId),
        }));
        if (contracts.length === 0) return ok([commission(mandate, null, finding)]);
        return ok(contracts.map((contract) => commission(mandate, contract, finding)));
      },
    );
  }

  /** The bureau found that the broker hid or falsified facts (民法典 art. 962): from then on the statement says so. */
  async find(actor: PersonActor, mandateId: string, reason: string): Promise<Result<null, FindingRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<null, FindingRefusal>> => {
      const found = await this.mandates.get(actor, mandateId);
      if (!found.ok) return found;
      const { brokerPersonId, agencyOrganizationId, principalOrganizationId } = found.value;
      const related = await this.relations.conflict(tx, actor.personId, [
        { kind: 'person', id: brokerPersonId },
        ...[agencyOrganizationId, principalOrganizationId].map((party) => ({
          kind: 'organization' as const,
          id: party,
        })),
      ]);
      if (related !== null) return refuse('commission.conflict', { reason: related });
      const id = uuid();
      if (!(await this.commissions.insertFinding(tx, id, mandateId, reason, actor.personId, this.clock.now()))) {
        return refuse('commission.foundAlready');
      }
      await this.credit.recordFinding(tx, actor.personId, {
        personId: found.value.brokerPersonId,
        kind: 'concealment',
        occurredOn: beijingDate(this.clock.now()),
        sourceKind: 'mandate',
        sourceId: mandateId,
        reason,
      });
      await this.journal.record(tx, {
        subjectKind: 'mandate',
        subjectId: mandateId,
        event: 'findConcealment',
        from: found.value.state,
        to: found.value.state,
        reason,
        parties: [found.value.agencyOrganizationId, found.value.principalOrganizationId],
        after: { finding: id },
      });
      return ok(null);
    });
  }
}

function commission(mandate: Mandate, contract: BrokeredContract | null, finding: string | null): ContractCommission {
  const statement = commissionOf(factsOf(mandate, contract, finding));
  const shares = contract?.shares ?? [];
  const { parts, agency } = splitAmong(
    statement.due,
    shares.map(({ shareBasisPoints }) => shareBasisPoints),
  );
  return {
    contractId: contract?.contractId ?? null,
    title: contract?.title ?? null,
    statement: finding === null ? statement : { ...statement, reasons: [...statement.reasons, `认定：${finding}`] },
    parts: shares.map(({ brokerPersonId }, index) => ({ brokerPersonId, amount: parts[index] ?? 0n })),
    agency,
  };
}

const factsOf = (mandate: Mandate, contract: BrokeredContract | null, finding: string | null): CommissionFacts => ({
  fee: mandate.fee,
  contract: contract && {
    contractValue: BigInt(contract.contractValue),
    technologyValue: BigInt(contract.technologyValue),
    signedOn: contract.signedOn,
    receipts: contract.receipts.map(({ amount, ...receipt }) => ({ ...receipt, amount: BigInt(amount) })),
  },
  introducedOn: contract?.introducedOn ?? null,
  mandateEndedOn: mandate.endedAt && beijingDate(mandate.endedAt),
  tailEnd: tailEnd(mandate),
  sides: (contract?.mandates ?? 1) > 1 ? 2 : 1,
  concealed: finding !== null,
});
