import { Module } from '@nestjs/common';
import { TransferProcedureModule } from '#application/transfer-procedure/transfer-procedure.module.js';
import { ProcedureStageController } from './procedure-stage.controller.js';
import { TransferProcedureController } from './transfer-procedure.controller.js';

@Module({
  imports: [TransferProcedureModule],
  controllers: [TransferProcedureController, ProcedureStageController],
})
export class TransferProcedureApiModule {}
