import { Module } from '@nestjs/common';
import { MistakeReportModule } from '../mistake-report/mistake-report.module.js';
import { FreshnessService } from './freshness.service.js';

@Module({ imports: [MistakeReportModule], providers: [FreshnessService], exports: [FreshnessService] })
export class FreshnessModule {}
