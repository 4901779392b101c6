import { Module } from '@nestjs/common';
import { RelationModule } from '../relation/relation.module.js';
import { PublicNoticeRepository } from './public-notice.repository.js';
import { PublicNoticeService } from './public-notice.service.js';

@Module({
  imports: [RelationModule],
  providers: [PublicNoticeRepository, PublicNoticeService],
  exports: [PublicNoticeService],
})
export class PublicNoticeModule {}
