import { Injectable, Logger } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class LedgerHandlers {
  private readonly logger = new Logger('ledger');

  constructor(private readonly ledger: LedgerService) {}

  @Handles('ledger.prove')
  async prove(actor: SystemActor): Promise<void> {
    const { problems } = await this.ledger.prove(actor);
    if (problems.length > 0) this.logger.error({ message: 'the ledger does not agree', problems });
  }
}
