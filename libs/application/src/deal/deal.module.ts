import { Module } from '@nestjs/common';
import { IntroductionModule } from '../introduction/introduction.module.js';
import { ListingModule } from '../listing/listing.module.js';
import { DealLog } from './deal.log.js';
import { DealRepository } from './deal.repository.js';
import { DealService } from './deal.service.js';

@Module({
  imports: [IntroductionModule, ListingModule],
  providers: [DealLog, DealRepository, DealService],
  exports: [DealLog, DealService],
})
export class DealModule {}
