import { Module } from '@nestjs/common';
import { PurchaseReserveModule } from '#application/purchase-reserve/purchase-reserve.module.js';
import { PurchaseReserveController } from './purchase-reserve.controller.js';
import { ReservePlacementController } from './reserve-placement.controller.js';

@Module({ imports: [PurchaseReserveModule], controllers: [PurchaseReserveController, ReservePlacementController] })
export class PurchaseReserveApiModule {}
