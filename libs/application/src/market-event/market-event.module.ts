import { Module } from '@nestjs/common';
import { MarketEventReader } from './market-event.reader.js';
import { MarketEventRepository } from './market-event.repository.js';
import { MarketEventService } from './market-event.service.js';

@Module({
  providers: [MarketEventRepository, MarketEventReader, MarketEventService],
  exports: [MarketEventReader, MarketEventService],
})
export class MarketEventModule {}
