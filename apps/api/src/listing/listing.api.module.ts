import { Module } from '@nestjs/common';
import { ListingModule } from '#application/listing/listing.module.js';
import { ListingController } from './listing.controller.js';

@Module({ imports: [ListingModule], controllers: [ListingController] })
export class ListingApiModule {}
