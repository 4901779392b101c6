import { Module } from '@nestjs/common';
import { FreshnessModule } from '#application/freshness/freshness.module.js';
import { FreshnessController } from './freshness.controller.js';

@Module({ imports: [FreshnessModule], controllers: [FreshnessController] })
export class FreshnessApiModule {}
