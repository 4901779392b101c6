import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { ShareAgreementModule } from '../share-agreement/share-agreement.module.js';
import { ProcedureBook } from './procedure.book.js';
import { ProcedureStageService } from './procedure-stage.service.js';
import { TransferProcedureRepository } from './transfer-procedure.repository.js';
import { TransferProcedureService } from './transfer-procedure.service.js';
import { TransferRuleService } from './transfer-rule.service.js';

@Module({
  imports: [AchievementModule, AttachmentModule, PublicNoticeModule, RelationModule, ShareAgreementModule],
  providers: [
    TransferProcedureRepository,
    ProcedureBook,
    TransferRuleService,
    TransferProcedureService,
    ProcedureStageService,
  ],
  exports: [TransferRuleService, TransferProcedureService, ProcedureStageService],
})
export class TransferProcedureModule {}
