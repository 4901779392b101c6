import { Injectable } from '@nestjs/common';
import { caseClock, type CaseClock } from '#domain/contract-registration/case-clock.js';
import { runningTerm, type ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { systemActor, type Actor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';

/** How far a case is: what whoever holds its number may know. No name, no amount, no reason. */
export interface RegistrationProgress extends Pick<CaseClock, 'holder' | 'since' | 'dueOn' | 'unit' | 'daysLeft'> {
  readonly number: string;
  readonly state: ContractRegistration['state'];
  readonly office: string;
  readonly acceptedOn: string | null;
  readonly overdue: boolean;
  /** Article of the running term. */
  readonly article: string | null;
}

/** 凭编号查进度: for the party whose colleague filed, and for whoever was given the number on paper. */
@Injectable()
export class RegistrationProgressService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly clock: Clock,
  ) {}

  /** Reads as the system, since the caller may be anybody; only the fields above leave this method. */
  async ofNumber(
    actor: Actor,
    number: string,
  ): Promise<Result<RegistrationProgress, Refusal<'contractRegistration.notFound'>>> {
    const reader = systemActor('registration.progress', actor.origin.requestId);
    const found = await this.unitOfWork.run(reader, (tx) => this.registrations.ofNumber(tx, number));
    if (!found) return refuse('contractRegistration.notFound');
    const { holder, since, dueOn, unit, daysLeft, overdue } = caseClock(found, this.clock.now());
    const { state, office, acceptedOn } = found;
    const article = runningTerm(found)?.article ?? null;
    return ok({ number, state, office, acceptedOn, holder, since, dueOn, unit, daysLeft, overdue, article });
  }
}
