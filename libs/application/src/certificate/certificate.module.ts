import { Module } from '@nestjs/common';
import { CertificateRepository } from './certificate.repository.js';
import { CertificateService } from './certificate.service.js';
import { CertificateSigner } from './certificate.signer.js';

@Module({
  providers: [CertificateRepository, CertificateSigner, CertificateService],
  exports: [CertificateService, CertificateSigner],
})
export class CertificateModule {}
