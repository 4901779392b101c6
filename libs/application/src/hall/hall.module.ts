import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { HallRepository } from './hall.repository.js';
import { HallService } from './hall.service.js';

/** The hall (展示大厅). */
@Module({
  imports: [CatalogueModule, StatisticsModule],
  providers: [HallRepository, HallService],
  exports: [HallService],
})
export class HallModule {}
