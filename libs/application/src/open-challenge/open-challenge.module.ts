import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { DealModule } from '../deal/deal.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { ChallengeAwardService } from './challenge-award.service.js';
import { ChallengeJudgingService } from './challenge-judging.service.js';
import { OpenChallengeBidRepository } from './open-challenge-bid.repository.js';
import { OpenChallengeBidService } from './open-challenge-bid.service.js';
import { OpenChallengeCase } from './open-challenge.case.js';
import { OpenChallengeRepository } from './open-challenge.repository.js';
import { OpenChallengeService } from './open-challenge.service.js';

@Module({
  imports: [AttachmentModule, DealModule, DemandModule, IdentityModule, PublicNoticeModule, RelationModule],
  providers: [
    OpenChallengeRepository,
    OpenChallengeBidRepository,
    OpenChallengeCase,
    OpenChallengeService,
    OpenChallengeBidService,
    ChallengeJudgingService,
    ChallengeAwardService,
  ],
  exports: [OpenChallengeService, OpenChallengeBidService, ChallengeJudgingService, ChallengeAwardService],
})
export class OpenChallengeModule {}
