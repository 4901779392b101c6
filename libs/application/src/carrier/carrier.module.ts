import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { CarrierCountService } from './carrier-count.service.js';
import { CarrierRepository } from './carrier.repository.js';
import { CarrierReviewService } from './carrier-review.service.js';
import { CarrierService } from './carrier.service.js';

@Module({
  imports: [CatalogueModule, PublicNoticeModule, RelationModule],
  providers: [CarrierRepository, CarrierService, CarrierReviewService, CarrierCountService],
  exports: [CarrierService, CarrierReviewService, CarrierCountService],
})
export class CarrierModule {}
