import { Module } from '@nestjs/common';
import { MandateModule } from '../mandate/mandate.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { IntroductionRepository } from './introduction.repository.js';
import { IntroductionService } from './introduction.service.js';

@Module({
  imports: [MandateModule, MatchingModule],
  providers: [IntroductionRepository, IntroductionService],
  exports: [IntroductionService],
})
export class IntroductionModule {}
