import { Module } from '@nestjs/common';
import { ListingModule } from '../listing/listing.module.js';
import { ListingQualityService } from './listing-quality.service.js';
import { ListingStatementModule } from './listing-statement.module.js';

@Module({
  imports: [ListingModule, ListingStatementModule],
  providers: [ListingQualityService],
  exports: [ListingQualityService],
})
export class ListingQualityModule {}
