import { Module } from '@nestjs/common';
import { AchievementRegistrationModule } from '#application/achievement-registration/achievement-registration.module.js';
import { AchievementRegistrationController } from './achievement-registration.controller.js';

@Module({ imports: [AchievementRegistrationModule], controllers: [AchievementRegistrationController] })
export class AchievementRegistrationApiModule {}
