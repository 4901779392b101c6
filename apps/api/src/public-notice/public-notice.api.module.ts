import { Module } from '@nestjs/common';
import { PublicNoticeModule } from '#application/public-notice/public-notice.module.js';
import { ObjectionController } from './objection.controller.js';
import { PublicNoticeController } from './public-notice.controller.js';

@Module({ imports: [PublicNoticeModule], controllers: [PublicNoticeController, ObjectionController] })
export class PublicNoticeApiModule {}
