import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { SandboxModule } from '#application/sandbox/sandbox.module.js';
import { SimulationModule } from '#application/sandbox/simulation.module.js';
import { ScopeRegistryModule } from '../http/scope.registry.js';
import { MagicInterceptor } from './magic.interceptor.js';
import { SandboxController } from './sandbox.controller.js';
import { SimulationController } from './simulation.controller.js';

@Module({
  imports: [SandboxModule, SimulationModule, ScopeRegistryModule],
  controllers: [SandboxController, SimulationController],
  providers: [{ provide: APP_INTERCEPTOR, useClass: MagicInterceptor }],
})
export class SandboxApiModule {}
