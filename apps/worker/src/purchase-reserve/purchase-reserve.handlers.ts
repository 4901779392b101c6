import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { PurchaseReserveService } from '#application/purchase-reserve/purchase-reserve.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class PurchaseReserveHandlers {
  constructor(private readonly reserves: PurchaseReserveService) {}

  @Handles('purchaseReserve.lapse')
  async lapse(actor: SystemActor): Promise<void> {
    await this.reserves.lapseDue(actor);
  }
}
