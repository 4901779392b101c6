import { Module } from '@nestjs/common';
import { CertificateModule } from '#application/certificate/certificate.module.js';
import { CertificateController } from './certificate.controller.js';

@Module({ imports: [CertificateModule], controllers: [CertificateController] })
export class CertificateApiModule {}
