import { Module } from '@nestjs/common';
import { MentorModule } from '#application/mentor/mentor.module.js';
import { MentorController } from './mentor.controller.js';

@Module({ imports: [MentorModule], controllers: [MentorController] })
export class MentorApiModule {}
