import { Module } from '@nestjs/common';
import { DealModule } from '#application/deal/deal.module.js';
import { DealController } from './deal.controller.js';

@Module({ imports: [DealModule], controllers: [DealController] })
export class DealApiModule {}
