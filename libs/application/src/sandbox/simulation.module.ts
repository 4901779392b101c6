import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { ContractModule } from '../contract/contract.module.js';
import { DealModule } from '../deal/deal.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { IntroductionModule } from '../introduction/introduction.module.js';
import { MandateModule } from '../mandate/mandate.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { RewardModule } from '../reward/reward.module.js';
import { SandboxModule } from './sandbox.module.js';
import { SimulatedAccruals } from './simulated-accruals.js';
import { SimulatedMatchService } from './simulated-match.service.js';
import { SimulatedOffice } from './simulated-office.js';
import { SimulationService } from './simulation.service.js';

@Module({
  imports: [
    AchievementModule,
    ContractModule,
    ContractRegistrationModule,
    DealModule,
    DemandModule,
    IntroductionModule,
    MandateModule,
    MatchingModule,
    RewardModule,
    SandboxModule,
  ],
  providers: [SimulatedAccruals, SimulatedMatchService, SimulatedOffice, SimulationService],
  exports: [SimulatedAccruals, SimulatedMatchService, SimulationService],
})
export class SimulationModule {}
