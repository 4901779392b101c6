import { Module } from '@nestjs/common';
import { CompetitionModule } from '#application/competition/competition.module.js';
import { CompetitionEntryController } from './competition-entry.controller.js';
import { CompetitionController } from './competition.controller.js';

@Module({ imports: [CompetitionModule], controllers: [CompetitionController, CompetitionEntryController] })
export class CompetitionApiModule {}
