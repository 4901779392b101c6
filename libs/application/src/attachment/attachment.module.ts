import { Module } from '@nestjs/common';
import { ContractModule } from '../contract/contract.module.js';
import { ContractRegistrationModule } from '../contract-registration/contract-registration.module.js';
import { AttachmentRepository } from './attachment.repository.js';
import { AttachmentService } from './attachment.service.js';
import { AttachmentStore, DatabaseAttachmentStore } from './attachment.store.js';

@Module({
  imports: [ContractModule, ContractRegistrationModule],
  providers: [AttachmentRepository, { provide: AttachmentStore, useClass: DatabaseAttachmentStore }, AttachmentService],
  exports: [AttachmentService],
})
export class AttachmentModule {}
