import { Module } from '@nestjs/common';
import { SecondmentModule } from '#application/secondment/secondment.module.js';
import { SecondmentController } from './secondment.controller.js';

@Module({ imports: [SecondmentModule], controllers: [SecondmentController] })
export class SecondmentApiModule {}
