import { Module } from '@nestjs/common';
import { DescriptionModule } from '#application/matching/description.module.js';
import { MatchingModule } from '#application/matching/matching.module.js';
import { DescriptionController } from './description.controller.js';
import { MatchEngineController } from './match-engine.controller.js';
import { MatchFeedbackController } from './match-feedback.controller.js';
import { MatchHelperController } from './match-helper.controller.js';
import { MatchingController } from './matching.controller.js';

@Module({
  imports: [MatchingModule, DescriptionModule],
  controllers: [
    MatchingController,
    MatchEngineController,
    MatchHelperController,
    MatchFeedbackController,
    DescriptionController,
  ],
})
export class MatchingApiModule {}
