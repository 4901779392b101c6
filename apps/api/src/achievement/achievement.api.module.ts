import { Module } from '@nestjs/common';
import { AchievementModule } from '#application/achievement/achievement.module.js';
import { DescriptionModule } from '#application/matching/description.module.js';
import { AchievementController } from './achievement.controller.js';

@Module({ imports: [AchievementModule, DescriptionModule], controllers: [AchievementController] })
export class AchievementApiModule {}
