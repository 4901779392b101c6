import { Module } from '@nestjs/common';
import { DescriptionService } from './description.service.js';

@Module({ providers: [DescriptionService], exports: [DescriptionService] })
export class DescriptionModule {}
