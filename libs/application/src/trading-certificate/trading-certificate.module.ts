import { Module } from '@nestjs/common';
import { AuctionModule } from '../auction/auction.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { ContractModule } from '../contract/contract.module.js';
import { DealModule } from '../deal/deal.module.js';
import { ListingModule } from '../listing/listing.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { TradingCertificateRepository } from './trading-certificate.repository.js';
import { TradingCertificateService } from './trading-certificate.service.js';

@Module({
  imports: [
    AuctionModule,
    CertificateModule,
    ContractModule,
    DealModule,
    ListingModule,
    PublicNoticeModule,
    RelationModule,
  ],
  providers: [TradingCertificateRepository, TradingCertificateService],
  exports: [TradingCertificateService],
})
export class TradingCertificateModule {}
