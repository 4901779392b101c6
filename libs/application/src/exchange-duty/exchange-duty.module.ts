import { Module } from '@nestjs/common';
import { ExchangeDutyRepository } from './exchange-duty.repository.js';
import { ExchangeDutyService } from './exchange-duty.service.js';

@Module({ providers: [ExchangeDutyRepository, ExchangeDutyService], exports: [ExchangeDutyService] })
export class ExchangeDutyModule {}
