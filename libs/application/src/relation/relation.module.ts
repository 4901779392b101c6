import { Module } from '@nestjs/common';
import { RelationRepository } from './relation.repository.js';
import { RelationService } from './relation.service.js';

@Module({ providers: [RelationRepository, RelationService], exports: [RelationService] })
export class RelationModule {}
