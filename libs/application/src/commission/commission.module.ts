import { Module } from '@nestjs/common';
import { BrokerCreditModule } from '../broker-credit/broker-credit.module.js';
import { MandateModule } from '../mandate/mandate.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { CommissionRepository } from './commission.repository.js';
import { CommissionService } from './commission.service.js';

@Module({
  imports: [MandateModule, BrokerCreditModule, RelationModule],
  providers: [CommissionRepository, CommissionService],
  exports: [CommissionService],
})
export class CommissionModule {}
