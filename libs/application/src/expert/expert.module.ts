import { Module } from '@nestjs/common';
import { ExpertService } from './expert.service.js';

@Module({ providers: [ExpertService], exports: [ExpertService] })
export class ExpertModule {}
