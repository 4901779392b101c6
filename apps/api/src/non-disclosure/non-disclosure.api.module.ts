import { Module } from '@nestjs/common';
import { NonDisclosureModule } from '#application/non-disclosure/non-disclosure.module.js';
import { ProtectedDetailModule } from '#application/protected-detail/protected-detail.module.js';
import { NonDisclosureController } from './non-disclosure.controller.js';
import { ProtectedDetailController } from '../protected-detail/protected-detail.controller.js';

@Module({
  imports: [NonDisclosureModule, ProtectedDetailModule],
  controllers: [NonDisclosureController, ProtectedDetailController],
})
export class NonDisclosureApiModule {}
