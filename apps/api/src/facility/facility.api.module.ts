import { Module } from '@nestjs/common';
import { FacilityModule } from '#application/facility/facility.module.js';
import { BookingController } from './booking.controller.js';
import { FacilityController } from './facility.controller.js';

@Module({ imports: [FacilityModule], controllers: [FacilityController, BookingController] })
export class FacilityApiModule {}
