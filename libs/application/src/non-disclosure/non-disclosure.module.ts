import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { NonDisclosureTextService } from './non-disclosure-text.service.js';
import { NonDisclosureRepository } from './non-disclosure.repository.js';
import { NonDisclosureService } from './non-disclosure.service.js';

@Module({
  imports: [IdentityModule],
  providers: [NonDisclosureRepository, NonDisclosureService, NonDisclosureTextService],
  exports: [NonDisclosureService, NonDisclosureTextService],
})
export class NonDisclosureModule {}
