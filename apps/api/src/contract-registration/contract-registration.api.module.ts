import { Module } from '@nestjs/common';
import { ContractRegistrationModule } from '#application/contract-registration/contract-registration.module.js';
import { ContractRegistrationController } from './contract-registration.controller.js';
import { PrecheckController } from './precheck.controller.js';

@Module({ imports: [ContractRegistrationModule], controllers: [ContractRegistrationController, PrecheckController] })
export class ContractRegistrationApiModule {}
