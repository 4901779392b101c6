import { Module } from '@nestjs/common';
import { CatalogueModule } from '#application/catalogue/catalogue.module.js';
import { StatisticsModule } from '#application/statistics/statistics.module.js';
import { StatisticsEditionController } from './edition.controller.js';
import { IndicatorValueController } from './indicator-value.controller.js';
import { StatisticsController } from './statistics.controller.js';

@Module({
  imports: [StatisticsModule, CatalogueModule],
  controllers: [StatisticsController, StatisticsEditionController, IndicatorValueController],
})
export class StatisticsApiModule {}
