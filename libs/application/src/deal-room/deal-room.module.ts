import { Module } from '@nestjs/common';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { DealModule } from '../deal/deal.module.js';
import { NonDisclosureModule } from '../non-disclosure/non-disclosure.module.js';
import { DealChainService } from './deal-chain.service.js';
import { DealDocumentService } from './deal-document.service.js';
import { DealRoomRepository } from './deal-room.repository.js';

@Module({
  imports: [AttachmentModule, CertificateModule, DealModule, NonDisclosureModule],
  providers: [DealChainService, DealDocumentService, DealRoomRepository],
  exports: [DealChainService, DealDocumentService],
})
export class DealRoomModule {}
