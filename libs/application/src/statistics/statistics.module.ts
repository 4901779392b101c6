import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { EditionRepository } from './edition.repository.js';
import { EditionService } from './edition.service.js';
import { IndicatorValueService } from './indicator-value.service.js';
import { RegisterBook } from './entry.book.js';
import { StatisticsRepository } from './statistics.repository.js';
import { StatisticsService } from './statistics.service.js';

@Module({
  imports: [ContractRegistrationModule, CatalogueModule],
  providers: [
    StatisticsRepository,
    StatisticsService,
    RegisterBook,
    EditionRepository,
    EditionService,
    IndicatorValueService,
  ],
  exports: [StatisticsService, RegisterBook, EditionService, IndicatorValueService],
})
export class StatisticsModule {}
