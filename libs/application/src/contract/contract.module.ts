import { Module } from '@nestjs/common';
import { DealModule } from '../deal/deal.module.js';
import { DemandModule } from '../demand/demand.module.js';
import { ListingModule } from '../listing/listing.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { RightModule } from '../right/right.module.js';
import { ContractTextService } from './contract-text.service.js';
import { ContractRightsService } from './contract-rights.service.js';
import { ContractVersionRepository } from './contract-version.repository.js';
import { ContractRepository } from './contract.repository.js';
import { ContractService } from './contract.service.js';
import { ReceiptRepository } from './receipt.repository.js';
import { ReceiptService } from './receipt.service.js';

@Module({
  imports: [DealModule, DemandModule, ListingModule, MatchingModule, RightModule],
  providers: [
    ContractRepository,
    ContractRightsService,
    ContractVersionRepository,
    ContractService,
    ContractTextService,
    ReceiptRepository,
    ReceiptService,
  ],
  exports: [ContractService, ContractTextService, ReceiptService],
})
export class ContractModule {}
