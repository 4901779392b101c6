import { Module } from '@nestjs/common';
import { PerformanceModule } from '#application/performance/performance.module.js';
import { EscrowController } from './escrow.controller.js';
import { MilestoneController } from './milestone.controller.js';
import { RoyaltyController } from './royalty.controller.js';

@Module({ imports: [PerformanceModule], controllers: [MilestoneController, EscrowController, RoyaltyController] })
export class PerformanceApiModule {}
