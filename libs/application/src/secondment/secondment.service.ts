import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  daysKept,
  keptUntil,
  secondmentStanding,
  secondmentTransitions,
  type Secondment,
  type SecondmentStanding,
} from '#domain/secondment/secondment.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { SecondmentRepository } from './secondment.repository.js';

export type SecondmentRefusal = Refusal<
  | 'secondment.notFound'
  | 'secondment.notAMember'
  | 'secondment.unknownHost'
  | 'secondment.ownUnit'
  | 'secondment.secondedAlready'
  | 'secondment.returnBeforeStart'
  | 'state.notAllowed'
>;

export interface StandingSecondment extends Secondment {
  readonly standing: SecondmentStanding;
  readonly daysLeft: number;
}

/** 人才互派 (M8): who was sent where, and until when their own unit keeps post, rank and pay. */
@Injectable()
export class SecondmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secondments: SecondmentRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The home unit records one of its own people. */
  async second(
    actor: PersonActor,
    given: Pick<Secondment, 'personId' | 'hostOrganizationId' | 'post' | 'startsOn'>,
  ): Promise<Result<StandingSecondment, SecondmentRefusal>> {
    if (given.hostOrganizationId === actor.organizationId) {
      return refuse('secondment.ownUnit', {}, '/hostOrganizationId');
    }
    return this.unitOfWork.run(actor, async (tx): Promise<Result<StandingSecondment, SecondmentRefusal>> => {
      const known = await this.unitOfWork.asSystem(tx, 'secondment', async (system) => ({
        member: await this.secondments.isMember(system, given.personId, actor.organizationId),
        host: await this.secondments.organizationExists(system, given.hostOrganizationId),
      }));
      if (!known.member) return refuse('secondment.notAMember', {}, '/personId');
      if (!known.host) return refuse('secondment.unknownHost', {}, '/hostOrganizationId');
      const secondment: Secondment = {
        ...given,
        id: uuid(),
        homeOrganizationId: actor.organizationId,
        keptUntil: keptUntil(given.startsOn),
        state: 'seconded',
        returnedOn: null,
        version: 1,
      };
      if (!(await this.secondments.insert(tx, secondment, actor.personId, this.clock.now()))) {
        return refuse('secondment.secondedAlready', {}, '/personId');
      }
      await this.record(tx, 'second', null, secondment);
      return ok(this.standing(secondment));
    });
  }

  async return(
    actor: PersonActor,
    id: string,
    returnedOn: LocalDate,
  ): Promise<Result<StandingSecondment, SecondmentRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<StandingSecondment, SecondmentRefusal>> => {
      const found = await this.secondments.forUpdate(tx, id);
      if (!found || !actsFor(actor, found.homeOrganizationId)) return refuse('secondment.notFound');
      const next = transition(secondmentTransitions, found.state, 'return');
      if (!next.ok) return next;
      if (returnedOn < found.startsOn) {
        return refuse('secondment.returnBeforeStart', { from: found.startsOn }, '/returnedOn');
      }
      const returned = { ...found, state: next.value, returnedOn };
      await this.secondments.return(tx, returned, this.clock.now());
      await this.record(tx, 'return', found, returned);
      return ok(this.standing({ ...returned, version: found.version + 1 }));
    });
  }

  /** Of the own unit as home or host, one's own, or all for the bureau: row-level security decides. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<StandingSecondment[]> {
    const found = await this.unitOfWork.run(actor, (tx) => this.secondments.list(tx, after, limit));
    return found.map((secondment) => this.standing(secondment));
  }

  private standing(secondment: Secondment): StandingSecondment {
    const today = beijingDate(this.clock.now());
    return {
      ...secondment,
      standing: secondmentStanding(secondment, today),
      daysLeft: secondment.state === 'returned' ? 0 : daysKept(secondment, today),
    };
  }

  private record(tx: Tx, event: string, before: Secondment | null, after: Secondment): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'secondment',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      parties: [after.homeOrganizationId, after.hostOrganizationId],
      before,
      after,
    });
  }
}
