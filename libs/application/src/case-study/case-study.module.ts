import { Module } from '@nestjs/common';
import { ContractModule } from '../contract/contract.module.js';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { CaseStudyRepository } from './case-study.repository.js';
import { CaseStudyService } from './case-study.service.js';

@Module({
  imports: [ContractModule, ContractRegistrationModule, RelationModule],
  providers: [CaseStudyRepository, CaseStudyService],
  exports: [CaseStudyService],
})
export class CaseStudyModule {}
