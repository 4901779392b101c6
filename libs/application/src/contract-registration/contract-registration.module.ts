import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { ContractModule } from '../contract/contract.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { ContractRegistrationService } from './contract-registration.service.js';
import { ExpertPanelService } from './expert-panel.service.js';
import { ReexaminationService } from './reexamination.service.js';
import { RegistrationChangeService } from './registration-change.service.js';
import { RegistrationDesk } from './registration-desk.js';
import { RegistrationHistoryService } from './registration-history.service.js';
import { RegistrationOfficeRepository } from './registration-office.repository.js';
import { RegistrationOfficeService } from './registration-office.service.js';
import { RegistrationPrecheck } from './registration-precheck.js';
import { RegistrationProcedureRepository } from './registration-procedure.repository.js';
import { RegistrationProgressService } from './registration-progress.service.js';
import { RegistrationRevisionRepository } from './registration-revision.repository.js';

const services = [
  ContractRegistrationService,
  RegistrationPrecheck,
  RegistrationHistoryService,
  RegistrationChangeService,
  ReexaminationService,
  ExpertPanelService,
  RegistrationOfficeService,
  RegistrationProgressService,
];

@Module({
  imports: [ContractModule, CertificateModule, CatalogueModule, RelationModule],
  providers: [
    ContractRegistrationRepository,
    RegistrationRevisionRepository,
    RegistrationProcedureRepository,
    RegistrationOfficeRepository,
    RegistrationDesk,
    ...services,
  ],
  exports: services,
})
export class ContractRegistrationModule {}
