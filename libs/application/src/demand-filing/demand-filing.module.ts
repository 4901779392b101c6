import { Module } from '@nestjs/common';
import { DemandModule } from '../demand/demand.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MandateModule } from '../mandate/mandate.module.js';
import { DemandFilingRepository } from './demand-filing.repository.js';
import { DemandFilingService } from './demand-filing.service.js';

@Module({
  imports: [DemandModule, IdentityModule, MandateModule],
  providers: [DemandFilingRepository, DemandFilingService],
  exports: [DemandFilingService],
})
export class DemandFilingModule {}
