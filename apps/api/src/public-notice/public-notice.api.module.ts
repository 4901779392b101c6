import { Module } from '@nestjs/common';
import { PublicNoticeModule } from '#application/public-notice/public-notice.module.js';
import { PublicNoticeController } from './public-notice.controller.js';

@Module({ imports: [PublicNoticeModule], controllers: [PublicNoticeController] })
export class PublicNoticeApiModule {}
