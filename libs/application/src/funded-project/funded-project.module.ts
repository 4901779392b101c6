import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { FundedProjectRepository } from './funded-project.repository.js';
import { FundedProjectService } from './funded-project.service.js';
import { TransferReportService } from './transfer-report.service.js';

@Module({
  imports: [AttachmentModule],
  providers: [FundedProjectRepository, FundedProjectService, TransferReportService],
  exports: [FundedProjectService, TransferReportService],
})
export class FundedProjectModule {}
