import { Module } from '@nestjs/common';
import { ContractModule } from '#application/contract/contract.module.js';
import { ContractReferenceController } from './contract-reference.controller.js';
import { ContractTextController } from './contract-text.controller.js';
import { ContractController } from './contract.controller.js';
import { ReceiptController } from './receipt.controller.js';

@Module({
  imports: [ContractModule],
  controllers: [ContractController, ContractTextController, ReceiptController, ContractReferenceController],
})
export class ContractApiModule {}
