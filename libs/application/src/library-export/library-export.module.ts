import { Module } from '@nestjs/common';
import { LibraryExportService } from './library-export.service.js';

@Module({ providers: [LibraryExportService], exports: [LibraryExportService] })
export class LibraryExportModule {}
