import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { AchievementRegistrationModule } from '../achievement-registration/achievement-registration.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { ExportService } from './export.service.js';
import { ImportRepository } from './import.repository.js';
import { ImportRunner } from './import.runner.js';
import { ImportService } from './import.service.js';

@Module({
  imports: [
    AchievementModule,
    AchievementRegistrationModule,
    DemandModule,
    CatalogueModule,
    IdentityModule,
    StatisticsModule,
  ],
  providers: [ImportRepository, ImportService, ImportRunner, ExportService],
  exports: [ImportService, ImportRunner, ExportService],
})
export class ImportModule {}
