import { Module } from '@nestjs/common';
import { ListingModule } from '#application/listing/listing.module.js';
import { RightEvidenceModule } from '#application/right/right-evidence.module.js';
import { RightModule } from '#application/right/right.module.js';
import { RightConsentController } from './consent.controller.js';
import { OpenLicenceController } from './open-licence.controller.js';
import { RightOverlayController } from './overlay.controller.js';
import { RightTermController } from './right-term.controller.js';
import { RightController } from './right.controller.js';

@Module({
  imports: [RightModule, RightEvidenceModule, ListingModule],
  controllers: [
    RightController,
    RightOverlayController,
    RightConsentController,
    OpenLicenceController,
    RightTermController,
  ],
})
export class RightApiModule {}
