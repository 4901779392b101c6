import { Module } from '@nestjs/common';
import { CommissionModule } from '#application/commission/commission.module.js';
import { CommissionController } from './commission.controller.js';

@Module({ imports: [CommissionModule], controllers: [CommissionController] })
export class CommissionApiModule {}
