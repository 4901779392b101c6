import { Module } from '@nestjs/common';
import { RelationModule } from '#application/relation/relation.module.js';
import { RewardReviewModule } from '#application/reward-review/reward-review.module.js';
import { RelationController } from '../relation/relation.controller.js';
import { RewardApplicationController } from './reward-application.controller.js';
import { RewardReviewController } from './reward-review.controller.js';

@Module({
  imports: [RelationModule, RewardReviewModule],
  controllers: [RelationController, RewardReviewController, RewardApplicationController],
})
export class RewardReviewApiModule {}
