import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { TechEnvoyRepository } from './tech-envoy.repository.js';
import { TechEnvoyService } from './tech-envoy.service.js';

@Module({ imports: [LedgerModule], providers: [TechEnvoyRepository, TechEnvoyService], exports: [TechEnvoyService] })
export class TechEnvoyModule {}
