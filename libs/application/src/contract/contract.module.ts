import { Module } from '@nestjs/common';
import { DealModule } from '../deal/deal.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { ListingModule } from '../listing/listing.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { PatentModule } from '../patent/patent.module.js';
import { ContractVersionRepository } from './contract-version.repository.js';
import { ContractRepository } from './contract.repository.js';
import { ContractService } from './contract.service.js';

@Module({
  imports: [DealModule, DemandModule, ListingModule, MatchingModule, PatentModule],
  providers: [ContractRepository, ContractVersionRepository, ContractService],
  exports: [ContractService],
})
export class ContractModule {}
