import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { DescriptionModule } from '../matching/description.module.js';
import { AchievementRepository } from './achievement.repository.js';
import { AchievementService } from './achievement.service.js';

@Module({
  imports: [DescriptionModule, IdentityModule],
  providers: [AchievementRepository, AchievementService],
  exports: [AchievementService],
})
export class AchievementModule {}
