import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { AnnualFeeService } from '#application/right/annual-fee.service.js';
import { OpenLicenceService } from '#application/right/open-licence.service.js';
import { OverlayService } from '#application/right/overlay.service.js';
import { RightService } from '#application/right/right.service.js';
import { Handles } from '../queues/handles.decorator.js';

@Injectable()
export class RightHandlers {
  constructor(
    private readonly rights: RightService,
    private readonly overlays: OverlayService,
    private readonly openLicences: OpenLicenceService,
    private readonly fees: AnnualFeeService,
  ) {}

  @Handles('right.endDue')
  async endDue(actor: SystemActor): Promise<void> {
    await this.rights.expireDue(actor);
    await this.overlays.endDue(actor);
    await this.openLicences.endDue(actor);
  }

  @Handles('right.remind')
  async remind(actor: SystemActor): Promise<void> {
    await this.fees.remindDue(actor);
  }
}
