import { Module } from '@nestjs/common';
import { MandateModule } from '../mandate/mandate.module.js';
import { CommissionRepository } from './commission.repository.js';
import { CommissionService } from './commission.service.js';

@Module({
  imports: [MandateModule],
  providers: [CommissionRepository, CommissionService],
  exports: [CommissionService],
})
export class CommissionModule {}
