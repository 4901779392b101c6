import { Module } from '@nestjs/common';
import { RelationModule } from '../relation/relation.module.js';
import { BypassRepository } from './bypass.repository.js';
import { BypassService } from './bypass.service.js';

@Module({ imports: [RelationModule], providers: [BypassRepository, BypassService], exports: [BypassService] })
export class BypassModule {}
