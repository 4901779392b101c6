import { Module } from '@nestjs/common';
import { ScienceSpendingRepository } from './science-spending.repository.js';
import { ScienceSpendingService } from './science-spending.service.js';

@Module({ providers: [ScienceSpendingRepository, ScienceSpendingService], exports: [ScienceSpendingService] })
export class ScienceSpendingModule {}
