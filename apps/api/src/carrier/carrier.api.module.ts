import { Module } from '@nestjs/common';
import { CarrierModule } from '#application/carrier/carrier.module.js';
import { CarrierController } from './carrier.controller.js';
import { CarrierReviewController } from './carrier-review.controller.js';

@Module({ imports: [CarrierModule], controllers: [CarrierController, CarrierReviewController] })
export class CarrierApiModule {}
