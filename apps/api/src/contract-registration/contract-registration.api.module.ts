import { Module } from '@nestjs/common';
import { ContractRegistrationModule } from '#application/contract-registration/contract-registration.module.js';
import { ContractRegistrationController } from './contract-registration.controller.js';
import { ExpertPanelController } from './expert-panel.controller.js';
import { PrecheckController } from './precheck.controller.js';
import { ReexaminationController } from './reexamination.controller.js';
import { RegistrationChangeController } from './registration-change.controller.js';
import { RegistrationHistoryController } from './registration-history.controller.js';
import { RegistrationOfficeController } from './registration-office.controller.js';
import { RegistrationProgressController } from './registration-progress.controller.js';

@Module({
  imports: [ContractRegistrationModule],
  controllers: [
    ContractRegistrationController,
    PrecheckController,
    RegistrationHistoryController,
    RegistrationChangeController,
    ReexaminationController,
    ExpertPanelController,
    RegistrationOfficeController,
    RegistrationProgressController,
  ],
})
export class ContractRegistrationApiModule {}
