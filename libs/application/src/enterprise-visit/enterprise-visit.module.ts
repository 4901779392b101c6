import { Module } from '@nestjs/common';
import { DemandModule } from '../demand/demand.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { EnterpriseVisitRepository } from './enterprise-visit.repository.js';
import { EnterpriseVisitService } from './enterprise-visit.service.js';

@Module({
  imports: [DemandModule, IdentityModule],
  providers: [EnterpriseVisitRepository, EnterpriseVisitService],
  exports: [EnterpriseVisitService],
})
export class EnterpriseVisitModule {}
