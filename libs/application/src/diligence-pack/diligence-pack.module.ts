import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { ShareAgreementModule } from '../share-agreement/share-agreement.module.js';
import { TransferProcedureModule } from '../transfer-procedure/transfer-procedure.module.js';
import { DiligencePackRepository } from './diligence-pack.repository.js';
import { DiligencePackService } from './diligence-pack.service.js';

@Module({
  imports: [AttachmentModule, AuditModule, EvidenceModule, ShareAgreementModule, TransferProcedureModule],
  providers: [DiligencePackRepository, DiligencePackService],
  exports: [DiligencePackService],
})
export class DiligencePackModule {}
