import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { MandateRepository } from './mandate.repository.js';
import { MandateService } from './mandate.service.js';

@Module({
  imports: [DemandModule, AchievementModule, IdentityModule, MatchingModule],
  providers: [MandateRepository, MandateService],
  exports: [MandateService],
})
export class MandateModule {}
