import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { ImportModule } from '#application/import/import.module.js';
import { acceptUploads } from './import.body.js';
import { ExportController } from './export.controller.js';
import { ImportController } from './import.controller.js';
import { ImportTemplateController } from './import-template.controller.js';

@Module({ imports: [ImportModule], controllers: [ImportController, ExportController, ImportTemplateController] })
export class ImportApiModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    acceptUploads(this.host.httpAdapter.getInstance());
  }
}
