import { Module } from '@nestjs/common';
import { MistakeReportModule } from '#application/mistake-report/mistake-report.module.js';
import { MistakeReportController } from './mistake-report.controller.js';

@Module({ imports: [MistakeReportModule], controllers: [MistakeReportController] })
export class MistakeReportApiModule {}
