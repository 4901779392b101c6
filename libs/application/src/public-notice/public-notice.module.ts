import { Module } from '@nestjs/common';
import { PublicNoticeRepository } from './public-notice.repository.js';
import { PublicNoticeService } from './public-notice.service.js';

@Module({ providers: [PublicNoticeRepository, PublicNoticeService], exports: [PublicNoticeService] })
export class PublicNoticeModule {}
