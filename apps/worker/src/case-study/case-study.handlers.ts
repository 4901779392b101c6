import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { CaseStudyService } from '#application/case-study/case-study.service.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class CaseStudyHandlers {
  constructor(private readonly cases: CaseStudyService) {}

  @Handles('caseStudy.recheck')
  async recheck(actor: SystemActor, { registrationId = '' }: JobPayload): Promise<void> {
    await this.cases.registrationCancelled(actor, registrationId);
  }
}
