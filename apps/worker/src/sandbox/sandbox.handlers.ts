import { Injectable } from '@nestjs/common';
import { SandboxService } from '#application/sandbox/sandbox.service.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class SandboxHandlers {
  constructor(private readonly sandboxes: SandboxService) {}

  @Handles('sandbox.clear')
  async clear(actor: SystemActor): Promise<void> {
    await this.sandboxes.clearExpired(actor);
  }
}
