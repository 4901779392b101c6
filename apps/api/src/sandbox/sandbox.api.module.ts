import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { SandboxModule } from '#application/sandbox/sandbox.module.js';
import { ScopeRegistryModule } from '../http/scope.registry.js';
import { MagicInterceptor } from './magic.interceptor.js';
import { SandboxController } from './sandbox.controller.js';

@Module({
  imports: [SandboxModule, ScopeRegistryModule],
  controllers: [SandboxController],
  providers: [{ provide: APP_INTERCEPTOR, useClass: MagicInterceptor }],
})
export class SandboxApiModule {}
