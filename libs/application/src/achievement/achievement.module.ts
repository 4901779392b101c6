import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AchievementRepository } from './achievement.repository.js';
import { AchievementService } from './achievement.service.js';

@Module({
  imports: [IdentityModule],
  providers: [AchievementRepository, AchievementService],
  exports: [AchievementService],
})
export class AchievementModule {}
