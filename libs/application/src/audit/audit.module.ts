import { Module } from '@nestjs/common';
import { AnchorFile } from './anchor.file.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';

@Module({ providers: [AnchorFile, AuditRepository, AuditService], exports: [AuditService] })
export class AuditModule {}
