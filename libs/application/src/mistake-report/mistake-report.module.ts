import { Module } from '@nestjs/common';
import { MistakeReportRepository } from './mistake-report.repository.js';
import { MistakeReportService } from './mistake-report.service.js';

@Module({
  providers: [MistakeReportRepository, MistakeReportService],
  exports: [MistakeReportService],
})
export class MistakeReportModule {}
