import { Module } from '@nestjs/common';
import { MarketEventModule } from '#application/market-event/market-event.module.js';
import { MarketEventController } from './market-event.controller.js';

@Module({ imports: [MarketEventModule], controllers: [MarketEventController] })
export class MarketEventApiModule {}
