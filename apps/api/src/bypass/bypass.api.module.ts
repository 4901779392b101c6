import { Module } from '@nestjs/common';
import { BypassModule } from '#application/bypass/bypass.module.js';
import { BypassController } from './bypass.controller.js';

@Module({ imports: [BypassModule], controllers: [BypassController] })
export class BypassApiModule {}
