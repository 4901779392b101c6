import { Module } from '@nestjs/common';
import { CertificateModule } from '#application/certificate/certificate.module.js';
import { CertificatePageController } from './certificate-page.controller.js';
import { CertificateController } from './certificate.controller.js';

@Module({ imports: [CertificateModule], controllers: [CertificateController, CertificatePageController] })
export class CertificateApiModule {}
