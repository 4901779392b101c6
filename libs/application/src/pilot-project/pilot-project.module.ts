import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { AttachmentModule } from '../attachment/attachment.module.js';
import { ReadinessModule } from '../readiness/readiness.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { PilotProjectRepository } from './pilot-project.repository.js';
import { PilotProjectService } from './pilot-project.service.js';

@Module({
  imports: [AchievementModule, AttachmentModule, ReadinessModule, RelationModule],
  providers: [PilotProjectRepository, PilotProjectService],
  exports: [PilotProjectService],
})
export class PilotProjectModule {}
