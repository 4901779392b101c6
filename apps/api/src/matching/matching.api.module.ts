import { Module } from '@nestjs/common';
import { MatchingModule } from '#application/matching/matching.module.js';
import { MatchingController } from './matching.controller.js';

@Module({ imports: [MatchingModule], controllers: [MatchingController] })
export class MatchingApiModule {}
