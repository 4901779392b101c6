import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { ImportRunner } from '#application/import/import.runner.js';
import type { JobPayload } from '#platform/outbox/job-definition.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class ImportHandlers {
  constructor(private readonly runner: ImportRunner) {}

  @Handles('import.run')
  async run(actor: SystemActor, { importId }: JobPayload): Promise<void> {
    await this.runner.run(actor, importId ?? '');
  }
}
