import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MarketEventModule } from '../market-event/market-event.module.js';
import { SandboxService } from './sandbox.service.js';

@Module({ imports: [IdentityModule, MarketEventModule], providers: [SandboxService], exports: [SandboxService] })
export class SandboxModule {}
