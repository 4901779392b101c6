import { Module } from '@nestjs/common';
import { AchievementRepository } from './achievement.repository.js';
import { AchievementService } from './achievement.service.js';

@Module({ providers: [AchievementRepository, AchievementService], exports: [AchievementService] })
export class AchievementModule {}
