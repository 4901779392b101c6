import { Module } from '@nestjs/common';
import { IncubationRepository } from './incubation.repository.js';
import { IncubationService } from './incubation.service.js';

@Module({ providers: [IncubationRepository, IncubationService], exports: [IncubationService] })
export class IncubationModule {}
