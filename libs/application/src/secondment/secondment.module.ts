import { Module } from '@nestjs/common';
import { SecondmentRepository } from './secondment.repository.js';
import { SecondmentService } from './secondment.service.js';

@Module({ providers: [SecondmentRepository, SecondmentService], exports: [SecondmentService] })
export class SecondmentModule {}
