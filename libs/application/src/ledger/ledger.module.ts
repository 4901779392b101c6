import { Module } from '@nestjs/common';
import { CustodyRepository } from './custody.repository.js';
import { LedgerRepository } from './ledger.repository.js';
import { LedgerService } from './ledger.service.js';

@Module({ providers: [LedgerRepository, CustodyRepository, LedgerService], exports: [LedgerService] })
export class LedgerModule {}
