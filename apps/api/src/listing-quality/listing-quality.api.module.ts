import { Module } from '@nestjs/common';
import { ListingQualityModule } from '#application/listing-quality/listing-quality.module.js';
import { ListingQualityController } from './listing-quality.controller.js';

@Module({ imports: [ListingQualityModule], controllers: [ListingQualityController] })
export class ListingQualityApiModule {}
