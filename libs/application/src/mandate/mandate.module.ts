import { Module } from '@nestjs/common';
import { AchievementModule } from '../achievement/achievement.module.js';
import { BrokerAffiliationModule } from '../broker-affiliation/broker-affiliation.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { MandateRepository } from './mandate.repository.js';
import { MandateService } from './mandate.service.js';

@Module({
  imports: [DemandModule, AchievementModule, IdentityModule, MatchingModule, RelationModule, BrokerAffiliationModule],
  providers: [MandateRepository, MandateService],
  exports: [MandateService],
})
export class MandateModule {}
