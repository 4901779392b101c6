import { Module } from '@nestjs/common';
import { EvaluationModule } from '#application/evaluation/evaluation.module.js';
import { EvaluationController } from './evaluation.controller.js';
import { EvaluatorQualificationController } from './evaluator-qualification.controller.js';

@Module({ imports: [EvaluationModule], controllers: [EvaluationController, EvaluatorQualificationController] })
export class EvaluationApiModule {}
