import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { DealModule } from '../deal/deal.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ListingModule } from '../listing/listing.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { AuctionProofService } from './auction-proof.service.js';
import { AuctionRecorder } from './auction-recorder.js';
import { AuctionRepository } from './auction.repository.js';
import { AuctionService } from './auction.service.js';
import { BidderRepository } from './bidder.repository.js';
import { BidderService } from './bidder.service.js';
import { BiddingService } from './bidding.service.js';
import { ComparableRepository } from './comparable.repository.js';
import { DepositService } from './deposit.service.js';

@Module({
  imports: [AchievementModule, CertificateModule, DealModule, IdentityModule, ListingModule, RelationModule],
  providers: [
    AuctionRepository,
    BidderRepository,
    ComparableRepository,
    AuctionRecorder,
    AuctionService,
    BidderService,
    BiddingService,
    DepositService,
    AuctionProofService,
  ],
  exports: [AuctionService, BidderService, BiddingService, DepositService, AuctionProofService],
})
export class AuctionModule {}
