import { Module } from '@nestjs/common';
import { ReadinessModule } from '#application/readiness/readiness.module.js';
import { ReadinessController } from './readiness.controller.js';

@Module({ imports: [ReadinessModule], controllers: [ReadinessController] })
export class ReadinessApiModule {}
