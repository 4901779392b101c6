import { Module } from '@nestjs/common';
import { ContractModule } from '#application/contract/contract.module.js';
import { ContractController } from './contract.controller.js';

@Module({ imports: [ContractModule], controllers: [ContractController] })
export class ContractApiModule {}
