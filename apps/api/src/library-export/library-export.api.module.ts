import { Module } from '@nestjs/common';
import { LibraryExportModule } from '#application/library-export/library-export.module.js';
import { LibraryExportController } from './library-export.controller.js';

@Module({ imports: [LibraryExportModule], controllers: [LibraryExportController] })
export class LibraryExportApiModule {}
