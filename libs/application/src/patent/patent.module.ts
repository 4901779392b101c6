import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { RightModule } from '../right/right.module.js';
import { PatentRepository } from './patent.repository.js';
import { PatentService } from './patent.service.js';

@Module({
  imports: [AchievementModule, RightModule],
  providers: [PatentRepository, PatentService],
  exports: [PatentService],
})
export class PatentModule {}
