import { Module } from '@nestjs/common';
import { DemandModule } from '../demand/demand.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { DemandScreeningRepository } from './demand-screening.repository.js';
import { DemandScreeningService } from './demand-screening.service.js';

@Module({
  imports: [DemandModule, RelationModule],
  providers: [DemandScreeningRepository, DemandScreeningService],
  exports: [DemandScreeningService],
})
export class DemandScreeningModule {}
