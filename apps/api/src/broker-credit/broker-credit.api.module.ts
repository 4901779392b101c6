import { Module } from '@nestjs/common';
import { BrokerCreditModule } from '#application/broker-credit/broker-credit.module.js';
import { BrokerCreditController } from './broker-credit.controller.js';

@Module({ imports: [BrokerCreditModule], controllers: [BrokerCreditController] })
export class BrokerCreditApiModule {}
