import { Module } from '@nestjs/common';
import { BrokerAffiliationRepository } from './broker-affiliation.repository.js';
import { BrokerAffiliationService } from './broker-affiliation.service.js';

@Module({ providers: [BrokerAffiliationRepository, BrokerAffiliationService], exports: [BrokerAffiliationService] })
export class BrokerAffiliationModule {}
