import { Injectable } from '@nestjs/common';
import { auditSeal } from '#application/audit/audit.jobs.js';
import { AuditService } from '#application/audit/audit.service.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class AuditHandlers {
  constructor(private readonly audit: AuditService) {}

  @Handles(auditSeal)
  async seal(actor: SystemActor): Promise<void> {
    await this.audit.seal(actor);
  }
}
