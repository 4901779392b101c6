import { Module } from '@nestjs/common';
import { ContractTextModule } from '#application/contract-text/contract-text.module.js';
import { ContractTextController } from './contract-text.controller.js';

@Module({ imports: [ContractTextModule], controllers: [ContractTextController] })
export class ContractTextApiModule {}
