import { Module } from '@nestjs/common';
import { RelationModule } from '../relation/relation.module.js';
import { BrokerCreditRepository } from './broker-credit.repository.js';
import { BrokerCreditService } from './broker-credit.service.js';

@Module({
  imports: [RelationModule],
  providers: [BrokerCreditRepository, BrokerCreditService],
  exports: [BrokerCreditService],
})
export class BrokerCreditModule {}
