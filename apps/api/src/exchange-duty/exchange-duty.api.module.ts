import { Module } from '@nestjs/common';
import { ExchangeDutyModule } from '#application/exchange-duty/exchange-duty.module.js';
import { ExchangeDutyController } from './exchange-duty.controller.js';

@Module({ imports: [ExchangeDutyModule], controllers: [ExchangeDutyController] })
export class ExchangeDutyApiModule {}
