import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import type { RightGuardRefusal } from '#domain/right/disposal.js';
import { inForceOn, type RightOverlay } from '#domain/right/overlay.js';
import type { Right } from '#domain/right/right.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { RightGuard } from './right-guard.service.js';
import { RightRepository } from './right.repository.js';

/** How far a right can secure a loan. */
export interface PledgeStanding {
  readonly right: Right;
  readonly pledges: readonly RightOverlay[];
  readonly securedAmount: Fen;
  /** Why it cannot be pledged (again) today; null: it can. */
  readonly refusal: RightGuardRefusal | null;
}

/** What technology finance asks of the register: the pledges on a right, and whether it is free to be pledged. */
@Injectable()
export class PledgeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly guard: RightGuard,
    private readonly clock: Clock,
  ) {}

  /** For whom the caller has decided may know: an owner's own need, a bank to which the owner consented. */
  async of(tx: Tx, rightId: string): Promise<Result<PledgeStanding, Refusal<'right.notFound'>>> {
    return this.unitOfWork.asSystem(
      tx,
      'right.pledge',
      async (system): Promise<Result<PledgeStanding, Refusal<'right.notFound'>>> => {
        const today = beijingDate(this.clock.now());
        const right = await this.rights.find(system, rightId, today);
        if (!right) return refuse('right.notFound');
        const resting = await this.rights.resting(system, [rightId]);
        const pledges = resting.filter((overlay) => overlay.kind === 'pledge' && inForceOn(overlay, today));
        const securedAmount = pledges.reduce((sum, pledge) => sum + (pledge.securedAmount ?? 0n), 0n);
        const rest = { from: today, until: null, territory: [], counterpartyIds: [], foreign: false };
        const asked = await this.guard.ask(system, right, { act: 'pledge', ...rest });
        return ok({ right, pledges, securedAmount, refusal: asked.ok ? null : asked.refusal });
      },
    );
  }
}
