import { Module } from '@nestjs/common';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { InspectionFindingService } from './inspection-finding.service.js';
import { InspectionPlanService } from './inspection-plan.service.js';
import { InspectionRegistrationService } from './inspection-registration.service.js';
import { InspectionRepository } from './inspection.repository.js';

@Module({
  imports: [StatisticsModule],
  providers: [InspectionRepository, InspectionPlanService, InspectionFindingService, InspectionRegistrationService],
  exports: [InspectionPlanService, InspectionFindingService, InspectionRegistrationService],
})
export class InspectionModule {}
