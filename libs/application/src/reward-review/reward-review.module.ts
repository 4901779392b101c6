import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { RewardApplicationService } from './reward-application.service.js';
import { RewardAwardService } from './reward-award.service.js';
import { RewardReviewCase } from './reward-review.case.js';
import { RewardReviewFacts } from './reward-review.facts.js';
import { RewardReviewRepository } from './reward-review.repository.js';
import { RewardReviewService } from './reward-review.service.js';

@Module({
  imports: [
    AttachmentModule,
    ContractRegistrationModule,
    LedgerModule,
    PublicNoticeModule,
    RelationModule,
    RewardModule,
  ],
  providers: [
    RewardReviewRepository,
    RewardReviewCase,
    RewardReviewFacts,
    RewardApplicationService,
    RewardReviewService,
    RewardAwardService,
  ],
  exports: [RewardApplicationService, RewardReviewService, RewardAwardService],
})
export class RewardReviewModule {}
