import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { EvaluationRepository } from './evaluation.repository.js';
import { EvaluationService } from './evaluation.service.js';
import { EvaluatorQualificationService } from './evaluator-qualification.service.js';

@Module({
  imports: [AchievementModule, AttachmentModule, IdentityModule, RelationModule],
  providers: [EvaluationRepository, EvaluationService, EvaluatorQualificationService],
  exports: [EvaluationService, EvaluatorQualificationService],
})
export class EvaluationModule {}
