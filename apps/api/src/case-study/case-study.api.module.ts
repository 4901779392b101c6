import { Module } from '@nestjs/common';
import { CaseStudyModule } from '#application/case-study/case-study.module.js';
import { CaseStudyController } from './case-study.controller.js';

@Module({ imports: [CaseStudyModule], controllers: [CaseStudyController] })
export class CaseStudyApiModule {}
