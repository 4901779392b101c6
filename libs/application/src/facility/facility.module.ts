import { Module } from '@nestjs/common';
import { BookingService } from './booking.service.js';
import { FacilityRepository } from './facility.repository.js';
import { FacilityService } from './facility.service.js';

@Module({
  providers: [FacilityRepository, FacilityService, BookingService],
  exports: [FacilityService, BookingService],
})
export class FacilityModule {}
