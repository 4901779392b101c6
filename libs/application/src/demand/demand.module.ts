import { Module } from '@nestjs/common';
import { DemandRepository } from './demand.repository.js';
import { DemandService } from './demand.service.js';

@Module({ providers: [DemandRepository, DemandService], exports: [DemandService] })
export class DemandModule {}
