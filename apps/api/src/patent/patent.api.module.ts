import { Module } from '@nestjs/common';
import { PatentModule } from '#application/patent/patent.module.js';
import { PatentController } from './patent.controller.js';

@Module({ imports: [PatentModule], controllers: [PatentController] })
export class PatentApiModule {}
