import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { SandboxService } from './sandbox.service.js';

@Module({ imports: [IdentityModule], providers: [SandboxService], exports: [SandboxService] })
export class SandboxModule {}
