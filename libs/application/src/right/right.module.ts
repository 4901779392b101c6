import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { AnnualFeeService } from './annual-fee.service.js';
import { ConsentService } from './consent.service.js';
import { FilingService } from './filing.service.js';
import { OpenLicenceUptakeService } from './open-licence-uptake.service.js';
import { OpenLicenceService } from './open-licence.service.js';
import { OverlayService } from './overlay.service.js';
import { PledgeService } from './pledge.service.js';
import { RightChanges } from './right-changes.js';
import { RightGuard } from './right-guard.service.js';
import { RightRepository } from './right.repository.js';
import { RightService } from './right.service.js';

@Module({
  imports: [AchievementModule],
  providers: [
    RightRepository,
    RightGuard,
    RightChanges,
    RightService,
    OverlayService,
    ConsentService,
    PledgeService,
    FilingService,
    AnnualFeeService,
    OpenLicenceService,
    OpenLicenceUptakeService,
  ],
  exports: [
    RightRepository,
    RightGuard,
    RightChanges,
    RightService,
    OverlayService,
    ConsentService,
    PledgeService,
    FilingService,
    AnnualFeeService,
    OpenLicenceService,
    OpenLicenceUptakeService,
  ],
})
export class RightModule {}
