import { Module } from '@nestjs/common';
import { PublicNoticeModule } from '../public-notice/public-notice.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { CompetitionCase } from './competition.case.js';
import { CompetitionEntryService } from './competition-entry.service.js';
import { CompetitionRepository } from './competition.repository.js';
import { CompetitionService } from './competition.service.js';

@Module({
  imports: [PublicNoticeModule, RelationModule],
  providers: [CompetitionRepository, CompetitionCase, CompetitionService, CompetitionEntryService],
  exports: [CompetitionService, CompetitionEntryService],
})
export class CompetitionModule {}
