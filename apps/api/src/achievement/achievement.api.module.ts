import { Module } from '@nestjs/common';
import { AchievementModule } from '#application/achievement/achievement.module.js';
import { AchievementController } from './achievement.controller.js';

@Module({ imports: [AchievementModule], controllers: [AchievementController] })
export class AchievementApiModule {}
