import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { IntroductionEvidenceService } from './introduction-evidence.service.js';
import { IntroductionModule } from './introduction.module.js';

/** A module of its own, because evidence knows registrations, and registrations know introductions. */
@Module({
  imports: [AuditModule, EvidenceModule, IntroductionModule],
  providers: [IntroductionEvidenceService],
  exports: [IntroductionEvidenceService],
})
export class IntroductionEvidenceModule {}
