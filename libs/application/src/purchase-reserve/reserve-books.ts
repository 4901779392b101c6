import { Injectable } from '@nestjs/common';
import type { BudgetBucket } from '#domain/ledger/accounts.js';
import type { EntryKind } from '#domain/ledger/journal-entry.js';
import type { Fen } from '#domain/money/money.js';
import type { PurchaseReserve } from '#domain/purchase-reserve/purchase-reserve.js';
import { refuse, ok, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { LedgerService } from '../ledger/ledger.service.js';

/** How a reserve's money moves in the fund's ledger: each reserve is a holder of its own. */
@Injectable()
export class ReserveBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: LedgerService,
  ) {}

  /** In the caller's transaction; refused when the bucket has not so much. Moving nothing is no entry. */
  async move(
    tx: Tx,
    { id, fiscalYear }: Pick<PurchaseReserve, 'id' | 'fiscalYear'>,
    given: {
      readonly from: BudgetBucket;
      readonly to: BudgetBucket;
      readonly amount: Fen;
      readonly kind: EntryKind;
      readonly reason: string;
    },
  ): Promise<Result<null, Refusal<'purchaseReserve.budgetShort'>>> {
    if (given.amount === 0n) return ok(null);
    const holder = { scheme: 'purchaseReserve', kind: 'reserve', id };
    const entry = await this.unitOfWork.asSystem(tx, 'purchaseReserve', (system) =>
      this.ledger.shift(system, { fund: 'conversionFund', fiscalYear, holder, ...given }),
    );
    return entry === null ? refuse('purchaseReserve.budgetShort', { year: String(fiscalYear) }) : ok(null);
  }
}
