import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { qualifiedOn, type EvaluatorQualification } from '#domain/evaluation/evaluation.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { OrganizationService } from '../identity/organization.service.js';
import { EvaluationRepository } from './evaluation.repository.js';

export type QualificationRefusal = Refusal<
  | 'evaluatorQualification.notFound'
  | 'evaluatorQualification.organizationUnknown'
  | 'evaluatorQualification.recordedAlready'
  | 'evaluatorQualification.revokedAlready'
  | 'evaluatorQualification.endBeforeStart'
>;

/** Who may evaluate: recorded by the bureau with certificate and term, public, revoked with a reason. */
@Injectable()
export class EvaluatorQualificationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: EvaluationRepository,
    private readonly organizations: OrganizationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async record(
    actor: PersonActor,
    given: Omit<EvaluatorQualification, 'id' | 'revokedOn'>,
  ): Promise<Result<EvaluatorQualification, QualificationRefusal>> {
    if (given.validUntil < given.validFrom) {
      return refuse('evaluatorQualification.endBeforeStart', { from: given.validFrom }, '/validUntil');
    }
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EvaluatorQualification, QualificationRefusal>> => {
      if (!(await this.organizations.isVerified(tx, given.organizationId))) {
        return refuse('evaluatorQualification.organizationUnknown', {}, '/organizationId');
      }
      const qualification: EvaluatorQualification = { ...given, id: uuid(), revokedOn: null };
      if (!(await this.evaluations.insertQualification(tx, qualification, actor.personId, this.clock.now()))) {
        return refuse('evaluatorQualification.recordedAlready', {}, '/certificateNumber');
      }
      await this.write(tx, 'record', qualification);
      return ok(qualification);
    });
  }

  async revoke(
    actor: PersonActor,
    id: string,
    reason: string,
  ): Promise<Result<EvaluatorQualification, QualificationRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EvaluatorQualification, QualificationRefusal>> => {
      const found = await this.evaluations.qualificationForUpdate(tx, id);
      if (!found) return refuse('evaluatorQualification.notFound');
      if (found.revokedOn !== null) return refuse('evaluatorQualification.revokedAlready', { on: found.revokedOn });
      const revoked = { ...found, revokedOn: beijingDate(this.clock.now()) };
      await this.evaluations.revokeQualification(tx, id, revoked.revokedOn, reason);
      await this.write(tx, 'revoke', revoked, reason);
      return ok(revoked);
    });
  }

  async list(after: string | null, limit: number): Promise<EvaluatorQualification[]> {
    return this.evaluations.qualifications(after, limit);
  }

  async isQualified(tx: Tx, organizationId: string, day: LocalDate): Promise<boolean> {
    const found = await this.evaluations.qualificationsOf(tx, organizationId);
    return found.some((qualification) => qualifiedOn(qualification, day));
  }

  private async write(tx: Tx, event: string, after: EvaluatorQualification, reason?: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'evaluatorQualification',
      subjectId: after.id,
      event,
      from: null,
      to: null,
      ...(reason !== undefined && { reason }),
      parties: [after.organizationId],
      after,
    });
  }
}
