import { Module } from '@nestjs/common';
import { ExpertModule } from '#application/expert/expert.module.js';
import { ExpertController } from './expert.controller.js';

@Module({ imports: [ExpertModule], controllers: [ExpertController] })
export class ExpertApiModule {}
