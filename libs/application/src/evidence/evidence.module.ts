import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { BundleWriter } from './bundle.writer.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';

@Module({
  imports: [AttachmentModule, AuditModule, CertificateModule, ContractRegistrationModule],
  providers: [BundleWriter, EvidenceRepository, EvidenceService],
  exports: [BundleWriter, EvidenceService],
})
export class EvidenceModule {}
