import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { ShareAgreementRepository } from './share-agreement.repository.js';
import { ShareAgreementService } from './share-agreement.service.js';

@Module({
  imports: [AchievementModule, AttachmentModule],
  providers: [ShareAgreementRepository, ShareAgreementService],
  exports: [ShareAgreementService],
})
export class ShareAgreementModule {}
