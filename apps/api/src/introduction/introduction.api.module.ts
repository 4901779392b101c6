import { Module } from '@nestjs/common';
import { IntroductionEvidenceModule } from '#application/introduction/introduction-evidence.module.js';
import { IntroductionModule } from '#application/introduction/introduction.module.js';
import { IntroductionEvidenceController } from './introduction-evidence.controller.js';
import { IntroductionController } from './introduction.controller.js';

@Module({
  imports: [IntroductionModule, IntroductionEvidenceModule],
  controllers: [IntroductionController, IntroductionEvidenceController],
})
export class IntroductionApiModule {}
