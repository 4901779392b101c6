import { Module } from '@nestjs/common';
import { OpenChallengeModule } from '#application/open-challenge/open-challenge.module.js';
import { ChallengeBidController } from './challenge-bid.controller.js';
import { ChallengeJudgingController } from './challenge-judging.controller.js';
import { OpenChallengeController } from './open-challenge.controller.js';

@Module({
  imports: [OpenChallengeModule],
  controllers: [OpenChallengeController, ChallengeBidController, ChallengeJudgingController],
})
export class OpenChallengeApiModule {}
