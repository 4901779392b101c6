import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/certificate.module.js';
import { FinanceRepository } from './finance.repository.js';
import { FinanceService } from './finance.service.js';

@Module({ imports: [CertificateModule], providers: [FinanceRepository, FinanceService], exports: [FinanceService] })
export class FinanceModule {}
