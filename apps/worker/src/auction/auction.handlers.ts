import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { BiddingService } from '#application/auction/bidding.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class AuctionHandlers {
  constructor(private readonly service: BiddingService) {}

  @Handles('auction.advanceDue')
  async advanceDue(actor: SystemActor): Promise<void> {
    await this.service.advanceDue(actor);
  }
}
