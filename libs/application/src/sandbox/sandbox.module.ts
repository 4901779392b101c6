import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { MarketEventModule } from '../market-event/market-event.module.js';
import { SimulatedParties } from './simulated-parties.js';
import { SandboxService } from './sandbox.service.js';

@Module({
  imports: [IdentityModule, MarketEventModule],
  providers: [SimulatedParties, SandboxService],
  exports: [SimulatedParties, SandboxService],
})
export class SandboxModule {}
