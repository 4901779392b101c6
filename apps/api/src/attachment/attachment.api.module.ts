import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { AttachmentModule } from '#application/attachment/attachment.module.js';
import { acceptFiles } from './attachment.body.js';
import { AttachmentController } from './attachment.controller.js';

@Module({ imports: [AttachmentModule], controllers: [AttachmentController] })
export class AttachmentApiModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    acceptFiles(this.host.httpAdapter.getInstance());
  }
}
