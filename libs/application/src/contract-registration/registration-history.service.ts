import { Injectable } from '@nestjs/common';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { hasRole } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { maySee, type RegistrationRefusal } from './registration-desk.js';
import {
  RegistrationRevisionRepository,
  type PastStep,
  type RegistrationRevision,
} from './registration-revision.repository.js';

export interface RegistrationHistory {
  readonly steps: readonly PastStep[];
  readonly revisions: readonly RegistrationRevision[];
}

/** How a case stood at the end of a day in Beijing. */
export interface RegistrationOnDay {
  readonly on: LocalDate;
  /** State of the procedure; null before it was filed. */
  readonly state: string | null;
  /** What was registered then; null where nothing was. A cancelled one says what it was. */
  readonly revision: RegistrationRevision | null;
}

/** The past of a registration: every step, every revision, the state and amounts of any day. */
@Injectable()
export class RegistrationHistoryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly revisions: RegistrationRevisionRepository,
  ) {}

  async history(actor: PersonActor, id: string): Promise<Result<RegistrationHistory, RegistrationRefusal>> {
    return this.read(actor, id, async (tx) => {
      const steps = await this.revisions.steps(tx, id);
      const mayName = hasRole(actor, 'registrar', 'reviewer', 'auditor');
      return {
        // Who in the office took a step is the bureau's to know.
        steps: mayName ? steps : steps.map((step) => ({ ...step, personId: null })),
        revisions: await this.revisions.ofRegistration(tx, id),
      };
    });
  }

  async onDay(actor: PersonActor, id: string, on: LocalDate): Promise<Result<RegistrationOnDay, RegistrationRefusal>> {
    return this.read(actor, id, async (tx) => {
      const steps = await this.revisions.steps(tx, id);
      const revisions = await this.revisions.ofRegistration(tx, id);
      return {
        on,
        state: steps.filter((step) => beijingDate(step.at) <= on).at(-1)?.toState ?? null,
        revision: revisions.filter((revision) => revision.effectiveOn <= on).at(-1) ?? null,
      };
    });
  }

  private read<T>(
    actor: PersonActor,
    id: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<Result<T, RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.registrations.find(tx, id);
      if (!found || !maySee(actor, found)) return refuse('contractRegistration.notFound');
      return ok(await work(tx));
    });
  }
}
