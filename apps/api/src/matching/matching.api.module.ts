import { Module } from '@nestjs/common';
import { MatchingModule } from '#application/matching/matching.module.js';
import { MatchEngineController } from './match-engine.controller.js';
import { MatchingController } from './matching.controller.js';

@Module({ imports: [MatchingModule], controllers: [MatchingController, MatchEngineController] })
export class MatchingApiModule {}
