import { Module } from '@nestjs/common';
import { DemandModule } from '#application/demand/demand.module.js';
import { DescriptionModule } from '#application/matching/description.module.js';
import { DemandController } from './demand.controller.js';
import { DemandTemplateController } from './demand-template.controller.js';

@Module({ imports: [DemandModule, DescriptionModule], controllers: [DemandController, DemandTemplateController] })
export class DemandApiModule {}
