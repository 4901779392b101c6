import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { DescriptionModule } from '../matching/description.module.js';
import { DemandRepository } from './demand.repository.js';
import { DemandService } from './demand.service.js';
import { DemandTemplates } from './demand.templates.js';

@Module({
  imports: [DescriptionModule, IdentityModule],
  providers: [DemandRepository, DemandService, DemandTemplates],
  exports: [DemandService, DemandTemplates],
})
export class DemandModule {}
