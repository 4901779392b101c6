import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { PublicNoticeService } from '#application/public-notice/public-notice.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class PublicNoticeHandlers {
  constructor(private readonly service: PublicNoticeService) {}

  @Handles('publicNotice.endDue')
  async endDue(actor: SystemActor): Promise<void> {
    await this.service.endDue(actor);
  }
}
