import { Module } from '@nestjs/common';
import { EnterpriseVisitModule } from '#application/enterprise-visit/enterprise-visit.module.js';
import { EnterpriseVisitController } from './enterprise-visit.controller.js';

@Module({ imports: [EnterpriseVisitModule], controllers: [EnterpriseVisitController] })
export class EnterpriseVisitApiModule {}
