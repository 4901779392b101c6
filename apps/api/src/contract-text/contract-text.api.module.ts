import { Module } from '@nestjs/common';
import { ContractTextModule } from '#application/contract-text/contract-text.module.js';
import { ContractDocumentController } from './contract-document.controller.js';

@Module({ imports: [ContractTextModule], controllers: [ContractDocumentController] })
export class ContractTextApiModule {}
