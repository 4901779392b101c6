import { Module } from '@nestjs/common';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { EditionRepository } from './edition.repository.js';
import { EditionService } from './edition.service.js';
import { RegisterBook } from './register.book.js';
import { StatisticsRepository } from './statistics.repository.js';
import { StatisticsService } from './statistics.service.js';

@Module({
  imports: [ContractRegistrationModule],
  providers: [StatisticsRepository, StatisticsService, RegisterBook, EditionRepository, EditionService],
  exports: [StatisticsService, RegisterBook, EditionService],
})
export class StatisticsModule {}
