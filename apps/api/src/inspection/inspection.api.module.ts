import { Module } from '@nestjs/common';
import { InspectionModule } from '#application/inspection/inspection.module.js';
import { InspectionFindingController } from './inspection-finding.controller.js';
import { InspectionRegistrationController } from './inspection-registration.controller.js';
import { InspectionPlanController } from './inspection-plan.controller.js';

@Module({
  imports: [InspectionModule],
  controllers: [InspectionPlanController, InspectionFindingController, InspectionRegistrationController],
})
export class InspectionApiModule {}
