import { Module } from '@nestjs/common';
import { DealRoomModule } from '#application/deal-room/deal-room.module.js';
import { DealDocumentController } from './deal-document.controller.js';
import { DealRoomController } from './deal-room.controller.js';

@Module({ imports: [DealRoomModule], controllers: [DealRoomController, DealDocumentController] })
export class DealRoomApiModule {}
