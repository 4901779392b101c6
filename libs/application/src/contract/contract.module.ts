import { Module } from '@nestjs/common';
import { ContractRepository } from './contract.repository.js';
import { ContractService } from './contract.service.js';

@Module({ providers: [ContractRepository, ContractService], exports: [ContractService] })
export class ContractModule {}
