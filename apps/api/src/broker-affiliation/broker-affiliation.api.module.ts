import { Module } from '@nestjs/common';
import { BrokerAffiliationModule } from '#application/broker-affiliation/broker-affiliation.module.js';
import { BrokerAffiliationController } from './broker-affiliation.controller.js';

@Module({ imports: [BrokerAffiliationModule], controllers: [BrokerAffiliationController] })
export class BrokerAffiliationApiModule {}
