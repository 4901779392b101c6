import { Module } from '@nestjs/common';
import { MandateModule } from '#application/mandate/mandate.module.js';
import { MandateController } from './mandate.controller.js';

@Module({ imports: [MandateModule], controllers: [MandateController] })
export class MandateApiModule {}
