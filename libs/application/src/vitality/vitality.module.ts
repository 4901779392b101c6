import { Module } from '@nestjs/common';
import { VitalityRepository } from './vitality.repository.js';
import { VitalityService } from './vitality.service.js';

@Module({ providers: [VitalityRepository, VitalityService], exports: [VitalityService] })
export class VitalityModule {}
