import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/certificate.module.js';
import { ContractModule } from '../contract/contract.module.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { ContractRegistrationService } from './contract-registration.service.js';

@Module({
  imports: [ContractModule, CertificateModule],
  providers: [ContractRegistrationRepository, ContractRegistrationService],
  exports: [ContractRegistrationService],
})
export class ContractRegistrationModule {}
