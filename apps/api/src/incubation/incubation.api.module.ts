import { Module } from '@nestjs/common';
import { IncubationModule } from '#application/incubation/incubation.module.js';
import { IncubationController } from './incubation.controller.js';

@Module({ imports: [IncubationModule], controllers: [IncubationController] })
export class IncubationApiModule {}
