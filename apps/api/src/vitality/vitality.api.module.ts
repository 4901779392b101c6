import { Module } from '@nestjs/common';
import { VitalityModule } from '#application/vitality/vitality.module.js';
import { VitalityController } from './vitality.controller.js';

@Module({ imports: [VitalityModule], controllers: [VitalityController] })
export class VitalityApiModule {}
