import { Module } from '@nestjs/common';
import { HealthModule } from '#application/health/health.module.js';
import { HealthController } from './health.controller.js';

@Module({ imports: [HealthModule.register('api')], controllers: [HealthController] })
export class HealthApiModule {}
