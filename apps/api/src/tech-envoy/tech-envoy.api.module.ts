import { Module } from '@nestjs/common';
import { TechEnvoyModule } from '#application/tech-envoy/tech-envoy.module.js';
import { TechEnvoyController } from './tech-envoy.controller.js';

@Module({ imports: [TechEnvoyModule], controllers: [TechEnvoyController] })
export class TechEnvoyApiModule {}
