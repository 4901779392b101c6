import { Module } from '@nestjs/common';
import { FundedProjectModule } from '#application/funded-project/funded-project.module.js';
import { FundedProjectController } from './funded-project.controller.js';
import { TransferReportController } from './transfer-report.controller.js';

@Module({ imports: [FundedProjectModule], controllers: [FundedProjectController, TransferReportController] })
export class FundedProjectApiModule {}
