import { Module } from '@nestjs/common';
import { HallModule } from '#application/hall/hall.module.js';
import { HallController } from './hall.controller.js';
import { HallStreams } from './hall.streams.js';

@Module({ imports: [HallModule], controllers: [HallController], providers: [HallStreams] })
export class HallApiModule {}
