import { Module } from '@nestjs/common';
import { ContractModule } from '../contract/contract.module.js';
import { ContractTextService } from './contract-text.service.js';

@Module({ imports: [ContractModule], providers: [ContractTextService], exports: [ContractTextService] })
export class ContractTextModule {}
