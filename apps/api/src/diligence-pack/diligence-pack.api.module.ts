import { Module } from '@nestjs/common';
import { DiligencePackModule } from '#application/diligence-pack/diligence-pack.module.js';
import { DiligencePackController } from './diligence-pack.controller.js';

@Module({ imports: [DiligencePackModule], controllers: [DiligencePackController] })
export class DiligencePackApiModule {}
