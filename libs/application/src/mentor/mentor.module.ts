import { Module } from '@nestjs/common';
import { IncubationModule } from '../incubation/incubation.module.js';
import { RelationModule } from '../relation/relation.module.js';
import { MentorRepository } from './mentor.repository.js';
import { MentorService } from './mentor.service.js';

@Module({
  imports: [IncubationModule, RelationModule],
  providers: [MentorRepository, MentorService],
  exports: [MentorService],
})
export class MentorModule {}
